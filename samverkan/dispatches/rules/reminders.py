"""Who is to get a reminder, which role, and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samverkan.dispatches.choices import SETTLED, DispatchState, Rung
from samverkan.journal.obstacles import Obstacle

REMIND_AT_MOST_EVERY = timedelta(days=7)
HELD_AT_MOST = timedelta(days=180)
NOTE_LIMIT = 500
# The role at the principal is asked twice before anybody else is told.
LADDER = (Rung.REGISTRAR, Rung.REGISTRAR, Rung.REPRESENTATIVE, Rung.CHAIR)
FRIDAY = 4
DAY = timedelta(days=1)


def may_be_reminded(
    *,
    state: DispatchState,
    dispatched_at: datetime,
    reminded_at: datetime | None,
    quiet_until: date | None,
    now: datetime,
    answers_earlier: bool = False,
) -> bool:
    """Return whether a principal may get a reminder: undecided, and left alone for a week.

    Main points, Tjänstepersoner (R153): a reminder to those who have not answered; one who has
    told of a meeting to come, or of a day when they can answer, has answered for now. One that
    decided on an earlier text has not answered the one that came after.
    """
    if state is DispatchState.HELD or (state in SETTLED and not answers_earlier):
        return False
    if quiet_until is not None and quiet_until >= now.date():
        return False
    latest = max(filter(None, [reminded_at, dispatched_at]))
    return now - latest >= REMIND_AT_MOST_EVERY


@dataclass(frozen=True)
class Silent:
    """What is known of a principal that has not decided, as far as a reminder depends on it.

    `days_told` are the days that it has been given or has told: the reply-by day, a planned
    meeting, more time, a pause that a coordinator has set. `sent` are the reminders, the first
    first.
    """

    days_told: Sequence[date]
    sent: Sequence[tuple[Rung, datetime]] = ()
    last_answer_at: datetime | None = None


@dataclass(frozen=True)
class Due:
    """A reminder to come: to which role, and the first day when it may go."""

    rung: Rung
    on: date


def next_reminder(silent: Silent) -> Due | None:
    """Return the next reminder about one matter; None when every step has been taken.

    Main points, Tjänstepersoner (R153). The role is asked twice, then the principal's
    representative is told, then the body's chair; anything that is answered starts it anew. It
    goes on a weekday, at the earliest a week after the one before.
    """
    sent = [
        (rung, at)
        for rung, at in silent.sent
        if silent.last_answer_at is None or at > silent.last_answer_at
    ]
    if len(sent) >= len(LADDER) or not silent.days_told:
        return None
    first = max(silent.days_told) + DAY
    if silent.sent:
        first = max(first, silent.sent[-1][1].date() + REMIND_AT_MOST_EVERY)
    return Due(LADDER[len(sent)], weekday_from(first))


def next_letter_day(dues: Sequence[date], *, last_letter_at: datetime | None) -> date:
    """Return when a role gets its next letter: when one matter is due, a week after the last."""
    first = min(dues)
    if last_letter_at is not None:
        first = max(first, last_letter_at.date() + REMIND_AT_MOST_EVERY)
    return weekday_from(first)


def weekday_from(day: date) -> date:
    """Return a day, or the Monday after it when it is a Saturday or Sunday."""
    while day.weekday() > FRIDAY:
        day += DAY
    return day


def obstacles_to_remind(*, letters: int, note: str) -> list[Obstacle]:
    """List what stands in the way of sending reminders with some words of one's own."""
    obstacles = [] if letters else [Obstacle("nobody_to_remind")]
    if len(note) > NOTE_LIMIT:
        obstacles.append(Obstacle("reminder_note_too_long", {"limit": NOTE_LIMIT}))
    return obstacles


def obstacles_to_hold(
    *, state: DispatchState, until: date | None, reason: str, today: date
) -> list[Obstacle]:
    """List what stands in the way of letting a principal be until a day."""
    if state in SETTLED:
        return [Obstacle("already_decided", {"state": state.label})]
    obstacles = []
    if until is None:
        obstacles.append(Obstacle("no_hold_day"))
    elif until < today:
        obstacles.append(Obstacle("hold_day_passed"))
    elif until > today + HELD_AT_MOST:
        obstacles.append(Obstacle("hold_day_far", {"last": today + HELD_AT_MOST}))
    if not reason.strip():
        obstacles.append(Obstacle("hold_without_reason"))
    return obstacles
