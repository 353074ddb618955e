"""Addresses behind /l/justera/<token>/."""

from django.urls import path

from samverkan.www.adjuster import views

app_name = "adjuster"
urlpatterns = [
    path("", views.show, name="show"),
    path("justera/", views.approve, name="approve"),
    path("synpunkt/", views.comment, name="comment"),
    path("utkast.pdf", views.draft, name="draft"),
    path("<path:rest>", views.astray, name="astray"),
]
