"""Addresses of the common site."""

from django.urls import path

from samverkan import converters  # noqa: F401  (registers "day")
from samverkan.public.views import (
    about,
    agreements,
    board,
    cases,
    coverage,
    description,
    documents,
    machines,
    meetings,
    pictures,
    principals,
    recommendations,
    routine,
    start,
    structure,
    support,
    texts,
)

app_name = "public"
urlpatterns = [
    path("", start.home, name="home"),
    path("halsa/", machines.health, name="health"),
    path("robots.txt", machines.robots, name="robots"),
    path(".well-known/security.txt", machines.security, name="security"),
    path("<slug:collaboration>/", start.start, name="start"),
    path("<slug:collaboration>/beslutslaget/", board.board, name="board"),
    path("<slug:collaboration>/beslutslaget.csv", board.board_csv, name="board_csv"),
    path(
        "<slug:collaboration>/rekommendationer/<str:number>/",
        recommendations.recommendation,
        name="recommendation",
    ),
    path("<slug:collaboration>/huvudman/", principals.principals, name="principals"),
    path("<slug:collaboration>/huvudman/<slug:slug>/", principals.principal, name="principal"),
    path("<slug:collaboration>/arendegang/", routine.routine, name="routine"),
    path("<slug:collaboration>/arenden/", cases.cases, name="cases"),
    path("<slug:collaboration>/arenden/<str:number>/", cases.case, name="case"),
    path("<slug:collaboration>/moten/", meetings.meetings, name="meetings"),
    path(
        "<slug:collaboration>/organ/<slug:body>/moten/<day:on>/",
        meetings.meeting,
        name="meeting",
    ),
    path(
        "<slug:collaboration>/organ/<slug:body>/moten/<day:on>.pdf",
        meetings.minutes_pdf,
        name="minutes_pdf",
    ),
    path("<slug:collaboration>/struktur/", structure.structure, name="structure"),
    path("<slug:collaboration>/struktur.csv", structure.structure_csv, name="structure_csv"),
    path("<slug:collaboration>/struktur/tackning/", coverage.coverage, name="coverage"),
    path("<slug:collaboration>/struktur/tackning.csv", coverage.coverage_csv, name="coverage_csv"),
    path("<slug:collaboration>/struktur/stod/", support.support, name="support"),
    path("<slug:collaboration>/struktur/stod.csv", support.support_csv, name="support_csv"),
    path("<slug:collaboration>/struktur/bild/", pictures.picture, name="picture"),
    path("<slug:collaboration>/struktur/bild.pdf", pictures.picture_pdf, name="picture_pdf"),
    path(
        "<slug:collaboration>/struktur/bild/<slug:which>.svg",
        pictures.picture_svg,
        name="picture_svg",
    ),
    path(
        "<slug:collaboration>/struktur/beskrivning/",
        description.description,
        name="description",
    ),
    path(
        "<slug:collaboration>/struktur/beskrivning.pdf",
        description.description_pdf,
        name="description_pdf",
    ),
    path("<slug:collaboration>/organ/<slug:slug>/", structure.body, name="body"),
    path("<slug:collaboration>/organ/<slug:slug>.csv", structure.body_csv, name="body_csv"),
    path("<slug:collaboration>/styrdokument/", texts.texts, name="texts"),
    path("<slug:collaboration>/styrdokument/<slug:slug>/", texts.text, name="text"),
    path("<slug:collaboration>/overenskommelser/", agreements.agreements, name="agreements"),
    path(
        "<slug:collaboration>/overenskommelser/<slug:slug>/",
        agreements.agreement,
        name="agreement",
    ),
    path("<slug:collaboration>/om/", about.about, name="about"),
    path("<slug:collaboration>/om/tillganglighet/", about.accessibility, name="accessibility"),
    path("<slug:collaboration>/om/personuppgifter/", about.privacy, name="privacy"),
    path("<slug:collaboration>/om/kontakt/", about.contact, name="contact"),
    path("<slug:collaboration>/om/verifiera/", about.verify, name="verify"),
    path(
        "<slug:collaboration>/dokument/<uuid:key>/<str:name>",
        documents.document,
        name="document",
    ),
]
