"""Calendars to subscribe to: everybody's, of one body or of all, and each person's own."""

from collections.abc import Collection
from datetime import date, datetime

from icalendar import Event

from samverkan.bodies.models import Body, ChairTerm
from samverkan.journal.models import Collaboration
from samverkan.meetings.calendar import (
    calendar_of,
    event_of,
    event_of_deadline,
    event_of_external,
)
from samverkan.meetings.models import ExternalMeeting, Meeting
from samverkan.meetings.rules import BEFORE_HELD, deadlines
from samverkan.meetings.year import as_rule, people_of, rhythms_of
from samverkan.people.models import Person
from samverkan.people.queries import coordinators_on

MOST = 3000


def public_feed(collaboration: Collaboration, today: date, body: Body | None = None) -> bytes:
    """Return the meetings of all bodies, or of one, as everybody may follow them."""
    bodies = None if body is None else {body.pk}
    events = _events(collaboration.pk, today, bodies) + _outside(collaboration.pk, today, bodies)
    return calendar_of(body.name if body else collaboration.name, events, year=today.year)


def personal_feed(collaboration: Collaboration, person: Person, now: datetime) -> bytes:
    """Return the meetings of a person's bodies as they are today; of all, for a coordinator.

    With what is to be done before and after them, for those who lead a body and for coordinators.
    """
    here, today = collaboration.pk, now.date()
    if coordinators_on(here, today).filter(pk=person.pk).exists():
        events = _events(here, today, None, led=None) + _outside(here, today, None)
    else:
        own = {body for body, people in people_of(here, today).items() if person.pk in people}
        terms = ChairTerm.objects.filter(person=person, period__contains=today, body__in=own)
        events = _events(here, today, own, led=set(terms.values_list("body", flat=True)))
    return calendar_of(f"{collaboration.name}: {person.name}", events, year=today.year)


def _events(
    collaboration_id: int,
    today: date,
    bodies: Collection[int] | None,
    *,
    led: Collection[int] | None = (),
) -> list[Event]:
    """Return the meetings since last year; `led` are the bodies whose deadlines come along."""
    since = date(today.year - 1, 1, 1)
    found = Meeting.objects.filter(collaboration_id=collaboration_id, on__gte=since)
    found = found if bodies is None else found.filter(body__in=bodies)
    rhythms = rhythms_of(collaboration_id)
    events = []
    for one in found.select_related("body", "collaboration").order_by("on", "pk")[:MOST]:
        rows = rhythms.get(one.body_id, [])
        row = next((row for row in rows if as_rule(row).holds(one.on)), None)
        events.append(event_of(one, minutes=row.minutes if row else None))
        if row and one.stage in BEFORE_HELD and (led is None or one.body_id in led):
            dues = deadlines(one.on, as_rule(row).leads)
            events += [event_of_deadline(one, due) for due in dues]
    return events


def _outside(collaboration_id: int, today: date, bodies: Collection[int] | None) -> list[Event]:
    since = date(today.year - 1, 1, 1)
    found = ExternalMeeting.objects.filter(collaboration_id=collaboration_id, on__gte=since)
    found = found if bodies is None else found.filter(body__in=bodies)
    return [event_of_external(one) for one in found.order_by("on", "pk")[:MOST]]
