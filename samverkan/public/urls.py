"""Addresses of the common site."""

from django.urls import path

from samverkan.public import converters  # noqa: F401  (registers "day")
from samverkan.public.views import (
    about,
    agreements,
    board,
    cases,
    documents,
    machines,
    meetings,
    principals,
    recommendations,
    start,
    structure,
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
    path("<slug:collaboration>/organ/<slug:slug>/", structure.body, name="body"),
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
