"""What can be done when a body is to end."""

from datetime import date, datetime
from typing import Any

from django.db import models, transaction
from django.db.models import ProtectedError

from samverkan.bodies.actions.leading import withdraw
from samverkan.bodies.choices import ClosingStep
from samverkan.bodies.models import (
    Body,
    ChairRule,
    ChairTerm,
    ClosingNote,
    DerivedSeat,
    Mission,
    Parentage,
    Quota,
)
from samverkan.bodies.rules.closing import obstacles_to_end_body, obstacles_to_note_closing
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.periods import last_of
from samverkan.journal.record import record


@transaction.atomic
def note_closing(
    body_id: int, step: ClosingStep, *, on: date, note: str = "", by: Actor, now: datetime
) -> ClosingNote:
    """Note that one of the things to do before a body ends is done (R325).

    Raises StepRefused when it is already noted.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    done = list(body.closing_notes.values_list("step", flat=True))
    refuse(
        obstacles_to_note_closing(step=step, done=done, on=on, today=now.date())
        + obstacles_to_text(Anteckning=note)
    )
    noted = ClosingNote.objects.create(body=body, step=step, on=on, note=note, by=by.name)
    _tell("body.closing_noted", body, by=by, now=now, step=step.label, on=on, note=note)
    return noted


@transaction.atomic
def end_body(body_id: int, *, until: date, reason: str = "", by: Actor, now: datetime) -> Body:
    """End a body, and all that hangs on it: the day is the first without it (R324).

    What has not begun by then is taken away.

    Raises StepRefused when it would end before it began, has already ended, or is not prepared
    and no reason is written.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    refuse(
        obstacles_to_end_body(
            first=body.period.lower,
            until=body.period.upper,
            wanted=until,
            done=list(body.closing_notes.values_list("step", flat=True)),
        ),
        reason=reason,
    )
    withdraw(ChairTerm.objects.filter(body=body, period__startswith__gte=until))
    for hanging in (
        ChairTerm.objects.filter(body=body),
        Mission.objects.filter(body=body),
        ChairRule.objects.filter(body=body),
        Quota.objects.filter(body=body),
        DerivedSeat.objects.filter(models.Q(body=body) | models.Q(of_body=body)),
        Parentage.objects.filter(models.Q(child=body) | models.Q(parent=body)),
    ):
        _end_all(hanging, until)
    body.period = from_day(body.period.lower, until)
    body.save(update_fields=["period"])
    _tell("body.ended", body, by=by, now=now, last=last_of(until), reason=reason)
    return body


def _end_all(found: models.QuerySet[models.Model], until: date) -> None:
    """Let no row of a dated table hold on a day or after it."""
    try:
        found.filter(period__startswith__gte=until).delete()
    except ProtectedError:  # a substitute stood in for a mission at a meeting that has been held
        refuse([Obstacle("body_has_met_since")])
    # Locked, in order: a row that ties two bodies together may be ended from the other one too.
    for row in found.filter(period__contains=until).order_by("pk").select_for_update():
        row.period = from_day(row.period.lower, until)  # type: ignore[attr-defined]
        row.save(update_fields=["period"])


def _tell(verb: str, body: Body, *, by: Actor, now: datetime, **facts: Any) -> None:
    subject = f"body/{body.slug}"
    record(body.collaboration_id, verb, subject, by=by, at=now, body=body.name, **facts)
