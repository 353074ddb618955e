"""Meetings of others: entered by hand, or read from their calendar again and again."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from django.db import transaction
from django.utils.formats import date_format

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.models import Body
from samverkan.documents.rules import obstacles_to_text, safe_name
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.choices import Certainty
from samverkan.meetings.models import ExternalCalendar, ExternalMeeting
from samverkan.meetings.reading import read_calendar
from samverkan.meetings.rules import Changes, Outside, Read
from samverkan.principals.models import LineBody

SUBJECT = "calendar"


@dataclass(frozen=True)
class Arranger:
    """Who arranges: a body outside the structure, a principal's own body, or a name alone."""

    name: str
    body_id: int | None = None
    line_body_id: int | None = None


@transaction.atomic
def enter_external_meeting(
    collaboration_id: int,
    arranger: Arranger,
    *,
    on: date,
    starts_at: time | None = None,
    heading: str = "",
    place: str = "",
    certainty: Certainty = Certainty.CONFIRMED,
    source: str = "",
    by: Actor,
    now: datetime,
) -> ExternalMeeting:
    """Enter a meeting of somebody outside the structure.

    Raises StepRefused without an arranger, or for one of our own bodies.
    """
    told = Outside(arranger.name, on, starts_at, heading, place)
    refuse(_obstacles(collaboration_id, arranger, told, source))
    meeting = ExternalMeeting.objects.create(
        collaboration_id=collaboration_id,
        arranger=arranger.name,
        body_id=arranger.body_id,
        line_body_id=arranger.line_body_id,
        on=on,
        starts_at=starts_at,
        heading=heading,
        place=place,
        certainty=certainty,
        source=source,
        revised_at=now,
    )
    _tell("external.entered", meeting, by=by, now=now)
    return meeting


@transaction.atomic
def change_external_meeting(
    key: UUID,
    *,
    on: date,
    starts_at: time | None = None,
    heading: str = "",
    place: str = "",
    certainty: Certainty = Certainty.CONFIRMED,
    source: str = "",
    by: Actor,
    now: datetime,
) -> ExternalMeeting:
    """Change when or where a meeting outside is, or how sure that is.

    Raises StepRefused for a day that cannot be meant, and for one that is read from a calendar.
    """
    meeting = _locked(key)
    arranger = Arranger(meeting.arranger, meeting.body_id, meeting.line_body_id)
    told = Outside(meeting.arranger, on, starts_at, heading, place)
    refuse(
        [
            *_read_from_a_file(meeting),
            *_obstacles(meeting.collaboration_id, arranger, told, source),
        ]
    )
    meeting.on, meeting.starts_at = on, starts_at
    meeting.heading, meeting.place = heading, place
    meeting.certainty, meeting.source = certainty, source
    _save(meeting, now)
    _tell("external.changed", meeting, by=by, now=now)
    return meeting


@transaction.atomic
def remove_external_meeting(key: UUID, *, by: Actor, now: datetime) -> None:
    """Take away a meeting outside that will not be, or was entered by mistake.

    Raises StepRefused for one that the next file would bring back.
    """
    meeting = _locked(key)
    refuse(_read_from_a_file(meeting, gone=meeting.vanished_at is not None))
    _tell("external.removed", meeting, by=by, now=now)
    meeting.delete()


@transaction.atomic
def send_calendar(
    collaboration_id: int,
    name: str,
    arranger: Arranger,
    *,
    file_name: str,
    data: bytes,
    by: Actor,
    now: datetime,
) -> ExternalCalendar:
    """Take in a calendar file and show what it would do; nothing of it is in the year yet.

    A file with the same name as an earlier one is the same calendar, read anew.

    Raises StepRefused when it is no calendar, or holds more than can be meant.
    """
    told = Outside(arranger.name, now.date())
    refuse(
        [
            *([] if name.strip() else [Obstacle("calendar_without_name")]),
            *_obstacles(collaboration_id, arranger, told, name),
        ]
    )
    found = read_calendar(data, name=safe_name(file_name)[-150:], today=now.date())
    # One at a time: two files of one name make one calendar.
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    calendar, _ = ExternalCalendar.objects.update_or_create(
        collaboration_id=collaboration_id,
        name=name.strip(),
        defaults={
            "arranger": arranger.name,
            "body_id": arranger.body_id,
            "line_body_id": arranger.line_body_id,
            "sent_at": now,
            "waiting": {
                "meetings": [_kept(one) for one in found.meetings],
                "faults": [list(fault) for fault in found.faults],
                "passed": found.passed,
            },
        },
    )
    record(
        collaboration_id,
        "calendar.sent",
        SUBJECT,
        by=by,
        at=now,
        name=calendar.name,
        meetings=len(found.meetings),
    )
    return calendar


