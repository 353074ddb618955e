"""What the list of cases and the page of one case show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from samverkan.bodies.models import Body
from samverkan.cases.choices import CaseStage
from samverkan.cases.listing import narrowed
from samverkan.cases.models import Case, RoutineVersion
from samverkan.cases.queries import public_cases
from samverkan.cases.routines import LEFT_AS, routine_of
from samverkan.cases.rules.routine import name_of
from samverkan.dispatches.models import Recommendation
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.queries import public_meetings
from samverkan.public.paging import Order, Rows
from samverkan.public.timeline import Event

ORDER = Order("raised_at", "number", moments=True)
STAGES = {
    stage.value: stage.label.capitalize() for stage in CaseStage if stage is not CaseStage.RAISED
}
# When a stage was reached is what the journal says of the act that led there.
REACHED_BY = {
    CaseStage.RAISED: "case.raised",
    CaseStage.PREPARED: "case.prepared",
    CaseStage.RECOMMENDED: "recommendation.drawn_up",
    CaseStage.DISPATCHED: "recommendation.dispatched",
    CaseStage.REPORTED_BACK: "recommendation.reported_back",
}


@dataclass(frozen=True)
class Step:
    """One stage on the way of a case: passed, present or ahead, and when it was reached."""

    label: str
    at: datetime | None
    done: bool
    now: bool


def found_cases(
    collaboration_id: int, *, body: str, stage: str, asked: Mapping[str, str]
) -> QuerySet[Case]:
    """Return the cases that everybody may read and that were asked for."""
    found = narrowed(public_cases(collaboration_id), asked)
    if body:
        found = found.filter(body__slug=body)
    if stage:
        found = found.filter(stage=stage)
    return found


def cases(collaboration_id: int, *, body: str, stage: str, asked: Mapping[str, str]) -> Rows:
    """Return the cases that everybody may read, as rows of a list."""
    found = found_cases(collaboration_id, body=body, stage=stage, asked=asked)
    return found.annotate(left_as=LEFT_AS).values(
        "number", "title", "summary", "kind", "stage", "raised_at", "body__name", "left_as"
    )


def body_options(collaboration_id: int) -> list[tuple[str, str]]:
    """Return the bodies that have a public case, as address and name."""
    treats = public_cases(collaboration_id).filter(body=OuterRef("pk"))
    found = Body.objects.filter(Exists(treats), collaboration_id=collaboration_id)
    return [(body.slug, body.short) for body in found.only("slug", "name", "short_name")]


def case_of(collaboration_id: int, number: str) -> Case:
    """Return a case by its number.

    Raises Http404 when there is none that everybody may read.
    """
    found = public_cases(collaboration_id).select_related(
        "body", "raised_by", "raised_for", "handler", "routine", "proposed_by"
    )
    case = found.filter(number=number).first()
    if case is None:
        raise Http404
    return case


def treated_at(case: Case) -> list[Item]:
    """Return the points of public agendas and minutes that hold the case, the first first."""
    found = case.items.filter(meeting__in=public_meetings(case.collaboration_id))
    return list(found.select_related("meeting__body").order_by("meeting__on", "position"))


def recommendations_of(case: Case) -> list[Recommendation]:
    """Return what bodies have recommended in the case."""
    return list(case.recommendations.select_related("body").order_by("agreed_on", "number"))


def meeting_of(version: RoutineVersion) -> Meeting | None:
    """Return the public meeting at which a version of the routine was adopted."""
    if version.point is None or version.meeting_on is None:
        return None
    meetings = public_meetings(version.collaboration_id).select_related("body")
    return meetings.filter(body=version.adopted_by, on=version.meeting_on).first()


def steps_of(case: Case, events: Sequence[Event]) -> list[Step]:
    """Return the way of a case in its routine's words, and its end when it has come there."""
    stage, routine = CaseStage(case.stage), routine_of(case)
    at: dict[str, datetime] = {}
    for event in events:
        at.setdefault(event.told.verb, event.told.at)
    road = list(REACHED_BY)
    if stage is CaseStage.CLOSED:
        road = [one for one in road if REACHED_BY[one] in at]
    steps = [
        Step(
            label=name_of(routine, one),
            at=at.get(REACHED_BY[one]),
            done=stage not in road or road.index(one) < road.index(stage),
            now=one is stage,
        )
        for one in road
    ]
    if stage is CaseStage.CLOSED:
        steps.append(Step(stage.label.capitalize(), None, done=False, now=True))
    return steps
