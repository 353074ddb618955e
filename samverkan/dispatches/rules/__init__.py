"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.packages import (
    obstacles_to_confirm,
)
from samverkan.dispatches.rules.receptions import (
    Arrival,
    arrival,
    waits_for,
)
from samverkan.dispatches.rules.reference_numbers import (
    NUMBER_LIMIT,
    obstacles_to_numbering,
    obstacles_to_reference_number,
    same_number,
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
    "NUMBER_LIMIT",
    "PLANNED_AT_MOST",
    "REMIND_AT_MOST_EVERY",
    "Arrival",
    "Tally",
    "Told",
    "arrival",
    "may_be_reminded",
    "obstacles_to_answer",
    "obstacles_to_confirm",
    "obstacles_to_dispatch",
    "obstacles_to_numbering",
    "obstacles_to_reference_number",
    "recommendation_state",
    "report_back_due",
    "same_number",
    "shown_state",
    "tally",
    "waits_for",
]
