"""Before a meeting: plan it, and fill its agenda."""

from datetime import date, datetime, time

from django.db import transaction
from django.db.models import Max, Q

from samverkan.bodies.models import Body
from samverkan.cases.actions import subject as case_subject
from samverkan.cases.choices import CaseStage
from samverkan.cases.climbing import obstacles_to_take_up
from samverkan.cases.models import Case
from samverkan.cases.routines import away_at
from samverkan.cases.rules import obstacles_while_away
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import hooks, rules, wording
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import Item, Meeting

# Opening points stand first, closing points last; what is placed later comes between them.
STEP = 10
CLOSING = 9000


@transaction.atomic
def plan_meeting(
    body_id: int,
    *,
    on: date,
    starts_at: time | None = None,
    ends_at: time | None = None,
    place: str = "",
    standing_points: bool = True,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Meeting:
    """Plan a meeting of a body, with the points that every meeting has (R292-R303).

    Raises StepRefused when the body does not exist that day, or already meets then.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    busy = Meeting.objects.filter(body=body, on=on).exists()
    period = body.period
    refuse(
        [
            *rules.obstacles_to_plan(on=on, first=period.lower, until=period.upper, busy=busy),
            *rules.obstacles_to_times(starts_at, ends_at),
            *obstacles_to_text(Plats=place),
        ]
    )
    meeting = Meeting.objects.create(
        collaboration_id=body.collaboration_id,
        body=body,
        on=on,
        starts_at=starts_at,
        ends_at=ends_at,
        place=place,
        source=source,
        revised_at=now,
    )
    if standing_points:
        _add_standing_points(meeting)
    record(
        meeting.collaboration_id,
        "meeting.planned",
        subject(meeting),
        by=by,
        at=now,
        source=source,
        body=body.name,
        on=on,
    )
    return meeting


@transaction.atomic
def add_point(
    meeting_id: int,
    *,
    kind: ItemKind,
    heading: str,
    text: str = "",
    by: Actor,
    now: datetime,
    last: bool = False,
) -> Item:
    """Add a point that is not a case to the agenda.

    Raises StepRefused when the meeting has been held or the heading is missing.
    """
    meeting = locked(meeting_id)
    obstacles = rules.agenda_open(MeetingStage(meeting.stage))
    if not heading.strip():
        obstacles.append(Obstacle("no_heading"))
    refuse([*obstacles, *obstacles_to_text(Rubrik=heading, Anteckning=text)])
    item = Item.objects.create(
        meeting=meeting,
        body_id=meeting.body_id,
        position=_next_position(meeting, CLOSING if last else 0),
        kind=kind,
        heading=heading,
        text=text,
    )
    record(
        meeting.collaboration_id,
        "meeting.point_added",
        subject(meeting),
        by=by,
        at=now,
        body=meeting.body.name,
        on=meeting.on,
        heading=heading,
    )
    return item


@transaction.atomic
def place_case(
    meeting_id: int, case_number: str, *, heading: str = "", by: Actor, now: datetime
) -> Item:
    """Put a prepared case on the agenda of its body's meeting.

    Raises StepRefused when the case is not prepared, is on an agenda, or belongs elsewhere.
    """
    meeting = locked(meeting_id)
    case = Case.objects.select_for_update(no_key=True).get(
        collaboration_id=meeting.collaboration_id, number=case_number
    )
    refuse(
        [
            *rules.obstacles_to_place(
                stage=MeetingStage(meeting.stage),
                case_stage=CaseStage(case.stage),
                same_body=case.body_id == meeting.body_id,
                placed=is_on_open_agenda(case),
            ),
            *obstacles_to_take_up(case, meeting.body),
            *obstacles_while_away(away_at(case)),
        ]
    )
    item = Item.objects.create(
        meeting=meeting,
        body_id=meeting.body_id,
        position=_next_position(meeting),
        kind=ItemKind.DECISION,
        heading=heading or case.title,
        case=case,
    )
    record(
        meeting.collaboration_id,
        "case.placed",
        case_subject(case),
        by=by,
        at=now,
        rule="R157",
        source="överenskommelsen § 5.1.5 och § 6.1.6",
        number=case.number,
        body=meeting.body.name,
        on=meeting.on,
    )
    return item


def is_on_open_agenda(case: Case) -> bool:
    """Return whether a case waits on the agenda of a meeting that has not been held."""
    return case.items.filter(meeting__stage__in=rules.BEFORE_HELD, outcome="").exists()


def agenda_binds(case: Case) -> list[Obstacle]:
    """Return what keeps a case in its body: that it waits on one of the body's agendas."""
    return [Obstacle("case_on_open_agenda")] if is_on_open_agenda(case) else []


def refresh_own_points(meeting: Meeting) -> None:
    """Add or rewrite the points that come by themselves on an agenda that is still open."""
    if rules.agenda_open(MeetingStage(meeting.stage)):
        return
    for draft in (draft for source in hooks.COMES_BY_ITSELF for draft in source(meeting)):
        of_case = Q(case_id=draft.case_id) if draft.case_id else Q(case=None)
        present = meeting.items.filter(of_case, kind=ItemKind.REPORT_BACK, heading=draft.heading)
        updated = present.update(table=draft.table)
        # What somebody has written of the point at the meeting stays; the table tells the news.
        present.filter(outcome="", last_written=None).update(text=draft.text)
        if not updated:
            Item.objects.create(
                meeting=meeting,
                body_id=meeting.body_id,
                position=_next_position(meeting),
                kind=ItemKind.REPORT_BACK,
                heading=draft.heading,
                text=draft.text,
                table=draft.table,
                case_id=draft.case_id,
            )


def is_next(meeting: Meeting) -> bool:
    """Return whether no earlier meeting of the body is open; what waits comes to the first one."""
    earlier = Meeting.objects.filter(body_id=meeting.body_id, on__lt=meeting.on)
    return not earlier.filter(stage__in=rules.BEFORE_HELD).exists()


def _add_standing_points(meeting: Meeting) -> None:
    body = meeting.body
    opening = _points_of(body.opening_points) or wording.OPENING_POINTS
    closing = _points_of(body.closing_points) or wording.CLOSING_POINTS
    Item.objects.bulk_create(
        Item(
            meeting=meeting,
            body_id=meeting.body_id,
            position=begin + STEP * order,
            kind=kind,
            heading=heading,
        )
        for begin, points in ((STEP, opening), (CLOSING, closing))
        for order, (kind, heading) in enumerate(points)
    )
    if is_next(meeting):
        refresh_own_points(meeting)


def _points_of(listed: list[dict[str, str]]) -> list[tuple[ItemKind, str]]:
    return [(ItemKind(one["kind"]), one["heading"]) for one in listed]


def _next_position(meeting: Meeting, begin: int = 0) -> int:
    within = meeting.items.filter(position__gte=begin)
    if begin < CLOSING:
        within = within.filter(position__lt=CLOSING)
    return (within.aggregate(last=Max("position"))["last"] or begin) + STEP
