"""Addresses behind /l/<token>/; each step has its own, so that a mistake is shown where it is."""

from django.urls import path

from samverkan.www.link import downloads, paths, views
from samverkan.www.link.steps import Step

app_name = "link"
urlpatterns = [
    path("", views.show, name="show"),
    path("forslag.pdf", downloads.proposal, name="proposal"),
    path("handlingar/<uuid:key>/", downloads.document, name="document"),
    path("kvitto/<int:number>/", views.receipt, name="receipt"),
    *[path(f"{step}/", views.answer, {"step": step}, name=step) for step in Step],
    path("vagen/", paths.path, name="path"),
    path("laga-kraft/", paths.legal_days, name="legal_days"),
    path("<path:rest>", views.astray, name="astray"),
]
