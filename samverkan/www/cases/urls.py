"""Addresses of the signed-in pages about cases, below arbeta/arenden/."""

from django.urls import path

from samverkan.www.cases import (
    admission,
    beside,
    consequences,
    exits,
    finishing,
    lifts,
    moves,
    steps,
    views,
    watches,
)

urlpatterns = [
    path("", views.cases, name="cases"),
    path("vems-drag/", moves.moves, name="moves"),
    path("lista.csv", views.cases_csv, name="cases_csv"),
    path("vack/", steps.choose_body, name="choose_body"),
    path("vack/<slug:slug>/", steps.raise_question, name="raise_case"),
    path("<slug:number>/", views.case, name="case"),
    path("<slug:number>/skriv/", steps.document, name="document_case"),
    path("<slug:number>/konsekvenser/", consequences.weigh, name="weigh_case"),
    path("<slug:number>/bered/", steps.prepare, name="prepare_case"),
    path("<slug:number>/prioritera/", steps.rank, name="rank_case"),
    path("<slug:number>/dagordning/", steps.place, name="place_case"),
    path("<slug:number>/avsluta/", finishing.finish_case, name="finish_case"),
    path("<slug:number>/bevaka/", watches.watch, name="watch_case"),
    path("<slug:number>/bevaka/<int:pk>/", watches.finish, name="finish_watch"),
    path("<slug:number>/lamna/", exits.leave, name="leave_case"),
    path("<slug:number>/tillbaka/", exits.come_back, name="return_case"),
    path("<slug:number>/forankring/", beside.involve, name="involve"),
    path("<slug:number>/avstamning/", beside.compare, name="compare_case"),
    path("<slug:number>/omradet/", beside.area, name="area_status"),
    path("<slug:number>/risker/", beside.rest, name="case_risks"),
    path("<slug:number>/prova/", admission.admit, name="admit_case"),
    path("<slug:number>/prova/<slug:slug>/", admission.admit, name="admit_case_to"),
    path("<slug:number>/beredning/", admission.lay_before, name="lay_before"),
    path("<slug:number>/lyft/", lifts.lift, name="lift"),
    path("<slug:number>/lyft/borja/", lifts.begin, name="begin_lift"),
    path("<slug:number>/lyft/paminn/", lifts.remind, name="remind_line"),
    path("<slug:number>/lyft/aterta/", lifts.withdraw, name="withdraw_lift"),
    path("<slug:number>/lyft/slutfor/", lifts.complete, name="complete_lift"),
    path("<slug:number>/lyft/svar/<slug:principal>/", lifts.note, name="note_line"),
    path("<slug:number>/lyft/lank/<slug:principal>/", lifts.send_link, name="line_link"),
]
