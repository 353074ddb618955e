"""Rules for approving (justera) minutes: who, of which text, by when. Pure: no database."""

from collections.abc import Collection, Sequence
from datetime import date, datetime, timedelta

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage

DAYS_TO_APPROVE = 14
DAYS_AHEAD = 3
BETWEEN_REMINDERS = timedelta(days=7)


def obstacles_to_send_for_approval(
    *,
    stage: MeetingStage,
    adjusters: Sequence[int],
    deciding: Collection[int],
    without_title: bool,
    same_as: int | None,
) -> list[Obstacle]:
    """List what stands in the way of sending minutes to those who are to approve them.

    Minutes of 2018 (R304): approved by name and title. One or more may approve (Q21); they were
    there and decided. `same_as` is the number of an open draft with that text and those people.
    """
    obstacles = []
    if stage is not MeetingStage.HELD:
        obstacles.append(Obstacle("not_to_approve_now", {"stage": stage.label}))
    if not adjusters:
        obstacles.append(Obstacle("no_adjusters"))
    if len(set(adjusters)) < len(adjusters):
        obstacles.append(Obstacle("adjuster_chosen_twice"))
    obstacles += [
        Obstacle("adjuster_did_not_decide", {"person": one})
        for one in dict.fromkeys(adjusters)
        if one not in deciding
    ]
    if adjusters and without_title:
        obstacles.append(Obstacle("adjuster_without_title"))
    if same_as is not None:
        obstacles.append(Obstacle("draft_is_the_same", {"number": same_as}))
    return obstacles


def obstacles_to_approve(
    *,
    stage: MeetingStage,
    is_adjuster: bool,
    adjusters: Sequence[str],
    has_approved: bool,
    seen: str,
    drafted: str,
    current: str,
    approved_on: date | None,
    met_on: date,
    today: date,
    from_source: bool,
) -> list[Obstacle]:
    """List what stands in the way of approving (justera) the minutes of a meeting.

    Minutes of 2018 (R304): approved by the one who led the meeting, or by those chosen; locked
    from then on. The day is required, except in history where the source does not give it (Q21).
    `seen`, `drafted` and `current` are sums of the text: as the adjuster read it, as it was sent,
    and as the meeting's own points give it now.
    """
    if stage is not MeetingStage.HELD:
        return [Obstacle("not_to_approve_now", {"stage": stage.label})]
    obstacles = []
    if not is_adjuster:
        obstacles.append(Obstacle("not_an_adjuster", {"people": list(adjusters)}))
    if has_approved:
        obstacles.append(Obstacle("approved_already"))
    if seen and seen != drafted:
        obstacles.append(Obstacle("minutes_changed_meanwhile"))
    elif drafted != current and not has_approved:
        obstacles.append(Obstacle("draft_out_of_date"))
    if approved_on is None and not from_source:
        obstacles.append(Obstacle("no_approval_day"))
    if approved_on is not None and not met_on <= approved_on <= today:
        obstacles.append(Obstacle("approval_day_outside", {"first": met_on}))
    return obstacles


def obstacles_to_comment(*, has_open_draft: bool, is_adjuster: bool, text: str) -> list[Obstacle]:
    """List what stands in the way of a comment on a draft: only before it is approved (R304)."""
    obstacles = []
    if not has_open_draft:
        obstacles.append(Obstacle("no_draft_to_comment"))
    elif not is_adjuster:
        obstacles.append(Obstacle("only_adjusters_comment"))
    if not text.strip():
        obstacles.append(Obstacle("no_comment"))
    return obstacles


def obstacles_to_reopen(*, stage: MeetingStage, reason: str) -> list[Obstacle]:
    """List what stands in the way of sending a closed meeting back to the secretary (R304)."""
    obstacles = []
    if stage is not MeetingStage.HELD:
        obstacles.append(Obstacle("not_to_reopen", {"stage": stage.label}))
    if not reason.strip():
        obstacles.append(Obstacle("no_reason_to_reopen"))
    return obstacles


def obstacles_to_correct(*, stage: MeetingStage, text: str) -> list[Obstacle]:
    """List what stands in the way of a note beside approved minutes, which never change (R304)."""
    obstacles = []
    if stage is not MeetingStage.APPROVED:
        obstacles.append(Obstacle("not_to_correct_yet", {"stage": stage.label}))
    if not text.strip():
        obstacles.append(Obstacle("no_correction"))
    return obstacles


def to_be_approved_by(met_on: date, days: int = DAYS_TO_APPROVE) -> date:
    """Return the last day on which minutes are approved in time (R304, Q21)."""
    return met_on + timedelta(days=days)


def days_late(due_on: date | None, today: date) -> int:
    """Return how many days ago minutes should have been approved; none when there is time."""
    return max(0, (today - due_on).days) if due_on else 0


def may_be_reminded(*, due_on: date | None, last_told: datetime, now: datetime) -> bool:
    """Tell whether an adjuster who has not answered is reminded: near the day, once a week."""
    if due_on is None or now.date() < due_on - timedelta(days=DAYS_AHEAD):
        return False
    return now - last_told >= BETWEEN_REMINDERS
