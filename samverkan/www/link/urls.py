"""Addresses behind /l/<token>/; each step has its own, so that a mistake is shown where it is."""

from django.urls import path

from samverkan.www.link import confirming, downloads, executing, line_days, paths, reading, views
from samverkan.www.link.concern import concern
from samverkan.www.link.steps import Step

app_name = "link"
urlpatterns = [
    path("", views.show, name="show"),
    path("forslag.pdf", downloads.proposal, name="proposal"),
    path("forslag.docx", downloads.paper, name="paper"),
    path("forslag/<int:version>.pdf", confirming.earlier, name="earlier"),
    path("star-fast/", confirming.confirm, name="confirm"),
    path("handlingar/<uuid:key>/", downloads.document, name="document"),
    path("kvitto/<int:number>/", views.receipt, name="receipt"),
    path("utdrag/", reading.read, name="read_extract"),
    path("utdrag/<uuid:key>/", reading.confirm, name="confirm_extract"),
    path("genomforande/", executing.name, name="name_execution"),
    path("berors/", concern, name="concerned"),
    *[path(f"{step}/", views.answer, {"step": step}, name=step) for step in Step],
    path("sammantradesdagar/", line_days.line_days, name="line_days"),
    path("vagen/", paths.path, name="path"),
    path("laga-kraft/", paths.legal_days, name="legal_days"),
    path("<path:rest>", views.astray, name="astray"),
]
