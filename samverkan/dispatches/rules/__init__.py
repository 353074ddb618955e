"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from samverkan.dispatches.rules.answers import (
    PLANNED_AT_MOST,
    Told,
    obstacles_to_answer,
)
from samverkan.dispatches.rules.chains import (
    Chain,
    Usual,
    chain_of,
    usual_chain,
)
from samverkan.dispatches.rules.dispatching import (
    obstacles_to_dispatch,
)
from samverkan.dispatches.rules.lateness import (
    lateness,
    unanswered_since,
)
from samverkan.dispatches.rules.legal_force import (
    LegalForce,
    SureDay,
    ToldDays,
    last_day,
    legal_force,
    obstacles_to_legal_days,
)
from samverkan.dispatches.rules.levels import (
    decided_at_other_level,
    kind_of_body,
    same_body,
)
from samverkan.dispatches.rules.path_reading import (
    LineRow,
    Read,
    path_text,
    read_path,
    row_text,
)
from samverkan.dispatches.rules.paths import (
    Decided,
    kept_as_planned,
    obstacles_from_path,
    obstacles_to_path,
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
    "Chain",
    "Decided",
    "LegalForce",
    "LineRow",
    "Read",
    "SureDay",
    "Tally",
    "Told",
    "ToldDays",
    "Usual",
    "chain_of",
    "decided_at_other_level",
    "kept_as_planned",
    "kind_of_body",
    "last_day",
    "lateness",
    "legal_force",
    "may_be_reminded",
    "obstacles_from_path",
    "obstacles_to_answer",
    "obstacles_to_dispatch",
    "obstacles_to_legal_days",
    "obstacles_to_path",
    "path_text",
    "read_path",
    "recommendation_state",
    "report_back_due",
    "row_text",
    "same_body",
    "shown_state",
    "tally",
    "unanswered_since",
    "usual_chain",
]
