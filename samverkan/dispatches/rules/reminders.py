"""Who is to get a reminder."""

from datetime import date, datetime, timedelta

from samverkan.dispatches.choices import SETTLED, DispatchState

REMIND_AT_MOST_EVERY = timedelta(days=7)


def may_be_reminded(
    *,
    state: DispatchState,
    dispatched_at: datetime,
    reminded_at: datetime | None,
    planned_on: date | None,
    now: datetime,
) -> bool:
    """Return whether a principal is to get a reminder: undecided, and left alone for a week.

    Main points, Tjänstepersoner (R153): a reminder to those who have not answered; one who has
    told of a meeting to come has answered for now.
    """
    if state in SETTLED or state is DispatchState.HELD:
        return False
    if planned_on is not None and planned_on >= now.date():
        return False
    return now - (reminded_at or dispatched_at) >= REMIND_AT_MOST_EVERY
