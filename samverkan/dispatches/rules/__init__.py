"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.reminders import (
    REMIND_AT_MOST_EVERY,
    may_be_reminded,
)
from samverkan.dispatches.rules.reporting import (
    report_back_due,
)
from samverkan.dispatches.rules.states import (
    Tally,
    recommendation_state,
    shown_state,
    tally,
)
from samverkan.dispatches.rules.watching import (
    CONFIRM_WITHIN,
    MOST_VIEWS,
    MOST_WAITING,
    is_due,
    may_be_written_to,
    obstacles_to_ask,
    obstacles_to_save_view,
)

__all__ = [
    "CONFIRM_WITHIN",
    "MOST_VIEWS",
    "MOST_WAITING",
    "PLANNED_AT_MOST",
    "REMIND_AT_MOST_EVERY",
    "Tally",
    "Told",
    "is_due",
    "may_be_reminded",
    "may_be_written_to",
    "obstacles_to_answer",
    "obstacles_to_ask",
    "obstacles_to_dispatch",
    "obstacles_to_save_view",
    "recommendation_state",
    "report_back_due",
    "shown_state",
    "tally",
]
