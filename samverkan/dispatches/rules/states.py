"""What is said of one principal, and of a recommendation as a whole, on a day."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.dispatches.choices import (
    NOT_ASKED,
    SETTLED,
    DispatchState,
    RecommendationState,
    ShownState,
)


def shown_state(
    state: DispatchState | None,
    *,
    reply_by: date | None,
    planned_on: date | None,
    today: date,
    withdrawn: bool = False,
) -> ShownState:
    """Return what the board says of one principal on a day (R154).

    "Svar saknas" when the reply-by day has passed, unless a meeting to come is planned. Nobody
    is awaited any more when the recommendation is withdrawn; answers that have come stand.
    """
    if state is None:
        return ShownState.NOT_DISPATCHED
    if withdrawn and state not in SETTLED:
        return ShownState.NOT_AWAITED
    if state is DispatchState.HELD:
        return ShownState.NOT_DISPATCHED
    if state not in SETTLED and reply_by is not None and today > reply_by:
        if state is DispatchState.PLANNED and planned_on is not None and planned_on >= today:
            return ShownState.PLANNED
        return ShownState.UNANSWERED
    return ShownState(state.value)


def recommendation_state(
    states: Sequence[DispatchState], *, dispatched: bool, withdrawn: bool = False
) -> RecommendationState:
    """Return the state of a recommendation as a whole, from the principals' answers alone (R153).

    Nothing is concluded from the answers by itself: no text says how many must adopt (Q03).
    """
    if withdrawn:
        return RecommendationState.WITHDRAWN
    if not dispatched:
        return RecommendationState.NOT_DISPATCHED
    if all(state in SETTLED for state in states):
        return RecommendationState.ALL_ANSWERED
    return RecommendationState.OUT


@dataclass(frozen=True)
class Tally:
    """How many principals have said what, of how many that are asked; and how many are not."""

    addressed: int
    approved: int
    rejected: int
    not_concerned: int = 0

    @property
    def decided(self) -> int:
        """Return how many have decided."""
        return self.approved + self.rejected


def tally(states: Mapping[DispatchState, int]) -> Tally:
    """Return the count of answers, from the number of principals in each state."""
    return Tally(
        addressed=sum(count for state, count in states.items() if state not in NOT_ASKED),
        approved=states.get(DispatchState.APPROVED, 0),
        rejected=states.get(DispatchState.REJECTED, 0),
        not_concerned=states.get(DispatchState.NOT_CONCERNED, 0),
    )
