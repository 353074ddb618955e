"""Addresses of the pages about what concerns a principal, below arbeta/hos-oss/."""

from django.urls import path

from samverkan.www.concerns import views

urlpatterns = [
    path("", views.ours, name="ours"),
    path("<slug:slug>/", views.concerns, name="concerns"),
    path("<slug:slug>/veckobrev/", views.weekly, name="concerns_mail"),
]
