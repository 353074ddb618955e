"""A meeting as calendars know it: iTIP messages (RFC 5546), one for each who is called."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vCalAddress, vText

ZONE = "Europe/Stockholm"
PRODUCT = "-//Samverkan//Samverkan 1//SV"
# A calendar wants an end; when none is set, the text says so.
ASSUMED = timedelta(hours=1)
# The European Union's rule as it has been since 1996, by RFC 5545 § 3.6.5.
VTIMEZONE = """BEGIN:VTIMEZONE
TZID:Europe/Stockholm
BEGIN:DAYLIGHT
DTSTART:19960331T020000
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
TZNAME:CEST
TZOFFSETFROM:+0100
TZOFFSETTO:+0200
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T030000
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
TZNAME:CET
TZOFFSETFROM:+0200
TZOFFSETTO:+0100
END:STANDARD
END:VTIMEZONE
"""


class Method(StrEnum):
    """What the message asks of the calendar."""

    REQUEST = "REQUEST"
    CANCEL = "CANCEL"


class Part(StrEnum):
    """Whether somebody is called with a seat, or adjoined to a point."""

    CALLED = "REQ-PARTICIPANT"
    ADJOINED = "OPT-PARTICIPANT"


@dataclass(frozen=True)
class Gathering:
    """What a calendar is told of a meeting."""

    uid: str
    sequence: int
    on: date
    starts_at: time | None
    ends_at: time | None
    place: str
    summary: str
    description: str
    organizer: str
    organizer_name: str
    address: str = ""


@dataclass(frozen=True)
class Invited:
    """Whom a message goes to, and what they have answered (PARTSTAT)."""

    address: str
    name: str
    part: Part = Part.CALLED
    status: str = "NEEDS-ACTION"


def message(meeting: Gathering, to: Invited, *, method: Method, at: datetime) -> str:
    """Return an iTIP message to one person about a meeting, as it is sent at a moment."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", str(method))
    if meeting.starts_at is not None:
        calendar.add_component(Timezone.from_ical(VTIMEZONE))
    calendar.add_component(event_of(meeting, to, cancelled=method is Method.CANCEL, at=at))
    written: bytes = calendar.to_ical(sorted=False)
    return written.decode()


def event_of(
    meeting: Gathering, to: Invited | None, *, cancelled: bool = False, at: datetime
) -> Event:
    """Return a meeting as a VEVENT; without anybody invited it is one to subscribe to."""
    event = Event()
    event.add("uid", meeting.uid)
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", at.astimezone(UTC).replace(microsecond=0))
    event.add("summary", meeting.summary)
    for name, value in _times(meeting):
        event.add(name, value)
    if meeting.place:
        event.add("location", meeting.place)
    if meeting.description:
        event.add("description", meeting.description)
    if meeting.address:
        event.add("url", meeting.address)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT" if cancelled else "OPAQUE")
    if to is not None:
        event.add("organizer", _person(meeting.organizer, meeting.organizer_name), encode=False)
        event.add("attendee", _invited(to), encode=False)
    return event


def _times(meeting: Gathering) -> list[tuple[str, date | datetime]]:
    """A meeting whose hour is not set takes the day; one past midnight ends with its hour."""
    if meeting.starts_at is None:
        return [("dtstart", meeting.on), ("dtend", meeting.on + timedelta(days=1))]
    zone = ZoneInfo(ZONE)
    begins = datetime.combine(meeting.on, meeting.starts_at, zone)
    ends = begins + ASSUMED
    if meeting.ends_at is not None and meeting.ends_at > meeting.starts_at:
        ends = datetime.combine(meeting.on, meeting.ends_at, zone)
    return [("dtstart", begins), ("dtend", ends)]


def _person(address: str, name: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{address}")
    if name:
        person.params["CN"] = vText(name)
    return person


def _invited(to: Invited) -> vCalAddress:
    person = _person(to.address, to.name)
    person.params["CUTYPE"] = vText("INDIVIDUAL")
    person.params["ROLE"] = vText(str(to.part))
    person.params["PARTSTAT"] = vText(to.status)
    # Answers are given by the personal link, where the secretary sees them.
    person.params["RSVP"] = vText("FALSE")
    return person
