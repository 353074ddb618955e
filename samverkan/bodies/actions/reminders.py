"""What can be done to remind the coordinators: that next year's chairs are to be elected."""

from datetime import date, datetime

from django.db import transaction
from django.urls import reverse
from django.utils.timezone import localdate

from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body
from samverkan.bodies.queries.snapshot import chairs_of
from samverkan.bodies.rules.findings.chairs import terms_without_next
from samverkan.bodies.rules.findings.found import rule_of
from samverkan.bodies.rules.reminders import obstacles_to_remind_of_chairs
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import refuse
from samverkan.journal.periods import last_of
from samverkan.journal.record import record
from samverkan.people.choices import RoleKind
from samverkan.people.models import User

REMINDED = "chair.reminded"


@transaction.atomic
def remind_of_chairs(body_id: int, *, by: Actor, now: datetime) -> Entry:
    """Remind the coordinators, by e-mail, that a body's next chairs are to be elected.

    Raises StepRefused when they are elected, it is too early, or the reminder has been sent.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    on = localdate(now)
    day = chairs_of(body_id, on)
    [organ] = day.bodies
    ending = list(terms_without_next(day, organ)) if day.orders else []
    until = min((end for _, end in ending), default=None)
    refuse(obstacles_to_remind_of_chairs(until=until, on=on, reminded_on=_reminded_on(body)))
    last = last_of(until)
    offices = [Office(term.office).label for term, end in ending if end == until]
    entry = record(
        body.collaboration_id,
        "chair.reminded",
        f"body/{body.slug}",
        by=by,
        at=now,
        rule=rule_of(organ, "R068", "R100"),
        source=day.orders[0].source,
        body=body.name,
        offices=offices,
        last=last,
    )
    facts = {
        "body": body.name,
        "offices": offices,
        "last": str(last),
        "path": reverse("www:structure_body", args=[body.collaboration.slug, body.slug]),
    }
    addresses = coordinators_of(body.collaboration_id, on) or [body.collaboration.contact_email]
    notify(entry, "chairs_to_elect", [(to, facts) for to in addresses if to], at=now)
    return entry


def coordinators_of(collaboration_id: int, on: date) -> list[str]:
    """Return the addresses of those who coordinate on a day and have an account."""
    found = User.objects.filter(
        is_active=True,
        person__roles__kind=RoleKind.COORDINATOR,
        person__roles__collaboration_id=collaboration_id,
        person__roles__period__contains=on,
    )
    return list(found.order_by("email").values_list("email", flat=True).distinct())


def _reminded_on(body: Body) -> date | None:
    """The journal is the memory of what has been sent."""
    found = Entry.objects.filter(
        collaboration_id=body.collaboration_id, subject=f"body/{body.slug}", verb=REMINDED
    )
    latest = found.order_by("-sequence").first()
    return localdate(latest.at) if latest else None
