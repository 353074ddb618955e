"""A meeting is moved: to another day, another time, or another place."""

from datetime import date, datetime, time

from django.db import transaction

from samverkan.bodies.models import Body
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.actions.revisions import save_revised
from samverkan.meetings.actions.telling import facts_of, tell_called, tell_others
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import FormerDay, Meeting
from samverkan.meetings.rules import When
from samverkan.meetings.year import people_of


@transaction.atomic
def move_meeting(
    meeting_id: int,
    *,
    on: date,
    starts_at: time | None = None,
    place: str = "",
    reason: str = "",
    by: Actor,
    now: datetime,
) -> Meeting:
    """Move a meeting that has not been held; its agenda comes along, and its old address leads on.

    Those who were called are told. Raises StepRefused for a day that has been or is taken, without
    a reason when it was called, and, also without a reason, for a day that is a bad one.
    """
    body_id = Meeting.objects.values_list("body_id", flat=True).get(pk=meeting_id)
    Body.objects.select_for_update(no_key=True).get(pk=body_id)  # nobody plans for the same day
    meeting = locked(meeting_id)
    was, to = When(meeting.on, meeting.starts_at, meeting.place), When(on, starts_at, place)
    refuse(
        [*obstacles_to_move(meeting, to, today=now.date(), reason=reason), *_texts(place, reason)],
        reason=reason,
    )
    meeting.on, meeting.starts_at, meeting.place = on, starts_at, place
    save_revised(meeting, "on", "starts_at", "place", now=now)
    if was.on != on:
        FormerDay.objects.create(meeting=meeting, on=was.on, moved_at=now)
    entry = record(
        meeting.collaboration_id,
        "meeting.moved" if was.on != on else "meeting.changed",
        subject(meeting),
        by=by,
        at=now,
        body=meeting.body.name,
        on=on,
        was=was.on,
        starts_at=starts_at.strftime("%H.%M") if starts_at else "",
        place=place,
        reason=reason,
    )
    if meeting.stage == MeetingStage.CALLED:
        _tell_those_called(meeting, was, reason, entry, now=now)
    return meeting


def obstacles_to_move(meeting: Meeting, to: When, *, today: date, reason: str) -> list[Obstacle]:
    """Return what stands in the way of moving a meeting as things are now."""
    body, here = meeting.body, meeting.collaboration_id
    others = Meeting.objects.filter(collaboration_id=here, on=to.on).exclude(pk=meeting.pk)
    meets = {one.body_id: {to.on} for one in others}
    names = {one.body_id: one.body.short for one in others.select_related("body")}
    obstacles = rules.obstacles_to_move(
        When(meeting.on, meeting.starts_at, meeting.place),
        to,
        stage=MeetingStage(meeting.stage),
        today=today,
        first=body.period.lower,
        until=body.period.upper,
        busy=meeting.body_id in meets,
        reason=reason,
    )
    if obstacles or to.on == meeting.on:
        return obstacles
    return rules.remarks_on_day(
        body.pk,
        to.on,
        names=names | {body.pk: body.short},
        meets=meets,
        people=people_of(here, to.on),
    )


def _texts(place: str, reason: str) -> list[Obstacle]:
    return obstacles_to_text(Plats=place, Skäl=reason)


def _tell_those_called(
    meeting: Meeting, was: When, reason: str, entry: Entry, *, now: datetime
) -> None:
    """Tell those who were called, and the members of the new day, where the meeting is now."""
    facts = {**facts_of(meeting), "was": str(was.on), "reason": reason}
    calls = list(meeting.calls.select_related("person"))
    tell_called(meeting, calls, entry, "meeting_moved", facts, now=now)
    tell_others(meeting, entry, "meeting_moved", facts, now=now)
