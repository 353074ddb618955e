"""Addresses of the signed-in pages about risks, below arbeta/risker/."""

from django.urls import path

from samverkan.www.risks import views

urlpatterns = [
    path("", views.risks, name="risks"),
    path("<slug:slug>/identifiera/", views.identify, name="identify_risk"),
    path("<uuid:key>/avsluta/", views.close, name="close_risk"),
]
