"""Watching a case: set a day for a role, and note that it was looked after."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.cases import actions
from samverkan.cases.choices import Mover
from samverkan.cases.permissions import Act, require
from samverkan.journal.obstacles import StepRefused
from samverkan.www.cases.views import find_case
from samverkan.www.forms import Form, day, labelled, line, one_of, typed
from samverkan.www.pages import Workspace, step

WATCHERS = [Mover.COORDINATORS, Mover.COMMITTEE, Mover.RAISER]


class WatchForm(Form):
    places = {"watch_without_matter": "what", "watch_in_the_past": "on"}

    what = line("Vad ska bevakas?", 200, missing="Skriv vad som ska bevakas.")
    on = day("Dag", missing="Ange vilken dag ärendet ska ses på igen.")
    role = one_of(
        "Vem bevakar?",
        labelled(WATCHERS),
        missing="Välj vem som bevakar.",
        hint="En roll, inte en person: den som har rollen den dagen påminns.",
        radios=True,
    )


class FinishForm(Form):
    note = line("Vad blev det?", 300, hint="Kort, om det är något som andra behöver veta.")


@step
def watch(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.WATCH, case, work.today)
    form = WatchForm(work.sent, initial={"role": str(Mover.COORDINATORS)})
    if work.posted and form.is_valid():
        try:
            actions.watch_case(
                work.collaboration.pk,
                number,
                role=Mover(typed(form, "role")),
                on=typed(form, "on"),
                what=typed(form, "what"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Bevakningen är antecknad.", work.url("case", number))
    return work.page(
        "cases/watch.html",
        ("Ärenden", work.url("cases")),
        (number, work.url("case", number)),
        ("Bevaka", ""),
        case=case,
        form=form,
    )


@step
def finish(work: Workspace, number: str, pk: int) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.WATCH, case, work.today)
    found = get_object_or_404(case.watches, pk=pk)
    form = FinishForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.finish_watch(found.pk, note=typed(form, "note"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Bevakningen är klar.", work.url("case", number))
    return work.page(
        "cases/finish_watch.html",
        ("Ärenden", work.url("cases")),
        (number, work.url("case", number)),
        ("Bevakning", ""),
        case=case,
        watch=found,
        form=form,
    )
