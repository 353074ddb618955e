"""Trying a draft of the routine on the cases of the last year: what it would have refused."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samverkan.bodies.models import Body
from samverkan.cases.choices import ExitKind, StepKind
from samverkan.cases.models import Case
from samverkan.cases.rules.routine import FIELDS, Routine
from samverkan.cases.rules.trial import Taken, refusals
from samverkan.dispatches.models import Recommendation
from samverkan.journal.models import Entry
from samverkan.meetings.choices import Outcome
from samverkan.sentences import say_all

YEAR = timedelta(days=365)
STEPS = {
    "case.raised": StepKind.RAISE,
    "case.documented": StepKind.DOCUMENT,
    "case.prepared": StepKind.PREPARE,
    "recommendation.drawn_up": StepKind.RECOMMEND,
    "recommendation.dispatched": StepKind.DISPATCH,
    "recommendation.reported_back": StepKind.REPORT_BACK,
}
VERBS = (*STEPS, "case.left", "point.concluded")


@dataclass(frozen=True)
class RefusedStep:
    """A step that the draft would have refused, and why, in words."""

    at: datetime
    label: str
    sentences: list[str]


@dataclass(frozen=True)
class Tried:
    """A case that a draft was tried on."""

    case: Case
    steps: int
    refused: list[RefusedStep]


def tried(collaboration_id: int, routine: Routine, today: date) -> list[Tried]:
    """Return the cases raised in the last year, with what a routine would have refused in each."""
    cases = list(
        Case.objects.filter(
            collaboration_id=collaboration_id, raised_at__date__gt=today - YEAR
        ).select_related("body")
    )
    taken = _taken(collaboration_id, cases)
    return [_tried(case, routine, taken[case.pk]) for case in cases]


def _tried(case: Case, routine: Routine, taken: list[Taken]) -> Tried:
    fields = {name: getattr(case, name) for name in FIELDS}
    refused = [
        RefusedStep(one.taken.at, str(one.taken.what.label), say_all(one.obstacles))
        for one in refusals(routine, taken, fields)
    ]
    return Tried(case, len(taken), refused)


def _taken(collaboration_id: int, cases: list[Case]) -> dict[int, list[Taken]]:
    """Return the steps that each case took, as the journal tells them, the first first."""
    of = {f"case/{case.number}": case.pk for case in cases}
    recommendations = Recommendation.objects.filter(case__in=cases)
    of |= {f"recommendation/{one.number}": one.case_id for one in recommendations}
    slugs = {case.pk: case.body.slug for case in cases}
    entries = Entry.objects.filter(
        collaboration_id=collaboration_id, subject__in=of, verb__in=VERBS
    ).order_by("sequence")
    names = dict(Body.objects.filter(collaboration_id=collaboration_id).values_list("name", "slug"))
    taken: dict[int, list[Taken]] = defaultdict(list)
    for entry in entries:
        what = _what(entry)
        case = of[entry.subject]
        if what is not None:
            body = names.get(entry.content["facts"].get("body"), slugs[case])
            taken[case].append(Taken(entry.at, what, body))
    return taken


def _what(entry: Entry) -> StepKind | ExitKind | None:
    facts = entry.content["facts"]
    if entry.verb == "case.left":
        return ExitKind(facts["kind"])
    if entry.verb == "point.concluded":
        agreed = facts.get("outcome") != Outcome.NOT_AGREED.label
        return None if agreed else StepKind.CLOSE
    return STEPS[entry.verb]
