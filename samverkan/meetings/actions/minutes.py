"""After a meeting: number its points, approve its minutes, and let what follows be done."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from samverkan.bodies.models import Body
from samverkan.cases.actions import advance
from samverkan.cases.choices import CaseStage
from samverkan.documents.actions import open_annexes
from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import hooks, rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.actions.revisions import save_revised
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Item, Meeting, Minutes
from samverkan.people.models import Person


@transaction.atomic
def close_meeting(meeting_id: int, *, by: Actor, now: datetime) -> Meeting:
    """Close a meeting: its points get the body's next numbers, and nothing more is added.

    Raises StepRefused while points lack an outcome, or an earlier meeting is still open.
    """
    meeting = locked(meeting_id)
    Body.objects.select_for_update(no_key=True).get(pk=meeting.body_id)
    refuse(obstacles_before_closed(meeting, localdate(now)))
    items = list(meeting.items.order_by("position"))
    last = Item.objects.filter(body_id=meeting.body_id).aggregate(last=Max("number"))["last"]
    numbers = rules.next_numbers(last=last, first_ever=meeting.body.first_point, points=len(items))
    for item, number in zip(items, numbers, strict=True):
        item.number = number
    Item.objects.bulk_update(items, ["number"])
    for item in items:
        if item.case_id and item.outcome == Outcome.RECOMMENDED:
            advance(item.case_id, CaseStage.RECOMMENDED)
        if item.case_id and item.outcome == Outcome.NOT_AGREED:
            advance(item.case_id, CaseStage.CLOSED)
    meeting.stage = MeetingStage.HELD
    save_revised(meeting, "stage", now=now)
    record(
        meeting.collaboration_id,
        "meeting.held",
        subject(meeting),
        by=by,
        at=now,
        rule="R290",
        source=meeting.source,
        body=meeting.body.name,
        on=meeting.on,
        first=numbers[0] if numbers else None,
        last=numbers[-1] if numbers else None,
    )
    return meeting


def obstacles_before_closed(meeting: Meeting, today: date) -> list[Obstacle]:
    """Return what stands in the way of closing a meeting as things are now."""
    undecided = meeting.items.filter(kind=ItemKind.DECISION, outcome="")
    earlier = Meeting.objects.filter(
        body_id=meeting.body_id, on__lt=meeting.on, stage__in=rules.BEFORE_HELD
    )
    return rules.obstacles_to_close(
        stage=MeetingStage(meeting.stage),
        on=meeting.on,
        today=today,
        deciding=meeting.attendances.filter(part=Part.DECIDING).count(),
        led=meeting.led_by_id is not None,
        undecided=list(undecided.values_list("heading", flat=True)),
        earlier_open=list(earlier.values_list("on", flat=True)),
    )


@transaction.atomic
def approve_minutes(
    meeting_id: int,
    *,
    approver: int,
    title: str,
    approved_on: date | None,
    note: str = "",
    by: Actor,
    now: datetime,
) -> Minutes:
    """Approve (justera) the minutes of a meeting: they are frozen, and what follows is done.

    Raises StepRefused unless the one who led the held meeting approves, on a day after it.
    """
    meeting = locked(meeting_id)
    refuse(
        [
            *rules.obstacles_to_approve(
                stage=MeetingStage(meeting.stage),
                approver=approver,
                led_by=meeting.led_by_id,
                approved_on=approved_on,
                met_on=meeting.on,
                today=localdate(now),
                from_source=bool(meeting.source),
            ),
            *obstacles_to_text(Titel=title, Justering=note),
        ]
    )
    person = Person.objects.get(pk=approver)
    content = minutes_text(
        meeting, approved_by=person.name, title=title, approved_on=approved_on, note=note
    )
    minutes = Minutes.objects.create(
        meeting=meeting,
        content=content,
        sha256=digest(content),
        approved_by=person,
        approver_title=title,
        approved_on=approved_on,
        approved_note=note,
    )
    meeting.stage = MeetingStage.APPROVED
    meeting.save(update_fields=["stage"])
    clauses = meeting.items.exclude(clauses=None).values_list("clauses", flat=True)
    open_annexes([pk for pk in clauses if pk is not None])
    for follow in hooks.AFTER_APPROVAL:
        follow(meeting, by, now)
    record(
        meeting.collaboration_id,
        "minutes.approved",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        source=meeting.source or "styrgruppens anteckningar 27 september 2018",
        body=meeting.body.name,
        on=meeting.on,
        approver=person.name,
        sha256=minutes.sha256,
    )
    return minutes
