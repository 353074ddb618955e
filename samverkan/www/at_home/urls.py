"""Addresses of the pages about what concerns a principal, below arbeta/hos-oss/."""

from django.urls import path

from samverkan.www.at_home import views

urlpatterns = [
    path("", views.ours, name="ours"),
    path("<slug:slug>/", views.at_home, name="at_home"),
    path("<slug:slug>/veckobrev/", views.weekly, name="weekly_letter"),
]
