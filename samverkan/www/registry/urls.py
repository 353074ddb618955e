"""Addresses behind /l/registratur/<token>/."""

from django.urls import path

from samverkan.www.registry import api, files, listed, numbers

app_name = "registry"
urlpatterns = [
    path("", listed.show, name="show"),
    path("vantar.json", api.waiting, name="waiting"),
    path("diarienummer/", numbers.from_file, name="numbers"),
    path("diarienummer/mall.<slug:ending>", numbers.template, name="numbers_template"),
    path("<slug:number>/", listed.one, name="one"),
    path("<slug:number>/mottagningsbevis/", listed.receipt, name="receipt"),
    path("<slug:number>/paket.zip", files.package, name="package"),
    path("<slug:number>/filer/<int:position>/", files.file, name="file"),
    path("<slug:number>/bekrafta.json", api.confirm, name="confirm"),
    path("<path:rest>", listed.astray, name="astray"),
]
