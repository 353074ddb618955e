"""Addresses below arbeta/struktur/forteckningar/."""

from django.urls import path

from samverkan.www.rosters import downloads, views

urlpatterns = [
    path("", views.rosters, name="rosters"),
    path("exportera/", downloads.export, name="export_roster"),
    path("mall.<slug:ending>", downloads.template, name="roster_template"),
    path("<uuid:key>/", views.roster, name="roster"),
    path("<uuid:key>/fel.csv", downloads.faults, name="roster_faults_csv"),
]
