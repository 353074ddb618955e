"""Rules for closing a meeting and approving its minutes. Pure: no database, no clock."""

from collections.abc import Sequence
from datetime import date

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.rules.agenda import agenda_open


def obstacles_to_close(
    *,
    stage: MeetingStage,
    on: date,
    today: date,
    deciding: int,
    led: bool,
    undecided: Sequence[str],
    earlier_open: Sequence[date],
) -> list[Obstacle]:
    """List what stands in the way of closing a meeting, when its points get their numbers.

    Minutes of 2018 (R290): points are numbered on across meetings, so an earlier meeting of the
    body must be closed first; (R291) the list of those deciding, (R292) the chair of the meeting.
    """
    obstacles = agenda_open(stage)
    if on > today:
        obstacles.append(Obstacle("meeting_not_yet", {"on": on}))
    if not deciding:
        obstacles.append(Obstacle("nobody_present"))
    if not led:
        obstacles.append(Obstacle("nobody_led"))
    if undecided:
        obstacles.append(Obstacle("points_without_outcome", {"points": list(undecided)}))
    if earlier_open:
        obstacles.append(Obstacle("earlier_meeting_open", {"days": list(earlier_open)}))
    return obstacles


def next_numbers(*, last: int | None, first_ever: int, points: int) -> range:
    """Return the numbers of a meeting's points: on from the body's last, without a gap (R290)."""
    begin = first_ever if last is None else last + 1
    return range(begin, begin + points)


def obstacles_to_approve(
    *,
    stage: MeetingStage,
    approver: int,
    led_by: int | None,
    approved_on: date | None,
    met_on: date,
    today: date,
    from_source: bool,
) -> list[Obstacle]:
    """List what stands in the way of approving (justera) the minutes of a meeting.

    Minutes of 2018 (R304): approved by the one who led the meeting; locked from then on. The day
    is required, except in history where the source does not give it (Q21).
    """
    obstacles = []
    if stage is not MeetingStage.HELD:
        obstacles.append(Obstacle("not_to_approve_now", {"stage": stage.label}))
    if approver != led_by:
        obstacles.append(Obstacle("approver_did_not_lead"))
    if approved_on is None and not from_source:
        obstacles.append(Obstacle("no_approval_day"))
    if approved_on is not None and not met_on <= approved_on <= today:
        obstacles.append(Obstacle("approval_day_outside", {"first": met_on}))
    return obstacles
