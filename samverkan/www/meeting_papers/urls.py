"""Addresses behind /l/mote/<token>/handlingar/."""

from django.urls import path

from samverkan.www.meeting_papers import views

app_name = "meeting_papers"
urlpatterns = [
    path("alla.pdf", views.all_pdf, name="pdf"),
    path("alla.zip", views.all_zip, name="zip"),
    path("<uuid:key>/", views.paper, name="paper"),
]
