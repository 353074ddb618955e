"""The programme of a seminar: parts are added, changed, moved and removed."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.meetings.actions.seminar_programme import (
    Part,
    add_part,
    change_part,
    move_part,
    remove_part,
)
from samverkan.meetings.models import ProgrammeItem, Seminar
from samverkan.meetings.rules.seminars import programme_open
from samverkan.meetings.seminar_choices import Heading, SeminarStage
from samverkan.meetings.seminar_permissions import Act
from samverkan.www.forms import Form, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.seminar.forms import PartForm
from samverkan.www.seminar.found import find_for, show_step, taken

WAYS = {"upp": "uppåt", "ned": "nedåt"}


@step
def add(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    form = PartForm(work.sent)
    if (
        work.posted
        and form.is_valid()
        and taken(form, lambda: add_part(one.pk, _part(form), by=work.by, now=work.now))
    ):
        return _back(work, year, f"”{typed(form, 'title')}” är tillagd.")
    return show_step(
        work,
        one,
        "Lägg till en programpunkt",
        form,
        submit="Lägg till",
        obstacles=programme_open(SeminarStage(one.stage)),
    )


@step
def change(work: Workspace, year: int, pk: int) -> HttpResponse:
    one, part = _found(work, year, pk)
    form = PartForm.of(part, work.sent)
    if (
        work.posted
        and form.is_valid()
        and taken(form, lambda: change_part(part.pk, _part(form), by=work.by, now=work.now))
    ):
        return _back(work, year, f"”{typed(form, 'title')}” är ändrad.")
    return show_step(
        work,
        one,
        f"Ändra ”{part.title}”",
        form,
        submit="Spara",
        obstacles=programme_open(SeminarStage(one.stage)),
    )


@step
def move(work: Workspace, year: int, pk: int, way: str) -> HttpResponse:
    if way not in WAYS:
        raise Http404
    one, part = _found(work, year, pk)
    form = Form(work.sent)
    up = way == "upp"
    if (
        work.posted
        and form.is_valid()
        and taken(form, lambda: move_part(part.pk, up=up, by=work.by, now=work.now))
    ):
        return _back(work, year, f"”{part.title}” är flyttad {WAYS[way]}.")
    return show_step(
        work,
        one,
        f"Flytta ”{part.title}” {WAYS[way]}",
        form,
        submit=f"Flytta {WAYS[way]}",
        obstacles=programme_open(SeminarStage(one.stage)),
    )


@step
def remove(work: Workspace, year: int, pk: int) -> HttpResponse:
    one, part = _found(work, year, pk)
    form = Form(work.sent)
    if (
        work.posted
        and form.is_valid()
        and taken(form, lambda: remove_part(part.pk, by=work.by, now=work.now))
    ):
        return _back(work, year, f"”{part.title}” är borttagen.")
    return show_step(
        work,
        one,
        f"Ta bort ”{part.title}”?",
        form,
        submit="Ta bort punkten",
        lead="Det som är skrivet om punkten försvinner.",
        warning=True,
        obstacles=programme_open(SeminarStage(one.stage)),
    )


def _found(work: Workspace, year: int, pk: int) -> tuple[Seminar, ProgrammeItem]:
    one = find_for(work, year, Act.KEEP)
    return one, get_object_or_404(one.programme, pk=pk)


def _part(form: PartForm) -> Part:
    return Part(
        heading=Heading(typed(form, "heading")),
        title=typed(form, "title"),
        speaker=typed(form, "speaker"),
        text=typed(form, "text"),
        starts_at=typed(form, "starts_at"),
    )


def _back(work: Workspace, year: int, said: str) -> HttpResponse:
    return work.done(said, f"{work.url('seminar', year)}#program")
