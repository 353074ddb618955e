"""The time plan of a meeting: when each point begins, and whether there is room. Pure."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.rules.agenda import agenda_open
from samverkan.meetings.rules.points import MOST_MINUTES

_ANY_DAY = date(2000, 1, 1)


def clock_times(starts_at: time | None, minutes: Sequence[int | None]) -> list[time | None]:
    """Return when each point begins; a point without minutes takes none, and past midnight none."""
    if starts_at is None or not any(minutes):
        return [None] * len(minutes)
    begins, moment = [], datetime.combine(_ANY_DAY, starts_at)
    for one in minutes:
        begins.append(moment.time() if moment.date() == _ANY_DAY else None)
        moment += timedelta(minutes=one or 0)
    return begins


def planned_end(starts_at: time | None, minutes: Sequence[int | None]) -> time | None:
    """Return when the meeting ends by its points' minutes; None when they do not say."""
    total = sum(one or 0 for one in minutes)
    if starts_at is None or not total:
        return None
    end = datetime.combine(_ANY_DAY, starts_at) + timedelta(minutes=total)
    return end.time() if end.date() == _ANY_DAY else None


def minutes_between(starts_at: time | None, ends_at: time | None) -> int | None:
    """Return how long a meeting is; None when it is not said."""
    if starts_at is None or ends_at is None:
        return None
    return (ends_at.hour - starts_at.hour) * 60 + ends_at.minute - starts_at.minute


def minutes_over(
    starts_at: time | None, ends_at: time | None, minutes: Sequence[int | None]
) -> int:
    """Return how many minutes more the points take than the meeting has; 0 when there is room."""
    room = minutes_between(starts_at, ends_at)
    return 0 if room is None else max(0, sum(one or 0 for one in minutes) - room)


def obstacles_to_plan_time(
    *, stage: MeetingStage, present: Sequence[int], minutes: Mapping[int, int | None]
) -> list[Obstacle]:
    """List what stands in the way of saying how long each point takes; all are told at once."""
    obstacles = agenda_open(stage)
    if set(minutes) != set(present):
        obstacles.append(Obstacle("agenda_changed_meanwhile"))
    if any(one is not None and not 1 <= one <= MOST_MINUTES for one in minutes.values()):
        obstacles.append(Obstacle("minutes_outside", {"most": MOST_MINUTES}))
    return obstacles


def obstacles_to_times(starts_at: time | None, ends_at: time | None) -> list[Obstacle]:
    """List what is wrong with a meeting's hours."""
    if ends_at is not None and starts_at is None:
        return [Obstacle("end_without_start")]
    room = minutes_between(starts_at, ends_at)
    return [Obstacle("ends_before_it_starts")] if room is not None and room <= 0 else []
