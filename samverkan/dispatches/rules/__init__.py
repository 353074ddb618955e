"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.addressees import (
    EVERYONE,
    Ended,
    To,
    addressed,
    obstacles_to_addressing,
    obstacles_to_answer_for,
    obstacles_to_concern,
    obstacles_to_late_addressee,
    obstacles_to_take_over,
)
from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.federations import (
    above,
    first_to_get,
    next_to_get,
    obstacles_to_decline,
    obstacles_to_pass,
    obstacles_to_recommend_on,
)
from samverkan.dispatches.rules.levels import (
    decided_at_other_level,
    obstacles_to_level,
)
from samverkan.dispatches.rules.numbers import (
    obstacles_to_number,
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
    "EVERYONE",
    "PLANNED_AT_MOST",
    "REMIND_AT_MOST_EVERY",
    "Ended",
    "Tally",
    "To",
    "Told",
    "above",
    "addressed",
    "decided_at_other_level",
    "first_to_get",
    "may_be_reminded",
    "next_to_get",
    "obstacles_to_addressing",
    "obstacles_to_answer",
    "obstacles_to_answer_for",
    "obstacles_to_concern",
    "obstacles_to_decline",
    "obstacles_to_dispatch",
    "obstacles_to_late_addressee",
    "obstacles_to_level",
    "obstacles_to_number",
    "obstacles_to_pass",
    "obstacles_to_recommend_on",
    "obstacles_to_take_over",
    "recommendation_state",
    "report_back_due",
    "shown_state",
    "tally",
]
