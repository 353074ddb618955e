"""What waits, for each who comes to the desk; the same number of questions however much waits."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.routines import IS_AWAY
from samverkan.dispatches import rules
from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import Answer, Dispatch, Recommendation
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.queries import with_adjusters
from samverkan.meetings.rules import BEFORE_HELD

MOST = 20


@dataclass(frozen=True)
class Silence:
    """A recommendation that some principals have not answered, and whom to remind."""

    recommendation: Recommendation
    silent: list[str]
    overdue: bool
    remindable: int


def silences(collaboration_id: int, now: datetime) -> list[Silence]:
    """Return the recommendations that wait for answers, those past their day first."""
    undecided = Prefetch(
        "dispatches",
        Dispatch.objects.filter(awaited())
        .select_related("principal")
        .order_by("principal__position"),
        to_attr="undecided",
    )
    open_ones = Dispatch.objects.filter(awaited(), recommendation=OuterRef("pk"))
    found = (
        Recommendation.objects.filter(Exists(open_ones), collaboration_id=collaboration_id)
        .select_related("body")
        .prefetch_related(undecided)
        .order_by("reply_by", "agreed_on")[:MOST]
    )
    return [_silence(one, now) for one in found]


def _silence(recommendation: Recommendation, now: datetime) -> Silence:
    undecided: list[Dispatch] = recommendation.undecided  # type: ignore[attr-defined]
    reply_by = recommendation.reply_by
    return Silence(
        recommendation,
        silent=[one.principal.short_name for one in undecided],
        overdue=reply_by is not None and reply_by < now.date(),
        remindable=sum(
            bool(one.to)
            and rules.may_be_reminded(
                state=DispatchState(one.state),
                answers_earlier=one.answers_earlier,
                dispatched_at=one.sent_again_at or one.dispatched_at,
                reminded_at=one.reminded_at,
                quiet_until=max(filter(None, (one.planned_on, one.more_time_until)), default=None),
                now=now,
            )
            for one in undecided
        ),
    )


def to_dispatch(collaboration_id: int) -> QuerySet[Recommendation]:
    """Return the recommendations that no principal has been sent."""
    return (
        Recommendation.objects.filter(collaboration_id=collaboration_id, dispatched_at=None)
        .select_related("body")
        .order_by("agreed_on", "number")[:MOST]
    )


def to_prepare(collaboration_id: int) -> QuerySet[Case]:
    """Return the cases that are raised but not prepared, the oldest first."""
    return (
        Case.objects.filter(collaboration_id=collaboration_id, stage=CaseStage.RAISED)
        .select_related("body", "raised_by", "routine")
        .prefetch_related("exits__to_body", "exits__came_back")
        .order_by("rank", "raised_at")[:MOST]
    )


def to_place(collaboration_id: int) -> QuerySet[Case]:
    """Return the prepared cases that are on no open agenda."""
    placed = Item.objects.filter(case=OuterRef("pk"), outcome="", meeting__stage__in=BEFORE_HELD)
    return (
        Case.objects.filter(
            ~Exists(placed), ~IS_AWAY, collaboration_id=collaboration_id, stage=CaseStage.PREPARED
        )
        .select_related("body")
        .order_by("rank", "raised_at")[:MOST]
    )


def open_meetings(collaboration_id: int, bodies: Iterable[int] | None = None) -> QuerySet[Meeting]:
    """Return the meetings that are not closed, of all bodies or some, the next first."""
    found = Meeting.objects.filter(collaboration_id=collaboration_id, stage__in=BEFORE_HELD)
    if bodies is not None:
        found = found.filter(body__in=bodies)
    return found.select_related("body").order_by("on", "body__position")[:MOST]


def to_approve(collaboration_id: int) -> QuerySet[Meeting]:
    """Return the meetings whose minutes wait to be approved."""
    return (
        with_adjusters(Meeting.objects.filter(collaboration_id=collaboration_id))
        .filter(stage__in=[MeetingStage.HELD, MeetingStage.REOPENED])
        .select_related("body", "led_by")
        .order_by("on")[:MOST]
    )


def latest_answers(collaboration_id: int) -> QuerySet[Answer]:
    """Return what the principals told last."""
    return (
        Answer.objects.filter(dispatch__recommendation__collaboration_id=collaboration_id)
        .select_related("dispatch__principal", "dispatch__recommendation")
        .order_by("-given_at", "-pk")[:8]
    )


def bodies_of(person_id: int, collaboration_id: int, on: date) -> QuerySet[Body]:
    """Return the bodies where a person sits, by a mission or by an office in another body."""
    offices = ChairTerm.objects.filter(person_id=person_id, period__contains=on)
    derived = DerivedSeat.objects.none().values("body_id")
    for of_body_id, office in offices.values_list("body_id", "office"):
        derived = derived | DerivedSeat.objects.filter(
            of_body_id=of_body_id, office=office, part="seat", period__contains=on
        ).values("body_id")
    held = Q(missions__person_id=person_id, missions__period__contains=on)
    return (
        Body.objects.filter(held | Q(pk__in=derived), collaboration_id=collaboration_id)
        .distinct()
        .order_by("position", "name")
    )


def missions_of(person_id: int, collaboration_id: int, on: date) -> QuerySet[Mission]:
    """Return the missions that a person holds."""
    found = Mission.objects.filter(
        person_id=person_id, body__collaboration_id=collaboration_id, period__contains=on
    )
    return found.select_related("principal").order_by("body__position", "principal__position")


def led_bodies(person_id: int, collaboration_id: int, on: date) -> set[int]:
    """Return the ids of the bodies whose working committee a person is in."""
    terms = ChairTerm.objects.filter(
        person_id=person_id, body__collaboration_id=collaboration_id, period__contains=on
    )
    return set(terms.values_list("body_id", flat=True))


def own_cases(person_id: int, collaboration_id: int) -> QuerySet[Case]:
    """Return the cases that a person has raised, the newest first."""
    return (
        Case.objects.filter(raised_by=person_id, collaboration_id=collaboration_id)
        .select_related("body")
        .order_by("-raised_at")[:MOST]
    )
