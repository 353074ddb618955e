"""A case leaves the road by an exit of its routine, or comes back."""

from typing import Any

from django.http import HttpResponse

from samverkan.bodies.models import Body
from samverkan.bodies.queries import bodies_on
from samverkan.cases.actions import leave_case, obstacles_before_left, return_case
from samverkan.cases.choices import CaseStage, ExitKind
from samverkan.cases.models import Case
from samverkan.cases.permissions import Act, may, require
from samverkan.cases.routines import open_exit, routine_of
from samverkan.cases.rules.exits import MOVES_ON, REASON_LIMIT, WHERE_LIMIT, exits_open
from samverkan.cases.rules.routine import Exit
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.www.cases.views import find_case
from samverkan.www.forms import Choices, Form, line, one_of, paragraphs, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class LeaveForm(Form):
    places = {
        "exit_without_reason": "reason",
        "exit_reason_too_long": "reason",
        "exit_without_body": "to_body",
        "exit_not_to_body": "to_body",
        "case_already_there": "to_body",
        "exit_without_where": "where",
        "exit_where_too_long": "where",
        "exit_not_from_here": "kind",
        "exit_not_in_routine": "kind",
    }

    def __init__(self, exits: list[Exit], bodies: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"] = one_of(
            "Hur lämnar ärendet vägen?",
            [(one.kind.value, f"{one.name}. {one.text}".strip()) for one in exits],
            missing="Välj hur ärendet lämnar vägen.",
            radios=True,
        )
        if any(one.kind is not ExitKind.WITHDRAWN for one in exits):
            self.fields["to_body"] = one_of(
                "Till vilket organ", bodies, hint="Fylls i när ärendet går till ett organ här."
            )
            self.fields["where"] = line(
                "Vart", WHERE_LIMIT, hint="Fylls i när ärendet går till någon utanför."
            )
        self.fields["reason"] = paragraphs(
            "Skäl",
            REASON_LIMIT,
            missing="Skriv varför ärendet lämnar vägen. Skälet syns i ärendet.",
            hint="Skriv inga uppgifter om enskilda personer.",
        )


class ReturnForm(Form):
    places = {"return_without_result": "result", "exit_reason_too_long": "result"}

    result = paragraphs(
        "Vad kom de fram till?", REASON_LIMIT, missing="Skriv vad de kom fram till."
    )


@step
def leave(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.WITHDRAW, case, work.today)
    exits = _exits(work, case)
    form = LeaveForm(exits, _bodies(work, exits), work.sent)
    if work.posted and form.is_valid():
        to_body = form.cleaned_data.get("to_body")
        try:
            left = leave_case(
                work.collaboration.pk,
                number,
                ExitKind(typed(form, "kind")),
                reason=typed(form, "reason"),
                to_body_id=int(to_body) if to_body else None,
                where=form.cleaned_data.get("where", ""),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Ärende {number} har lämnat vägen: {left.name}."
            return work.done(said, work.url("case", number))
    return work.page(
        "cases/leave.html",
        ("Ärenden", work.url("cases")),
        (number, work.url("case", number)),
        ("Lämna vägen", ""),
        case=case,
        form=form,
        exits=exits,
        obstacles=explained(work, _stopping(case, exits)),
    )


@step
def come_back(work: Workspace, number: str) -> HttpResponse:
    case = find_case(work, number)
    require(work.user, Act.LEAVE, case, work.today)
    form = ReturnForm(work.sent)
    if work.posted and form.is_valid():
        try:
            return_case(
                work.collaboration.pk,
                number,
                result=typed(form, "result"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Ärende {number} är tillbaka.", work.url("case", number))
    return work.page(
        "cases/return.html",
        ("Ärenden", work.url("cases")),
        (number, work.url("case", number)),
        ("Tillbaka", ""),
        case=case,
        form=form,
        gone=open_exit(case),
    )


def _exits(work: Workspace, case: Case) -> list[Exit]:
    """Return the exits that the case may take, of those that the person may use."""
    routine = routine_of(case)
    kinds = exits_open(routine, CaseStage(case.stage), case.body.slug)
    everything = may(work.user, Act.LEAVE, case, work.today)
    return [
        one
        for one in routine.exits
        # A lift goes through the line of every principal, on pages of its own.
        if one.kind in kinds
        and one.kind != ExitKind.LIFTED
        and (everything or one.kind == ExitKind.WITHDRAWN)
    ]


def _bodies(work: Workspace, exits: list[Exit]) -> Choices:
    """Return the bodies that some of the exits may lead to."""
    named = {slug for one in exits for slug in one.to_bodies}
    bodies = list(bodies_on(work.collaboration.pk, work.today))
    return [(str(one.pk), one.name) for one in bodies if one.slug in named or _may_lead(one, exits)]


def _may_lead(body: Body, exits: list[Exit]) -> bool:
    return any(body.kind in MOVES_ON.get(one.kind, ()) for one in exits if not one.to_bodies)


def _stopping(case: Case, exits: list[Exit]) -> list[Obstacle]:
    """Return what stops every exit, whatever is typed; nothing when one is open."""
    typed_later = ("exit_without_body", "exit_without_where")
    found = [
        [one for one in obstacles_before_left(case, way.kind) if one.code not in typed_later]
        for way in exits
    ]
    return found[0] if found and all(found) else []
