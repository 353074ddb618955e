"""Dissolve a body: its cases moved, its papers handed over, its members told, then its last day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format

from samverkan.bodies import actions
from samverkan.bodies.choices import ClosingStep, Power
from samverkan.bodies.models import Body, ClosingNote
from samverkan.bodies.queries import bodies_on
from samverkan.bodies.rules.closing import obstacles_to_note_closing
from samverkan.cases import actions as case_actions
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.periods import last_of
from samverkan.sentences import DAY
from samverkan.www.forms import EndForm, Form, day, line, offer, one_of, paragraphs, typed
from samverkan.www.pages import Workspace, page, step
from samverkan.www.reasons import explained
from samverkan.www.structure.found import crumbs, find_body
from samverkan.www.structure.seat_forms import ENDS
from samverkan.www.structure.two_steps import Change, ChangeForm, in_two_steps

TO_MOVE = (CaseStage.RAISED, CaseStage.PREPARED)
TO_FOLLOW = (CaseStage.RECOMMENDED, CaseStage.DISPATCHED)
STEPS = {
    "arenden": ClosingStep.CASES,
    "handlingar": ClosingStep.PAPERS,
    "ledamoter": ClosingStep.MEMBERS,
}
WORDS = {step: word for word, step in STEPS.items()}
WHY_LEFT = "Skriv varför ärenden är kvar, eller flytta dem först."


@dataclass(frozen=True)
class Point:
    """One of the things to do before a body ends, and when it was done."""

    step: ClosingStep
    word: str
    note: ClosingNote | None


class NoteForm(Form):
    places = {"closing_step_ahead": "on"}

    on = day("Dag", missing="Skriv vilken dag det blev klart.")
    note = line("Anteckning", 300, hint="Till exempel vart handlingarna har lämnats.")

    def ask_why(self) -> None:
        """Ask for a note: cases are left that somebody ought to move."""
        self.fields["note"].required = True
        self.fields["note"].help_text = "Varför ärenden är kvar."
        self.fields["note"].error_messages["required"] = WHY_LEFT


class MoveForm(Form):
    places = {
        "case_already_there": "to",
        "body_takes_no_cases": "to",
        "body_of_other_collaboration": "to",
        "no_reason_to_move": "reason",
        "identity_number": "reason",
        "control_characters": "reason",
    }

    to = one_of("Flytta till", [], missing="Välj vilket organ som tar över ärendet.")
    reason = paragraphs(
        "Skäl", 500, missing="Skriv varför ärendet flyttas.", hint="Skälet blir offentligt.", rows=3
    )


class EndBodyForm(ChangeForm, EndForm):
    places = {
        **ENDS,
        "body_ends_first": "last",
        "body_already_ended": "last",
        "body_has_met_since": "last",
    }

    last = day("Organets sista dag", missing="Skriv organets sista dag.")


@page
def close_body(work: Workspace, slug: str) -> HttpResponse:
    body = find_body(work, slug)
    cases = Case.objects.filter(body=body).order_by("raised_at")
    to_move = list(cases.filter(stage__in=TO_MOVE))
    return work.page(
        "structure/closing.html",
        *crumbs(work, body, "Avveckla"),
        body=body,
        last=last_of(body.period.upper),
        ended=body.period.upper is not None and body.period.upper <= work.today,
        to_move=to_move,
        to_follow=list(cases.filter(stage__in=TO_FOLLOW)),
        points=_points(body),
        heirs=[one.heir for one in body.heirs.select_related("heir")],
        between=between_heirs(body, body.period.upper) if body.period.upper else [],
    )


@step
def note_closing(work: Workspace, slug: str, done: str) -> HttpResponse:
    body = find_body(work, slug)
    if done not in STEPS:
        raise Http404
    noted = [one.step for one in _points(body) if one.note]
    form = NoteForm(work.sent, initial={"on": work.today})
    cases = Case.objects.filter(body=body, stage__in=TO_MOVE).count()
    left = cases if STEPS[done] is ClosingStep.CASES else 0
    if left:
        form.ask_why()
    if work.posted and form.is_valid():
        try:
            actions.note_closing(
                body.pk,
                STEPS[done],
                on=typed(form, "on"),
                note=typed(form, "note"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Det är antecknat.", work.url("close_body", body.slug))
    return work.page(
        "structure/note_closing.html",
        *crumbs(work, body, "Avveckla"),
        body=body,
        form=form,
        heading=str(STEPS[done].label).capitalize(),
        left=left,
        obstacles=explained(work, obstacles_to_note_closing(step=STEPS[done], done=noted)),
    )


@step
def move_case(work: Workspace, slug: str, number: str) -> HttpResponse:
    body = find_body(work, slug)
    case = get_object_or_404(Case, collaboration=work.collaboration, body=body, number=number)
    heirs = [one.heir_id for one in body.heirs.all()]
    form = MoveForm(
        work.sent,
        initial={"to": _only(heirs), "reason": f"{body.short} upphör."},
    )
    offer(form, "to", _takers(work, body, heirs))
    if work.posted and form.is_valid():
        try:
            moved = case_actions.move_case(
                work.collaboration.pk,
                case.number,
                to_body_id=int(typed(form, "to")),
                reason=typed(form, "reason"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Ärende {case.number} är flyttat till {moved.body.short}."
            return work.done(said, work.url("close_body", body.slug))
    return work.page(
        "structure/move_case.html",
        *crumbs(work, body, "Flytta ärende"),
        body=body,
        case=case,
        form=form,
    )


@step
def end_body(work: Workspace, slug: str) -> HttpResponse:
    body = find_body(work, slug)
    form = EndBodyForm(
        work.sent,
        initial={"last": last_of(body.period.upper) or work.today},
    )

    def act() -> str:
        actions.end_body(
            body.pk,
            until=form.until,
            reason=form.reason_given,
            by=work.by,
            now=work.now,
        )
        return f"{body.name} upphör. Sista dagen är den {date_format(typed(form, 'last'), DAY)}."

    return in_two_steps(
        work,
        form,
        Change(
            heading=f"Låt {body.short} upphöra",
            over=body.name,
            lead="Alla uppdrag, platser och ordförandeperioder slutar samma dag.",
            act=act,
            bodies=lambda: [body.pk],
            crumbs=crumbs(work, body, "Upphör"),
            back=work.url("close_body", body.slug),
            remarks=lambda: [*_left(body), *between_heirs(body, form.until)],
        ),
    )


def _left(body: Body) -> list[str]:
    """Return which open cases would stay in a body that ends; nobody treats them there."""
    cases = Case.objects.filter(body=body, stage__in=TO_MOVE).order_by("raised_at")
    return [
        f"Ärende {one.number} {one.title} är öppet och ligger kvar i {body.short}. Flytta det "
        "före sista dagen."
        for one in cases
    ]


def between_heirs(body: Body, until: date) -> list[str]:
    """Return how a body's end meets the start of those that take over: gap, overlap, or nobody."""
    heirs = [one.heir for one in body.heirs.select_related("heir")]
    if not heirs:
        return [f"{body.short} har ingen arvtagare."]
    return [said for heir in heirs if (said := _between(heir, until))]


def _between(heir: Body, until: date) -> str:
    first = heir.period.lower
    if first is None or first == until:
        return ""
    begins = date_format(first, DAY)
    if first > until:
        return f"Ett glapp: {heir.short}, som tar över, finns först från den {begins}."
    return f"Två samtidigt: {heir.short}, som tar över, finns redan från den {begins}."


def _points(body: Body) -> list[Point]:
    notes = {one.step: one for one in body.closing_notes.all()}
    return [Point(step, WORDS[step], notes.get(step)) for step in ClosingStep]


def _only(heirs: list[int]) -> str:
    return str(heirs[0]) if len(heirs) == 1 else ""


def _takers(work: Workspace, body: Body, heirs: list[int]) -> list[tuple[str, str]]:
    """Return the bodies that may take a case over, the heirs first."""
    treats = (Power.PREPARES, Power.RECOMMENDS, Power.DECIDES)
    found: Any = bodies_on(work.collaboration.pk, work.today).filter(power__in=treats)
    rows = list(found.exclude(pk=body.pk))
    rows.sort(key=lambda one: one.pk not in heirs)
    return [
        (str(one.pk), f"{one.name} (tar över)" if one.pk in heirs else one.name) for one in rows
    ]
