"""Addresses behind /l/rapport/<token>/."""

from django.urls import path

from samverkan.www.digest_link import views

app_name = "digest"
urlpatterns = [
    path("", views.show, name="show"),
    path("rapport.txt", views.text, name="text"),
    path("<path:rest>", views.astray, name="astray"),
]
