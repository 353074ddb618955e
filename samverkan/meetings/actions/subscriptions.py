"""A person's own calendar: its secret address is made, renewed and revoked by the person."""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from samverkan.meetings.models import CalendarLink
from samverkan.people.links import fresh
from samverkan.people.models import Person

DOOR = "kalender"
SUBJECT = "calendar"
# A calendar is asked all the year round; it is renewed when people are elected anew.
LASTS = timedelta(days=400)


@transaction.atomic
def renew_calendar_link(
    collaboration_id: int, person_id: int, *, by: Actor, now: datetime
) -> CalendarLink:
    """Give a person a new secret address; an earlier one stops working at once."""
    person = Person.objects.select_for_update(no_key=True).get(
        pk=person_id, collaboration_id=collaboration_id
    )
    _in_force(collaboration_id, person_id).update(revoked_at=now)
    link = CalendarLink.objects.create(
        scope_id=collaboration_id,
        person=person,
        **(fresh(now) | {"expires_at": now + LASTS}),
    )
    _tell("calendar.link_made", link, by=by, now=now)
    return link


@transaction.atomic
def revoke_calendar_link(
    collaboration_id: int, person_id: int, *, by: Actor, now: datetime
) -> None:
    """Let a person's secret address stop working.

    Raises StepRefused when there is none.
    """
    Person.objects.select_for_update(no_key=True).get(pk=person_id)
    link = _in_force(collaboration_id, person_id).first()
    if link is None:
        refuse([Obstacle("no_calendar_link")])
        return
    link.revoked_at = now
    link.save(update_fields=["revoked_at"])
    _tell("calendar.link_revoked", link, by=by, now=now)


def calendar_link_of(token: str) -> CalendarLink | None:
    """Return the link that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    return CalendarLink.objects.select_related("person", "scope").filter(key=key).first()


def own_calendar_link(collaboration_id: int, person_id: int, now: datetime) -> CalendarLink | None:
    """Return a person's link in force."""
    return _in_force(collaboration_id, person_id).filter(expires_at__gt=now).first()


def _in_force(collaboration_id: int, person_id: int) -> QuerySet[CalendarLink]:
    return CalendarLink.objects.filter(
        scope_id=collaboration_id, person_id=person_id, revoked_at=None
    )


def _tell(verb: str, link: CalendarLink, *, by: Actor, now: datetime) -> None:
    record(
        link.scope_id,
        verb,
        SUBJECT,
        by=by,
        at=now,
        visibility=Visibility.CLOSED,
        person=link.person.name,
    )
