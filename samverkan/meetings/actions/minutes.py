"""After a meeting: number its points, or open it again for the secretary before approval."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from samverkan.bodies.models import Body
from samverkan.cases.actions import advance, put_back
from samverkan.cases.choices import CaseStage
from samverkan.documents.rules import annexes_named_in, is_attached, obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.approvals import end_open_draft
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.actions.revisions import save_revised
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome, Part
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.presence import points_without_deciding

# Where the case of a point comes when the meeting is closed; from there it is put back when the
# meeting is opened again.
MOVES_THE_CASE = {
    Outcome.RECOMMENDED: CaseStage.RECOMMENDED,
    Outcome.NOT_AGREED: CaseStage.CLOSED,
}
AGREEING = (Outcome.RECOMMENDED, Outcome.PROPOSED, Outcome.INNER_DECISION)


@transaction.atomic
def close_meeting(meeting_id: int, *, by: Actor, now: datetime) -> Meeting:
    """Close a meeting: its points get the body's next numbers, and nothing more is added.

    Raises StepRefused while points lack an outcome, or an earlier meeting is still open.
    """
    meeting = locked(meeting_id)
    Body.objects.select_for_update(no_key=True).get(pk=meeting.body_id)
    refuse(obstacles_before_closed(meeting, localdate(now)))
    items = list(meeting.items.order_by("position"))
    if meeting.stage != MeetingStage.REOPENED:  # a number that is given never changes (R290)
        _number(meeting, items)
        _note_next(meeting)
    for item in items:
        if item.case_id and item.outcome in MOVES_THE_CASE:
            advance(item.case_id, MOVES_THE_CASE[Outcome(item.outcome)])
    meeting.stage = MeetingStage.HELD
    save_revised(meeting, "stage", "next_on", "next_place", now=now)
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
        first=items[0].number if items else None,
        last=items[-1].number if items else None,
    )
    return meeting


@transaction.atomic
def reopen_meeting(meeting_id: int, *, reason: str, by: Actor, now: datetime) -> Meeting:
    """Send a closed meeting back to the secretary; its points keep their numbers.

    What was approved of its draft holds no longer, and the adjusters are told why. Raises
    StepRefused when the minutes are approved, or nobody says why.
    """
    meeting = locked(meeting_id)
    refuse(
        [
            *rules.obstacles_to_reopen(stage=MeetingStage(meeting.stage), reason=reason),
            *obstacles_to_text(Skäl=reason),
        ]
    )
    for item in meeting.items.filter(case__isnull=False):
        if item.case_id and item.outcome in MOVES_THE_CASE:
            put_back(item.case_id, MOVES_THE_CASE[Outcome(item.outcome)], CaseStage.PREPARED)
    meeting.stage = MeetingStage.REOPENED
    meeting.save(update_fields=["stage"])
    entry = record(
        meeting.collaboration_id,
        "meeting.reopened",
        subject(meeting),
        by=by,
        at=now,
        rule="R304",
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        reason=reason,
    )
    end_open_draft(meeting, reason, entry, now)
    return meeting


def obstacles_before_closed(meeting: Meeting, today: date) -> list[Obstacle]:
    """Return what stands in the way of closing a meeting as things are now."""
    undecided = meeting.items.filter(kind=ItemKind.DECISION, outcome="")
    earlier = Meeting.objects.filter(
        body_id=meeting.body_id, on__lt=meeting.on, stage__in=rules.BEFORE_HELD
    )
    obstacles = rules.obstacles_to_close(
        stage=MeetingStage(meeting.stage),
        on=meeting.on,
        today=today,
        deciding=meeting.attendances.filter(part=Part.DECIDING).count(),
        led=meeting.led_by_id is not None,
        undecided=list(undecided.values_list("heading", flat=True)),
        earlier_open=list(earlier.values_list("on", flat=True)),
        unattached=_unattached(meeting),
    )
    agreed = meeting.items.filter(outcome__in=AGREEING).prefetch_related("absences")
    if obstacles or not (undecided_by_all := points_without_deciding(meeting, list(agreed))):
        return obstacles
    return [Obstacle("nobody_decided", {"points": undecided_by_all})]


def _number(meeting: Meeting, items: list[Item]) -> None:
    last = Item.objects.filter(body_id=meeting.body_id).aggregate(last=Max("number"))["last"]
    numbers = rules.next_numbers(last=last, first_ever=meeting.body.first_point, points=len(items))
    for item, number in zip(items, numbers, strict=True):
        item.number = number
    Item.objects.bulk_update(items, ["number"])


def _note_next(meeting: Meeting) -> None:
    """Let the minutes tell of the body's next planned meeting, unless the secretary noted one."""
    planned = Meeting.objects.filter(
        body_id=meeting.body_id, on__gt=meeting.on, stage__in=rules.BEFORE_HELD
    )
    following = planned.order_by("on").first()
    if meeting.next_on is None and following and not meeting.source:
        meeting.next_on, meeting.next_place = following.on, following.place


def _unattached(meeting: Meeting) -> list[str]:
    """Return the annexes that clauses of the meeting name and that are not attached (R299)."""
    agreed = meeting.items.exclude(clauses=None).prefetch_related(
        "clauses__clauses", "clauses__annexes"
    )
    missing = []
    for item in agreed:
        if item.clauses:
            attached = [annex.name for annex in item.clauses.annexes.all()]
            for clause in item.clauses.clauses.all():
                names = annexes_named_in(clause.text)
                missing += [name for name in names if not is_attached(name, attached)]
    return missing
