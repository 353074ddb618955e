"""Addresses of the signed-in pages about principals, below arbeta/huvudman/."""

from django.urls import path

from samverkan.www.principals import views

urlpatterns = [
    path("", views.principals, name="principals"),
    path("<slug:slug>/registrator/", views.registrar, name="set_registrar"),
    path("<slug:slug>/beslutande-organ/", views.decider, name="set_decider"),
]
