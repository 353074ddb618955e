"""The time plan of a meeting: how long each point takes, and when the meeting ends."""

from collections.abc import Mapping
from datetime import datetime, time

from django.db import transaction

from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Item, Meeting


@transaction.atomic
def plan_time(
    meeting_id: int,
    minutes: Mapping[int, int | None],
    *,
    ends_at: time | None,
    by: Actor,
    now: datetime,
) -> Meeting:
    """Say how many minutes each point of an agenda takes, and when the meeting ends.

    Raises StepRefused when the meeting has been held, the agenda holds other points than these,
    or a time cannot be so.
    """
    meeting = locked(meeting_id)
    items = list(meeting.items.order_by("position"))
    refuse(
        [
            *rules.obstacles_to_plan_time(
                stage=MeetingStage(meeting.stage),
                present=[item.pk for item in items],
                minutes=minutes,
            ),
            *rules.obstacles_to_times(meeting.starts_at, ends_at),
        ]
    )
    for item in items:
        item.planned_minutes = minutes[item.pk]
    Item.objects.bulk_update(items, ["planned_minutes"])
    meeting.ends_at = ends_at
    meeting.save(update_fields=["ends_at"])
    record(
        meeting.collaboration_id,
        "meeting.time_planned",
        subject(meeting),
        by=by,
        at=now,
        body=meeting.body.name,
        on=meeting.on,
        minutes=sum(item.planned_minutes or 0 for item in items),
        ends_at=ends_at.strftime("%H.%M") if ends_at else "",
    )
    return meeting
