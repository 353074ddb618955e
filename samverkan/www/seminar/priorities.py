"""What the seminar prioritised: noted, linked to a case, and followed to its end."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.cases.models import Case
from samverkan.cases.queries import cases_visible_to
from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.actions.seminar_priorities import (
    Area,
    change_priority,
    note_fate,
    prioritise,
)
from samverkan.meetings.models import Priority, Seminar
from samverkan.meetings.rules import seminars as rules
from samverkan.meetings.seminar_choices import Fate, SeminarStage
from samverkan.meetings.seminar_permissions import Act
from samverkan.www.forms import Choices, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.seminar.forms import FateForm, PriorityForm
from samverkan.www.seminar.found import find_for, show_step, taken

MOST_CASES = 200


@step
def add(work: Workspace, year: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    form = PriorityForm(_cases(work), _earlier(one), work.sent)

    def act() -> None:
        chosen = form.cleaned_data.get("continues")
        continues = int(chosen) if chosen else None
        area = _area(form)
        prioritise(one.pk, area, continues_id=continues, by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return _back(work, year, f"”{typed(form, 'area')}” är antecknat som prioriterat.")
    return show_step(
        work,
        one,
        "Skriv in ett prioriterat område",
        form,
        submit="Spara området",
        lead="Det seminariet kom överens om att prioritera under året.",
        obstacles=_before_held(one),
    )


@step
def change(work: Workspace, year: int, pk: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    priority = get_object_or_404(one.priorities.select_related("case"), pk=pk)
    cases = _cases(work, besides=priority.case)
    form = PriorityForm(cases, None, work.sent, initial=PriorityForm.initial_of(priority))

    def act() -> None:
        change_priority(priority.pk, _area(form), by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return _back(work, year, f"”{typed(form, 'area')}” är ändrat.")
    return show_step(work, one, f"Ändra ”{priority.area}”", form, submit="Spara")


@step
def fate(work: Workspace, year: int, pk: int) -> HttpResponse:
    one = find_for(work, year, Act.KEEP)
    priority: Priority = get_object_or_404(one.priorities, pk=pk)
    initial = {"fate": priority.fate, "told": priority.fate_note}
    form = FateForm(work.sent, initial=initial)

    def act() -> None:
        chosen = Fate(typed(form, "fate"))
        note_fate(priority.pk, chosen, told=typed(form, "told"), by=work.by, now=work.now)

    if work.posted and form.is_valid() and taken(form, act):
        return _back(work, year, f"Läget för ”{priority.area}” är antecknat.")
    return show_step(
        work,
        one,
        f"Läget för ”{priority.area}”",
        form,
        submit="Spara läget",
        lead="Läget är offentligt och kommer med i nästa års program.",
    )


def _cases(work: Workspace, besides: Case | None = None) -> Choices:
    found = cases_visible_to(work.user, work.collaboration.pk, work.today)
    rows = list(found.order_by("-raised_at", "-pk").values_list("number", "title")[:MOST_CASES])
    if besides and (besides.number, besides.title) not in rows:
        rows.append((besides.number, besides.title))
    return [(number, f"{number} {title}") for number, title in rows]


def _earlier(one: Seminar) -> Choices:
    """Return the areas of earlier years that have not been carried on, the newest first."""
    found = Priority.objects.filter(
        seminar__collaboration_id=one.collaboration_id,
        seminar__year__lt=one.year,
        continued_by=None,
    ).select_related("seminar")
    return [
        (str(earlier.pk), f"{earlier.area} ({earlier.seminar.year})")
        for earlier in found.order_by("-seminar__year", "position")[:MOST_CASES]
    ]


def _area(form: PriorityForm) -> Area:
    return Area(
        area=typed(form, "area"),
        text=typed(form, "text"),
        value_inhabitants=typed(form, "value_inhabitants"),
        value_operations=typed(form, "value_operations"),
        target_groups=typed(form, "target_groups"),
        case_number=typed(form, "case"),
    )


def _before_held(one: Seminar) -> list[Obstacle]:
    return rules.obstacles_to_prioritise(
        stage=SeminarStage(one.stage), area="...", taken=(), continues_year=None, year=one.year
    )


def _back(work: Workspace, year: int, said: str) -> HttpResponse:
    return work.done(said, f"{work.url('seminar', year)}#prioriteringar")
