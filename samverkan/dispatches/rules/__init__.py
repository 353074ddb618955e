"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.forecast import (
    ChainLink,
    Facing,
    Forecast,
    Foreseen,
    MovedTo,
    final_by,
    forecast,
    foreseen,
    moved_to,
    remarks_on_reply_by,
    reply_days,
)
from samverkan.dispatches.rules.line_calendars import (
    AssumedRhythm,
    KnownDay,
    Sitting,
    assumed_days,
    learnt_rhythm,
    sittings_of,
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
    "AssumedRhythm",
    "ChainLink",
    "Facing",
    "Forecast",
    "Foreseen",
    "KnownDay",
    "MovedTo",
    "Sitting",
    "Tally",
    "Told",
    "assumed_days",
    "final_by",
    "forecast",
    "foreseen",
    "learnt_rhythm",
    "may_be_reminded",
    "moved_to",
    "obstacles_to_answer",
    "obstacles_to_dispatch",
    "recommendation_state",
    "remarks_on_reply_by",
    "reply_days",
    "report_back_due",
    "shown_state",
    "sittings_of",
    "tally",
]
