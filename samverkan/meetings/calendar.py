"""Meetings as events of a calendar (RFC 5545), the same bytes for the same meetings."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from icalendar import Calendar, Event, Timezone

from samverkan.meetings.actions.found import meeting_path
from samverkan.meetings.choices import Certainty, Deadline, MeetingStage
from samverkan.meetings.models import ExternalMeeting, Meeting
from samverkan.meetings.rules import Due

PRODUCT = "-//Samverkan//Kalender//SV"
ZONE = "Europe/Stockholm"
ASKED_EVERY = timedelta(hours=6)
STATUS = {
    MeetingStage.PLANNED: "TENTATIVE",
    MeetingStage.CALLED: "CONFIRMED",
    MeetingStage.HELD: "CONFIRMED",
    MeetingStage.APPROVED: "CONFIRMED",
    MeetingStage.CANCELLED: "CANCELLED",
}


def calendar_of(name: str, events: Iterable[Event], *, year: int) -> bytes:
    """Return a calendar to subscribe to, whose time zone is told for the years around one."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    calendar.add("refresh-interval", ASKED_EVERY, parameters={"VALUE": "DURATION"})
    for event in events:
        calendar.add_component(event)
    # Also when there is no event: a calendar must hold something (RFC 5545, 3.6).
    first, last = date(year - 2, 1, 1), date(year + 3, 1, 1)
    calendar.subcomponents.insert(0, Timezone.from_tzid(ZONE, first_date=first, last_date=last))
    calendar.add_missing_timezones(first_date=first, last_date=last)
    written: bytes = calendar.to_ical()
    return written


def event_of(meeting: Meeting, *, url: str = "", minutes: int | None = None) -> Event:
    """Return a meeting as an event; a message about it (iTIP) begins from the same one."""
    off = meeting.stage == MeetingStage.CANCELLED
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    _stamp(event, stamp_of(meeting))
    event.add("summary", f"{'Inställt: ' if off else ''}{meeting.body.name}")
    _place_in_time(event, meeting.on, meeting.starts_at, minutes)
    if meeting.place:
        event.add("location", meeting.place)
    event.add("status", STATUS[MeetingStage(meeting.stage)])
    event.add("url", url or f"{settings.SITE_ADDRESS}{_address(meeting)}")
    event.add("categories", ["Möte"])
    return event


def event_of_deadline(meeting: Meeting, due: Due) -> Event:
    """Return what is to be done by a day that follows from a meeting's, as a day of its own."""
    what = Deadline(due.what)
    event = Event()
    event.add("uid", f"{meeting.key}-{what.value}@samverkan")
    event.add("sequence", meeting.sequence)
    _stamp(event, stamp_of(meeting))
    on = f"{meeting.on.day}/{meeting.on.month} {meeting.on.year}"
    event.add("summary", f"{meeting.body.short}: {what.label} (möte {on})")
    _place_in_time(event, due.on, None, None)
    event.add("transp", "TRANSPARENT")
    event.add("categories", ["Tidsgräns"])
    return event


def event_of_external(meeting: ExternalMeeting) -> Event:
    """Return a meeting outside as an event; one that has vanished is called off."""
    gone = meeting.vanished_at is not None
    certain = meeting.certainty == Certainty.CONFIRMED
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    _stamp(event, meeting.revised_at)
    said = f"{meeting.arranger}: {meeting.heading}" if meeting.heading else meeting.arranger
    event.add("summary", f"{'Inställt: ' if gone else ''}{said}")
    _place_in_time(event, meeting.on, meeting.starts_at, None)
    if meeting.place:
        event.add("location", meeting.place)
    event.add("status", "CANCELLED" if gone else "CONFIRMED" if certain else "TENTATIVE")
    event.add("categories", ["Möte utanför samverkan"])
    return event


def stamp_of(meeting: Meeting) -> datetime:
    """Return when a meeting was last changed, as far as it is known."""
    known = meeting.revised_at or meeting.called_at
    return known or datetime.combine(meeting.on, time.min, ZoneInfo(ZONE))


def _stamp(event: Event, at: datetime) -> None:
    """Say when the event was last changed; never when the file was made, so that bytes hold."""
    event.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
    event.add("last-modified", at.astimezone(UTC).replace(microsecond=0))


def _place_in_time(event: Event, on: date, starts_at: time | None, minutes: int | None) -> None:
    if starts_at is None:
        event.add("dtstart", on)
        return
    begins = datetime.combine(on, starts_at, ZoneInfo(ZONE))
    event.add("dtstart", begins)
    if minutes:
        event.add("dtend", begins + timedelta(minutes=minutes))


def _address(meeting: Meeting) -> str:
    """Return where the meeting is read about: before the summons, in the calendar."""
    if meeting.called_at is not None or meeting.stage not in (
        MeetingStage.PLANNED,
        MeetingStage.CANCELLED,
    ):
        return meeting_path(meeting)
    return f"/{meeting.collaboration.slug}/kalender/?organ={meeting.body.slug}&ar={meeting.on.year}"
