"""A calendar file (ics) read with suspicion: what in it is a meeting, and what is not and why.

Only day, time, place and summary are taken, as plain text. Time zones of the file's own making are
left out: a known name is trusted, anything else is Swedish time.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

from icalendar import Event

from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.meetings.recurring import OFTEN, Strange, days_of, recurrence_of
from samverkan.meetings.rules import Read, last_day_read

FILE_LIMIT = 1_000_000
MOST_EVENTS = 1000
MOST_MEETINGS = 600
MOST_LINES = 300  # of one event
MOST_EXCEPTIONS = 400
SHORT, MARK = 200, 240
MOST_RECURRING = 100
OLDEST_START = timedelta(days=366 * 3)
SWEDEN = ZoneInfo("Europe/Stockholm")
FINE = {"BYHOUR", "BYMINUTE", "BYSECOND"}


class NotAMeeting(Exception):
    """An event cannot be read; the code says why."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(code)


@dataclass
class Found:
    """What a file holds: the meetings from a day on, and which events could not be read."""

    meetings: list[Read] = field(default_factory=list)
    faults: list[tuple[int, str, str]] = field(default_factory=list)  # event, its summary, code
    passed: int = 0  # events that have been, or are too far ahead


def read_calendar(data: bytes, *, name: str, today: date) -> Found:
    """Return what a calendar file says about the days from today until eighteen months from now.

    Raises StepRefused when it is no calendar, or too large.
    """
    if len(data) > FILE_LIMIT:
        refuse([Obstacle("calendar_too_large", {"name": name, "most": "1 MB"})])
    text = _unfolded(data)
    if not re.search(r"(?im)^BEGIN:VCALENDAR\s*$", text):
        refuse([Obstacle("not_a_calendar", {"name": name})])
    events = list(islice(_events(text), MOST_EVENTS + 1))
    if len(events) > MOST_EVENTS:
        refuse([Obstacle("calendar_too_many_events", {"most": MOST_EVENTS})])
    if not events:
        refuse([Obstacle("calendar_is_empty", {"name": name})])
    found = _read_all(events, today, last_day_read(today))
    if len(found.meetings) > MOST_MEETINGS:
        refuse([Obstacle("calendar_too_many_meetings", {"most": MOST_MEETINGS})])
    found.meetings.sort(key=lambda one: (one.on, one.starts_at or time.min, one.mark))
    return found


