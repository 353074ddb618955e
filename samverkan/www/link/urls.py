"""Addresses behind /l/<token>/; each step has its own, so that a mistake is shown where it is."""

from django.urls import path

from samverkan.www.link import confirming, downloads, views
from samverkan.www.link.steps import Step

app_name = "link"
urlpatterns = [
    path("", views.show, name="show"),
    path("forslag.pdf", downloads.proposal, name="proposal"),
    path("forslag/<int:version>.pdf", confirming.earlier, name="earlier"),
    path("star-fast/", confirming.confirm, name="confirm"),
    path("handlingar/<uuid:key>/", downloads.document, name="document"),
    path("kvitto/<int:number>/", views.receipt, name="receipt"),
    *[path(f"{step}/", views.answer, {"step": step}, name=step) for step in Step],
    path("<path:rest>", views.astray, name="astray"),
]
