"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.conclusions import (
    obstacles_to_conclude,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.effects import (
    Consequence,
    Position,
    Said,
    Since,
    Terms,
    consequence,
    obstacles_to_effect,
    obstacles_to_fulfil,
    said_by,
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
from samverkan.dispatches.rules.versions import (
    obstacles_to_confirm,
    obstacles_to_correct_text,
)
from samverkan.dispatches.rules.withdrawing import (
    Point,
    obstacles_to_withdraw,
)

__all__ = [
    "PLANNED_AT_MOST",
    "REMIND_AT_MOST_EVERY",
    "Consequence",
    "Point",
    "Position",
    "Said",
    "Since",
    "Tally",
    "Terms",
    "Told",
    "consequence",
    "may_be_reminded",
    "obstacles_to_answer",
    "obstacles_to_conclude",
    "obstacles_to_confirm",
    "obstacles_to_correct_text",
    "obstacles_to_dispatch",
    "obstacles_to_effect",
    "obstacles_to_fulfil",
    "obstacles_to_withdraw",
    "recommendation_state",
    "report_back_due",
    "said_by",
    "shown_state",
    "tally",
]