def _unfolded(data: bytes) -> str:
    text = data.decode("utf-8-sig", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
    return re.sub(r"\n[ \t]", "", text)


def _events(text: str) -> Iterator[list[str]]:
    """Yield the lines of each event, without what stands inside it (alarms)."""
    lines: list[str] | None = None
    inside = 0
    for line in text.split("\n"):
        mark = line.strip().upper()
        if lines is None:
            lines = [] if mark == "BEGIN:VEVENT" else None
        elif mark == "END:VEVENT":
            yield lines
            lines, inside = None, 0
        elif mark == "BEGIN:VEVENT":  # the one before has no end
            yield [*lines, "X-BROKEN:1"]
            lines, inside = [], 0
        elif mark.startswith("BEGIN:"):
            inside += 1
        elif mark.startswith("END:"):
            inside = max(0, inside - 1)
        elif not inside and len(lines) <= MOST_LINES:
            lines.append(line)
    if lines is not None:
        yield [*lines, "X-BROKEN:1"]


def _read_all(events: list[list[str]], first: date, last: date) -> Found:
    found, recurring = Found(), 0
    by_mark: dict[str, Read] = {}
    replaced: dict[str, Read] = {}
    for number, lines in enumerate(events, start=1):
        try:
            one = _event(lines)
            override = "RECURRENCE-ID" in one
            recurring += "RRULE" in one
            if recurring > MOST_RECURRING:
                raise NotAMeeting("event_recurs_one_too_many")
            read = list(islice(_meetings(one, first, last), MOST_MEETINGS + 1))
        except NotAMeeting as fault:
            found.faults.append((number, _summary_in(lines), fault.code))
            continue
        found.passed += not read
        for meeting in read:
            (replaced if override else by_mark)[meeting.mark] = meeting
        if len(by_mark) > MOST_MEETINGS:
            break
    found.meetings = list((by_mark | replaced).values())
    return found


def _event(lines: list[str]) -> Any:
    if "X-BROKEN:1" in lines:
        raise NotAMeeting("event_without_end")
    if len(lines) > MOST_LINES:
        raise NotAMeeting("event_too_long")
    kept = [line for line in lines if line.partition(":")[0].partition(";")[0].upper() in KEPT]
    text = "\r\n".join(["BEGIN:VEVENT", *kept, "END:VEVENT"]) + "\r\n"
    try:
        event = Event.from_ical(text)
    except (ValueError, KeyError, IndexError, OverflowError) as problem:
        raise NotAMeeting("event_unreadable") from problem
    if any(name in KEPT for name, _ in event.errors if name):
        raise NotAMeeting("event_unreadable")
    return event


KEPT = {
    "UID", "DTSTART", "SUMMARY", "LOCATION", "STATUS", "RRULE", "EXDATE", "RDATE",
    "RECURRENCE-ID",
}  # fmt: skip


def _meetings(event: Any, first: date, last: date) -> Iterator[Read]:
    """Yield the meetings of an event between two days: one, or those that it recurs on."""
    uid = _plain(event, "UID", MARK)
    if not uid:
        raise NotAMeeting("event_without_uid")
    begins = _moment(event, "DTSTART")
    heading, place = _plain(event, "SUMMARY", SHORT), _plain(event, "LOCATION", SHORT)
    if obstacles_to_text(Rubrik=heading, Plats=place, UID=uid):
        raise NotAMeeting("event_text_not_kept")
    off = _plain(event, "STATUS", SHORT).upper() == "CANCELLED"
    instead_of = _moment(event, "RECURRENCE-ID") if "RECURRENCE-ID" in event else None
    recurs = "RRULE" in event or "RDATE" in event
    for day in _occasions(event, begins, first, last):
        when, at = (day.date(), day.time()) if isinstance(day, datetime) else (day, None)
        if first <= when <= last:
            occasion = instead_of or (day if recurs else None)
            mark = f"{uid}#{occasion.isoformat()}" if occasion else uid
            yield Read(mark, when, at, heading, place, cancelled=off)


def _occasions(event: Any, begins: date, first: date, last: date) -> Iterator[date]:
    """Yield the days, or the moments, that an event is on."""
    if "RRULE" not in event:
        yield from dict.fromkeys([begins, *_moments(event, "RDATE", begins)])
        return
    rule = event["RRULE"]
    if isinstance(rule, list) or "RDATE" in event or "RECURRENCE-ID" in event:
        raise NotAMeeting("event_recurs_strangely")
    start = begins if isinstance(begins, datetime) else datetime.combine(begins, time.min)
    if datetime.combine(first, time.min) - start > OLDEST_START:
        raise NotAMeeting("event_begins_too_long_ago")
    without = set(_moments(event, "EXDATE", begins))
    for moment in _recurring(rule, start, last):
        day = moment if isinstance(begins, datetime) else moment.date()
        if day not in without:
            yield day


def _recurring(rule: Any, start: datetime, last: date) -> Iterator[datetime]:
    """Yield when a rule recurs until a day; never finer than a day."""
    told = {str(name).upper(): list(value) for name, value in rule.items()}
    if str((told.get("FREQ") or [""])[0]).upper() not in OFTEN or set(told) & FINE:
        raise NotAMeeting("event_recurs_too_often")
    try:
        recurrence = recurrence_of(told)
        count = next((int(one) for one in told.get("COUNT", ())), None)
    except (Strange, ValueError) as problem:
        raise NotAMeeting("event_recurs_strangely") from problem
    ends = [datetime.combine(last, time.max), *map(_end_of, told.get("UNTIL", ()))]
    days = days_of(recurrence, start.date(), min(ends).date())
    moments = (datetime.combine(day, start.time()) for day in islice(days, count))
    yield from (moment for moment in moments if moment <= min(ends))


def _end_of(until: date) -> datetime:
    local = _local(until)
    return local if isinstance(local, datetime) else datetime.combine(local, time.max)


def _moment(event: Any, name: str) -> date:
    """Return a day, or a moment in Swedish time without saying so."""
    value = event.get(name)
    found = getattr(value, "dt", None)
    if not isinstance(found, date):
        raise NotAMeeting("event_without_day")
    return _local(found)


def _moments(event: Any, name: str, like: date) -> list[date]:
    """Return several days, told as the event's own is."""
    value = event.get(name, [])
    lists = value if isinstance(value, list) else [value]
    told = [one.dt for several in lists for one in several.dts]
    if len(told) > MOST_EXCEPTIONS or any(not isinstance(one, date) for one in told):
        raise NotAMeeting("event_recurs_strangely")
    local = [_local(one) for one in told]
    if isinstance(like, datetime):
        return [
            one if isinstance(one, datetime) else datetime.combine(one, like.time())
            for one in local
        ]
    return [one.date() if isinstance(one, datetime) else one for one in local]


def _local(moment: date) -> date:
    if not isinstance(moment, datetime):
        return moment
    try:
        there = moment.astimezone(SWEDEN) if moment.tzinfo else moment
    except OverflowError as problem:
        raise NotAMeeting("event_without_day") from problem
    return there.replace(tzinfo=None, second=0, microsecond=0)


def _plain(event: Any, name: str, most: int) -> str:
    """Return a text on one line, without what nobody sees."""
    value = event.get(name, "")
    text = str(value[0] if isinstance(value, list) and value else value)
    return " ".join(text.split())[:most].strip()


def _summary_in(lines: list[str]) -> str:
    found = next((line for line in lines if line.upper().startswith("SUMMARY")), "")
    summary = " ".join(found.partition(":")[2].split())[:80]
    return "" if obstacles_to_text(Rubrik=summary) else summary
