"""Addresses of the signed-in pages about recommendations, below arbeta/rekommendationer/."""

from django.urls import include, path

from samverkan.www.dispatches import (
    changes,
    effects,
    federations,
    links,
    numbers,
    paths,
    principal_links,
    reading,
    ready,
    receptions,
    steps,
    views,
)
from samverkan.www.dispatches.answer_for import answer_for
from samverkan.www.dispatches.concern import concern
from samverkan.www.dispatches.joining import add_addressee
from samverkan.www.dispatches.levels import set_level

of_federation = [
    path("", federations.federation, name="federation"),
    path("ny-lank/", federations.renew, name="renew_federation_link"),
    path("direkt/", federations.go_past, name="dispatch_past"),
    path("<slug:step>/", federations.tell_for, name="tell_for_federation"),
]
of_addressee = [
    path("", views.addressee, name="addressee"),
    path("ny-lank/", links.renew, name="renew_link"),
    path("aterkalla/", links.revoke, name="revoke_link"),
    path("utdrag/", reading.read_for, name="read_extract_for"),
    path("utdrag/<uuid:key>/", reading.confirm_for, name="confirm_extract_for"),
    path("vagen/", paths.path, name="line_path"),
    path("laga-kraft/", paths.legal_days, name="line_legal_days"),
    path("svar/<slug:step>/", answer_for, name="answer_for"),
    path("mottagningsbevis/", receptions.reception, name="reception"),
    path("paket.zip", receptions.package, name="package"),
    path("forslag.docx", ready.paper, name="proposal_docx"),
    path("berors/", concern, name="concern"),
]
urlpatterns = [
    path("", views.recommendations, name="recommendations"),
    path("diarienummer/", numbers.numbers, name="numbers"),
    path("diarienummer/mall.<slug:ending>", numbers.template, name="numbers_template"),
    path("lankar/", principal_links.principal_links, name="principal_links"),
    path("lankar/<slug:slug>/ny/", principal_links.renew, name="renew_principal_link"),
    path("lankar/<slug:slug>/aterkalla/", principal_links.revoke, name="revoke_principal_link"),
    path("<slug:number>/", views.recommendation, name="recommendation"),
    path("<slug:number>/expediera/", steps.dispatch, name="dispatch"),
    path("<slug:number>/mottagning/", receptions.receptions, name="receptions"),
    path("<slug:number>/paminn/", steps.remind, name="remind"),
    path("<slug:number>/forslag.zip", ready.papers, name="proposals_zip"),
    path("<slug:number>/beslutsniva/", set_level, name="set_level"),
    path("<slug:number>/lagg-till/", add_addressee, name="add_addressee"),
    path("<slug:number>/mellanled/<slug:slug>/", include(of_federation)),
    path("<slug:number>/verkan/", effects.effect, name="effect"),
    path("<slug:number>/slutsats/", effects.conclude, name="conclude"),
    path("<slug:number>/aterta/", changes.withdraw, name="withdraw"),
    path("<slug:number>/ratta-texten/", changes.correct, name="correct_text"),
    path("<slug:number>/<slug:principal>/", include(of_addressee)),
]
