"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.concerns import (
    CONCERNS_AT_MOST_EVERY,
    concerns_mail_due,
    obstacles_to_concerns_mail,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.reminders import (
    LADDER,
    NOTE_LIMIT,
    REMIND_AT_MOST_EVERY,
    Due,
    Silent,
    may_be_reminded,
    next_letter_day,
    next_reminder,
    obstacles_to_hold,
    obstacles_to_remind,
    weekday_from,
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
    "CONCERNS_AT_MOST_EVERY",
    "LADDER",
    "NOTE_LIMIT",
    "PLANNED_AT_MOST",
    "REMIND_AT_MOST_EVERY",
    "Due",
    "Silent",
    "Tally",
    "Told",
    "concerns_mail_due",
    "may_be_reminded",
    "next_letter_day",
    "next_reminder",
    "obstacles_to_answer",
    "obstacles_to_concerns_mail",
    "obstacles_to_dispatch",
    "obstacles_to_hold",
    "obstacles_to_remind",
    "recommendation_state",
    "report_back_due",
    "shown_state",
    "tally",
    "weekday_from",
]
