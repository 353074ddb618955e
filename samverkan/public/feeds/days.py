"""Days as a calendar (RFC 5545): reply-by days, and the days principals have planned to decide."""

from datetime import date, datetime, timedelta
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, Max, OuterRef, Q, Subquery
from icalendar import Event

from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.choices import DECIDED, AnswerKind, DispatchState
from samverkan.dispatches.models import Answer, Dispatch
from samverkan.journal.models import Entry
from samverkan.meetings.calendar import calendar_of
from samverkan.public.feeds.scope import Scope

MOST = 1000
BACK = timedelta(days=365)


def calendar_for(scope: Scope, today: date) -> bytes:
    """Return the days of a year back and all to come; the same data give the same bytes."""
    events = [*_reply_days(scope, today), *_planned_days(scope, today)]
    return calendar_of(f"{scope.name} – {scope.collaboration.name}", events, year=today.year)


def _reply_days(scope: Scope, today: date) -> list[Event]:
    undecided = Dispatch.objects.filter(awaited(), recommendation=OuterRef("pk"))
    if scope.principal:
        undecided = undecided.filter(principal=scope.principal)
    found = (
        scope.recommendations()
        .filter(reply_by__gte=today - BACK, dispatched_at__isnull=False)
        .annotate(waits=Exists(undecided))
        .order_by("reply_by", "number")
        .values("number", "title", "reply_by", "dispatched_at", "waits")[:MOST]
    )
    rows = list(found)
    changed = _changed(scope, [row["number"] for row in rows])
    return [_reply_day(scope, row, changed) for row in rows]


def _changed(scope: Scope, numbers: list[str]) -> dict[str, tuple[int, datetime]]:
    """Return how often, and when last, the journal has told of each recommendation."""
    subjects = [f"recommendation/{number}" for number in numbers]
    found = (
        Entry.objects.filter(collaboration=scope.collaboration, subject__in=subjects)
        .values_list("subject")
        .annotate(Count("pk"), Max("at"))
        .order_by()
    )
    return {subject.partition("/")[2]: (count, at) for subject, count, at in found}


def _reply_day(scope: Scope, row: Any, changed: dict[str, tuple[int, datetime]]) -> Event:
    sequence, at = changed.get(row["number"], (0, row["dispatched_at"]))
    event = _day(row["reply_by"], sequence, at)
    event.add("uid", f"{scope.collaboration.slug}-{row['number']}-svar@samverkan")
    event.add("summary", f"Svar senast: {row['title']}")
    who = scope.principal.short_name if scope.principal else "Alla"
    waits = "Beslut saknas." if row["waits"] else f"{who} har beslutat."
    event.add("description", f"Rekommendation {row['number']}. {waits}")
    event.add("url", _address(scope, row["number"]))
    event.add("status", "CONFIRMED")
    event.add("categories", ["Svar senast"])
    return event


def _planned_days(scope: Scope, today: date) -> list[Event]:
    planned = Answer.objects.filter(dispatch=OuterRef("pk"), kind=AnswerKind.PLANNED)
    latest = planned.order_by("-pk")
    found = (
        scope.dispatches()
        .filter(Q(planned_on__gte=today - BACK) | Exists(planned.filter(on__gte=today - BACK)))
        .annotate(told_on=Subquery(latest.values("on")[:1]), told_at=Max("answers__given_at"))
        .order_by("-pk")
        .values(
            "pk",
            "state",
            "planned_on",
            "decided_on",
            "deciding_body",
            "answers_count",
            "dispatched_at",
            "told_on",
            "told_at",
            "principal__slug",
            "principal__short_name",
            "recommendation__number",
            "recommendation__title",
        )[:MOST]
    )
    return [_planned_day(scope, row) for row in found]


def _planned_day(scope: Scope, row: Any) -> Event:
    number, slug = row["recommendation__number"], row["principal__slug"]
    decided = row["state"] in DECIDED
    off = not decided and row["planned_on"] is None  # told, and taken back
    on = (row["decided_on"] if decided else None) or row["planned_on"] or row["told_on"]
    event = _day(on, row["answers_count"], row["told_at"] or row["dispatched_at"])
    event.add("uid", f"{scope.collaboration.slug}-{number}-{slug}-mote@samverkan")
    said = f"{row['principal__short_name']}: {row['recommendation__title']}"
    event.add("summary", f"Inställt: {said}" if off else said)
    word = f" {DispatchState(row['state']).label.capitalize()}." if decided else ""
    body = f" {row['deciding_body']}." if row["deciding_body"] else ""
    event.add("description", f"Rekommendation {number}.{body}{word}")
    event.add("url", f"{_address(scope, number)}#{slug}")
    event.add("status", "CANCELLED" if off else "CONFIRMED" if decided else "TENTATIVE")
    event.add("categories", ["Planerat beslut"])
    return event


def _day(on: date, sequence: int, at: datetime) -> Event:
    event = Event()
    event.add("sequence", sequence)
    stamp = at.replace(microsecond=0)
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("dtstart", on)
    event.add("transp", "TRANSPARENT")
    return event


def _address(scope: Scope, number: str) -> str:
    return f"{settings.SITE_ADDRESS}/{scope.collaboration.slug}/rekommendationer/{number}/"
