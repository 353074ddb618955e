"""Who is to get a reminder."""

from datetime import date, datetime, timedelta

from samverkan.dispatches.choices import DECIDED, DispatchState

REMIND_AT_MOST_EVERY = timedelta(days=7)


def may_be_reminded(
    *,
    state: DispatchState,
    dispatched_at: datetime,
    reminded_at: datetime | None,
    planned_on: date | None,
    now: datetime,
    answers_earlier: bool = False,
) -> bool:
    """Return whether a principal is to get a reminder: undecided, and left alone for a week.

    Main points, Tjänstepersoner (R153): a reminder to those who have not answered; one who has
    told of a meeting to come has answered for now. One that decided on an earlier text has not
    answered the one that came after.
    """
    if state in DECIDED and not answers_earlier:
        return False
    if planned_on is not None and planned_on >= now.date():
        return False
    latest = max(filter(None, [reminded_at, dispatched_at]))
    return now - latest >= REMIND_AT_MOST_EVERY
