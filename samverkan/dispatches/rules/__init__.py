"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.executing import (
    Named,
    obstacles_to_done,
    obstacles_to_name,
    obstacles_to_postpone,
    obstacles_to_take_back,
    obstacles_to_write_off,
    shown_execution,
)
from samverkan.dispatches.rules.reading import (
    Expected,
    Read,
    Suggestion,
    names_of,
    remarks_on_extract,
    suggestion_in,
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

__all__ = [
    "PLANNED_AT_MOST",
    "REMIND_AT_MOST_EVERY",
    "Expected",
    "Named",
    "Read",
    "Suggestion",
    "Tally",
    "Told",
    "may_be_reminded",
    "names_of",
    "obstacles_to_answer",
    "obstacles_to_dispatch",
    "obstacles_to_done",
    "obstacles_to_name",
    "obstacles_to_postpone",
    "obstacles_to_take_back",
    "obstacles_to_write_off",
    "recommendation_state",
    "remarks_on_extract",
    "report_back_due",
    "shown_execution",
    "shown_state",
    "suggestion_in",
    "tally",
]