@transaction.atomic
def read_in_calendar(key: UUID, *, by: Actor, now: datetime) -> Changes:
    """Let the year hold what a calendar says: new days, changed ones, and those that are gone.

    Raises StepRefused when no file waits, or it would change nothing.
    """
    calendar = _waiting(key)
    changes = changes_of(calendar, now.date())
    if not changes:
        refuse([Obstacle("calendar_changes_nothing")])
    known = {one.mark: one for one in calendar.meetings.all()}
    ExternalMeeting.objects.bulk_create(_new(calendar, one, now) for one in changes.new)
    for one in changes.changed:
        meeting = known[one.mark]
        meeting.on, meeting.starts_at = one.on, one.starts_at
        meeting.heading, meeting.place = one.heading, one.place
        meeting.vanished_at = None
        _save(meeting, now)
    for mark in changes.vanished:
        known[mark].vanished_at = now
        _save(known[mark], now)
    calendar.waiting, calendar.read_at = None, now
    calendar.save(update_fields=["waiting", "read_at"])
    record(
        calendar.collaboration_id,
        "calendar.read",
        SUBJECT,
        by=by,
        at=now,
        name=calendar.name,
        new=len(changes.new),
        changed=len(changes.changed),
        vanished=len(changes.vanished),
    )
    return changes


@transaction.atomic
def throw_calendar(key: UUID, *, by: Actor, now: datetime) -> None:
    """Throw a file that waits; what was read from the calendar before stays.

    Raises StepRefused when none waits.
    """
    calendar = _waiting(key)
    record(calendar.collaboration_id, "calendar.thrown", SUBJECT, by=by, at=now, name=calendar.name)
    if calendar.read_at is None:
        calendar.delete()
        return
    calendar.waiting = None
    calendar.save(update_fields=["waiting"])


def changes_of(calendar: ExternalCalendar, today: date) -> Changes:
    """Return what the file that waits would do, as things are now."""
    rows = list(calendar.meetings.all())
    known = {
        one.mark: Read(one.mark, one.on, one.starts_at, one.heading, one.place) for one in rows
    }
    read = [_read(told) for told in (calendar.waiting or {}).get("meetings", [])]
    there = [one.mark for one in rows if one.vanished_at is None]
    return rules.changes_by(read, known, there=there, today=today)


def _new(calendar: ExternalCalendar, one: Read, now: datetime) -> ExternalMeeting:
    return ExternalMeeting(
        collaboration_id=calendar.collaboration_id,
        arranger=calendar.arranger,
        body_id=calendar.body_id,
        line_body_id=calendar.line_body_id,
        on=one.on,
        starts_at=one.starts_at,
        heading=one.heading,
        place=one.place,
        source=f"kalendern {calendar.name}, läst {date_format(now.date(), 'j F Y')}",
        revised_at=now,
        calendar=calendar,
        mark=one.mark,
    )


def _save(meeting: ExternalMeeting, now: datetime) -> None:
    meeting.sequence += 1
    meeting.revised_at = now
    meeting.save()


def _locked(key: UUID) -> ExternalMeeting:
    return ExternalMeeting.objects.select_for_update(no_key=True).get(key=key)


def _waiting(key: UUID) -> ExternalCalendar:
    calendar = ExternalCalendar.objects.select_for_update(no_key=True).get(key=key)
    if calendar.waiting is None:
        refuse([Obstacle("calendar_does_not_wait")])
    return calendar


def _read_from_a_file(meeting: ExternalMeeting, *, gone: bool = False) -> list[Obstacle]:
    if meeting.calendar_id is None or gone:
        return []
    return [Obstacle("external_is_read", {"name": str(meeting.calendar)})]


def _obstacles(
    collaboration_id: int, arranger: Arranger, told: Outside, source: str
) -> list[Obstacle]:
    return [
        *rules.obstacles_to_external(
            told,
            own_arrangers=(arranger.body_id is not None) + (arranger.line_body_id is not None),
            body_is_outside=_is_outside(collaboration_id, arranger),
        ),
        *obstacles_to_text(
            Arrangör=told.arranger, Rubrik=told.heading, Plats=told.place, Källa=source
        ),
    ]


def _is_outside(collaboration_id: int, arranger: Arranger) -> bool:
    """Return whether the arranger is none of our own bodies, and of this collaboration."""
    bodies = Body.objects.filter(collaboration_id=collaboration_id, kind=BodyKind.OUTSIDE)
    lines = LineBody.objects.filter(principal__collaboration_id=collaboration_id)
    told: Iterable[tuple[object, int | None]] = (
        (bodies, arranger.body_id),
        (lines, arranger.line_body_id),
    )
    return all(
        pk is None or rows.filter(pk=pk).exists()  # type: ignore[attr-defined]
        for rows, pk in told
    )


def _kept(one: Read) -> dict[str, object]:
    at = one.starts_at.isoformat() if one.starts_at else None
    return {
        "mark": one.mark,
        "on": str(one.on),
        "starts_at": at,
        "heading": one.heading,
        "place": one.place,
        "cancelled": one.cancelled,
    }


def _read(told: dict[str, str]) -> Read:
    at = time.fromisoformat(told["starts_at"]) if told["starts_at"] else None
    return Read(
        told["mark"],
        date.fromisoformat(told["on"]),
        at,
        told["heading"],
        told["place"],
        cancelled=bool(told["cancelled"]),
    )


def _tell(verb: str, meeting: ExternalMeeting, *, by: Actor, now: datetime) -> None:
    record(
        meeting.collaboration_id,
        verb,
        SUBJECT,
        by=by,
        at=now,
        rule="R075" if meeting.body_id else "",
        source=meeting.source,
        arranger=meeting.arranger,
        on=meeting.on,
        place=meeting.place,
    )
