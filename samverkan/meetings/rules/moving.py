"""Rules for moving a meeting to another day, time or place. Pure: no database, no clock."""

from dataclasses import dataclass
from datetime import date, time

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.rules.agenda import agenda_open, obstacles_to_plan

YEARS_AHEAD = 3


@dataclass(frozen=True)
class When:
    """When and where a meeting is."""

    on: date
    starts_at: time | None = None
    place: str = ""


def obstacles_to_move(
    was: When,
    to: When,
    *,
    stage: MeetingStage,
    today: date,
    first: date | None,
    until: date | None,
    busy: bool,
    reason: str,
) -> list[Obstacle]:
    """List what stands in the way of moving a meeting; `until` is the day after the body's last.

    Those who were called must know why (R157); what has been held stays where it was (R290).
    """
    obstacles = agenda_open(stage)
    if was == to:
        obstacles.append(Obstacle("move_changes_nothing"))
    if to.on < today:
        obstacles.append(Obstacle("moved_to_the_past"))
    if to.on.year > today.year + YEARS_AHEAD:
        obstacles.append(
            Obstacle("moved_too_far", {"last": date(today.year + YEARS_AHEAD, 12, 31)})
        )
    obstacles += obstacles_to_plan(on=to.on, first=first, until=until, busy=busy)
    if stage is MeetingStage.CALLED and not reason.strip():
        obstacles.append(Obstacle("moved_without_reason"))
    return obstacles
