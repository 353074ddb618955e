"""Since when an answer is missing, and how an answer came late."""

from datetime import date, timedelta

from samverkan.dispatches.choices import DispatchState, Lateness, ShownState
from samverkan.dispatches.rules.states import shown_state


def unanswered_since(
    state: DispatchState | None, *, reply_by: date | None, planned_on: date | None, today: date
) -> date | None:
    """Return the first day on which "svar saknas" is said of a principal; None when it is not.

    The day after the reply-by day, or after a planned meeting that came later (R154, Q04).
    """
    shown = shown_state(state, reply_by=reply_by, planned_on=planned_on, today=today)
    if shown is not ShownState.UNANSWERED or reply_by is None:
        return None
    met = planned_on if state is DispatchState.PLANNED else None
    return max(reply_by, met or reply_by) + timedelta(days=1)


def lateness(
    state: DispatchState,
    *,
    reply_by: date | None,
    decided_on: date | None,
    answered_on: date | None,
) -> list[Lateness]:
    """Return how a decision came late: told after the reply-by day, adopted after it (R152, Q04).

    `answered_on` is when the decision was first told: a correction does not make it later.
    """
    if reply_by is None or answered_on is None or answered_on <= reply_by:
        return []
    afterwards = state is DispatchState.APPROVED and decided_on and decided_on > reply_by
    return [Lateness.ANSWERED_LATE, *([Lateness.ADOPTED_AFTERWARDS] if afterwards else [])]
