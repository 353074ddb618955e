"""Addresses of the pages about reminders, below arbeta/paminnelser/."""

from django.urls import path

from samverkan.www.reminders import views

urlpatterns = [
    path("", views.reminders, name="reminders"),
    path("<slug:number>/<slug:principal>/vanta/", views.hold, name="hold_reminders"),
    path("<slug:number>/<slug:principal>/som-vanligt/", views.resume, name="resume_reminders"),
]
