"""Addresses of the digests that a person has got, below arbeta/rapporter/."""

from django.urls import path

from samverkan.www.digests import views

urlpatterns = [
    path("", views.my_digests, name="my_digests"),
    path("<int:pk>/", views.my_digest, name="my_digest"),
]
