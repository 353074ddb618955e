"""Addresses behind /l/linje/<token>/."""

from django.urls import path

from samverkan.www.line import views

app_name = "line"
urlpatterns = [
    path("", views.answer, name="show"),
    path("kvitto/", views.receipt, name="receipt"),
    path("<path:rest>", views.astray, name="astray"),
]
