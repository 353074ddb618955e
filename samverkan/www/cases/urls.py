"""Addresses of the signed-in pages about cases, below arbeta/arenden/."""

from django.urls import path

from samverkan.www.cases import beside, exits, moves, steps, views, watches

urlpatterns = [
    path("", views.cases, name="cases"),
    path("vems-drag/", moves.moves, name="moves"),
    path("lista.csv", views.cases_csv, name="cases_csv"),
    path("vack/", steps.choose_body, name="choose_body"),
    path("vack/<slug:slug>/", steps.raise_question, name="raise_case"),
    path("<slug:number>/", views.case, name="case"),
    path("<slug:number>/skriv/", steps.document, name="document_case"),
    path("<slug:number>/bered/", steps.prepare, name="prepare_case"),
    path("<slug:number>/prioritera/", steps.rank, name="rank_case"),
    path("<slug:number>/dagordning/", steps.place, name="place_case"),
    path("<slug:number>/bevaka/", watches.watch, name="watch_case"),
    path("<slug:number>/bevaka/<int:pk>/", watches.finish, name="finish_watch"),
    path("<slug:number>/lamna/", exits.leave, name="leave_case"),
    path("<slug:number>/tillbaka/", exits.come_back, name="return_case"),
    path("<slug:number>/forankring/", beside.involve, name="involve"),
    path("<slug:number>/avstamning/", beside.compare, name="compare_case"),
    path("<slug:number>/omradet/", beside.area, name="area_status"),
    path("<slug:number>/risker/", beside.rest, name="case_risks"),
]
