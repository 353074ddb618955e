"""A whole year of meetings is planned in one act."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samverkan.bodies.models import Body
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.agenda import plan_meeting
from samverkan.meetings.models import Meeting
from samverkan.meetings.rules import YearDay
from samverkan.meetings.year import days_met, people_of


@transaction.atomic
def plan_year(
    collaboration_id: int,
    days: Sequence[YearDay],
    *,
    reason: str = "",
    by: Actor,
    now: datetime,
) -> list[Meeting]:
    """Plan several meetings, of one body or more: all of them, or none.

    Raises StepRefused when a day has been or is taken, and, without a reason, when it is free from
    work or members of the body meet in another that day.
    """
    wanted = {one.body for one in days}
    bodies = Body.objects.select_for_update(no_key=True).filter(collaboration_id=collaboration_id)
    names = {body.pk: body.short for body in bodies.order_by("pk") if wanted}
    if unknown := wanted - set(names):
        raise Body.DoesNotExist(unknown)
    years = {one.on.year for one in days}
    refuse(
        [
            *rules.obstacles_to_plan_year(
                days,
                today=now.date(),
                names=names,
                meets=days_met(collaboration_id, years),
                people=people_of(collaboration_id, now.date()),
            ),
            *obstacles_to_text(Skäl=reason),
        ],
        reason=reason,
    )
    planned = [
        plan_meeting(one.body, on=one.on, starts_at=one.starts_at, place=one.place, by=by, now=now)
        for one in sorted(days, key=lambda one: (one.on, one.body))
    ]
    record(
        collaboration_id,
        "meeting.year_planned",
        "calendar",
        by=by,
        at=now,
        meetings=len(planned),
        bodies=[names[pk] for pk in names if pk in wanted],
        first=planned[0].on,
        last=planned[-1].on,
        reason=reason,
    )
    return planned
