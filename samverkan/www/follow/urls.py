"""Addresses behind /l/bevaka/<token>/."""

from django.urls import path

from samverkan.www.follow import views

app_name = "follow"
urlpatterns = [
    path("", views.show, name="show"),
    path("avsluta/", views.end, name="end"),
    path("<path:rest>", views.astray, name="astray"),
]
