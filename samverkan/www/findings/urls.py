"""Addresses below arbeta/struktur/att-atgarda/."""

from django.urls import path

from samverkan.www.findings import views

urlpatterns = [
    path("", views.findings, name="findings"),
    path("organ/<slug:slug>/", views.findings_body, name="findings_body"),
    path("huvudman/<slug:slug>/", views.findings_principal, name="findings_principal"),
]
