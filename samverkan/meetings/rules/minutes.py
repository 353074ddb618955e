"""Rules for closing a meeting, when its points get their numbers. Pure: no database, no clock."""

from collections.abc import Sequence
from datetime import date

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.rules.noting import notes_open


def obstacles_to_close(
    *,
    stage: MeetingStage,
    on: date,
    today: date,
    deciding: int,
    led: bool,
    undecided: Sequence[str],
    earlier_open: Sequence[date],
    unattached: Sequence[str] = (),
) -> list[Obstacle]:
    """List what stands in the way of closing a meeting, when its points get their numbers.

    Minutes of 2018 (R290): points are numbered on across meetings, so an earlier meeting of the
    body must be closed first; (R291) the list of those deciding, (R292) the chair of the meeting;
    (R299) every annex that a clause names. A meeting that was opened again has its numbers.
    """
    obstacles = notes_open(stage)
    if on > today:
        obstacles.append(Obstacle("meeting_not_yet", {"on": on}))
    if not deciding:
        obstacles.append(Obstacle("nobody_present"))
    if not led:
        obstacles.append(Obstacle("nobody_led"))
    if undecided:
        obstacles.append(Obstacle("points_without_outcome", {"points": list(undecided)}))
    if earlier_open and stage is not MeetingStage.REOPENED:
        obstacles.append(Obstacle("earlier_meeting_open", {"days": list(earlier_open)}))
    return obstacles + [Obstacle("annex_not_attached", {"annex": name}) for name in unattached]


def next_numbers(*, last: int | None, first_ever: int, points: int) -> range:
    """Return the numbers of a meeting's points: on from the body's last, without a gap (R290)."""
    begin = first_ever if last is None else last + 1
    return range(begin, begin + points)
