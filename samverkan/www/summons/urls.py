"""Addresses behind /l/mote/<token>/."""

from django.urls import path

from samverkan.www.summons import views

app_name = "summons"
urlpatterns = [
    path("", views.show, name="show"),
    path("svar/", views.answer, name="answer"),
    path("kvitto/", views.receipt, name="receipt"),
    path("<path:rest>", views.astray, name="astray"),
]
