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
from samverkan.dispatches.rules.at_home import (
    WEEKLY_AT_MOST_EVERY,
    obstacles_to_weekly_letter,
    weekly_letter_due,
)
from samverkan.dispatches.rules.chains import (
    Chain,
    Usual,
    chain_of,
    usual_chain,
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
from samverkan.dispatches.rules.executing import (
    Named,
    obstacles_to_done,
    obstacles_to_name,
    obstacles_to_postpone,
    obstacles_to_take_back,
    obstacles_to_write_off,
    shown_execution,
)
from samverkan.dispatches.rules.federations import (
    above,
    first_to_get,
    next_to_get,
    obstacles_to_decline,
    obstacles_to_pass,
    obstacles_to_recommend_on,
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
    obstacles_to_level,
)
from samverkan.dispatches.rules.line_calendars import (
    AssumedRhythm,
    KnownDay,
    Sitting,
    assumed_days,
    learnt_rhythm,
    sittings_of,
)
from samverkan.dispatches.rules.line_names import (
    kind_of_body,
    same_body,
)
from samverkan.dispatches.rules.packages import (
    obstacles_to_receipt,
)
from samverkan.dispatches.rules.path_reading import (
    LineRow,
    ReadPath,
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
from samverkan.dispatches.rules.reading import (
    Expected,
    Read,
    Suggestion,
    names_of,
    remarks_on_extract,
    suggestion_in,
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
from samverkan.dispatches.rules.versions import (
    obstacles_to_confirm,
    obstacles_to_correct_text,
)
from samverkan.dispatches.rules.withdrawing import (
    Point,
    obstacles_to_withdraw,
)

__all__ = [
    "EVERYONE",
    "LADDER",
    "NOTE_LIMIT",
    "NUMBER_LIMIT",
    "PLANNED_AT_MOST",
    "REMIND_AT_MOST_EVERY",
    "WEEKLY_AT_MOST_EVERY",
    "Arrival",
    "AssumedRhythm",
    "Chain",
    "ChainLink",
    "Consequence",
    "Decided",
    "Due",
    "Ended",
    "Expected",
    "Facing",
    "Forecast",
    "Foreseen",
    "KnownDay",
    "LegalForce",
    "LineRow",
    "MovedTo",
    "Named",
    "Point",
    "Position",
    "Read",
    "ReadPath",
    "Said",
    "Silent",
    "Since",
    "Sitting",
    "Suggestion",
    "SureDay",
    "Tally",
    "Terms",
    "To",
    "Told",
    "ToldDays",
    "Usual",
    "above",
    "addressed",
    "arrival",
    "assumed_days",
    "chain_of",
    "consequence",
    "decided_at_other_level",
    "final_by",
    "first_to_get",
    "forecast",
    "foreseen",
    "kept_as_planned",
    "kind_of_body",
    "last_day",
    "lateness",
    "learnt_rhythm",
    "legal_force",
    "may_be_reminded",
    "moved_to",
    "names_of",
    "next_letter_day",
    "next_reminder",
    "next_to_get",
    "obstacles_from_path",
    "obstacles_to_addressing",
    "obstacles_to_answer",
    "obstacles_to_answer_for",
    "obstacles_to_concern",
    "obstacles_to_conclude",
    "obstacles_to_confirm",
    "obstacles_to_correct_text",
    "obstacles_to_decline",
    "obstacles_to_dispatch",
    "obstacles_to_done",
    "obstacles_to_effect",
    "obstacles_to_fulfil",
    "obstacles_to_hold",
    "obstacles_to_late_addressee",
    "obstacles_to_legal_days",
    "obstacles_to_level",
    "obstacles_to_name",
    "obstacles_to_numbering",
    "obstacles_to_pass",
    "obstacles_to_path",
    "obstacles_to_postpone",
    "obstacles_to_receipt",
    "obstacles_to_recommend_on",
    "obstacles_to_reference_number",
    "obstacles_to_remind",
    "obstacles_to_take_back",
    "obstacles_to_take_over",
    "obstacles_to_weekly_letter",
    "obstacles_to_withdraw",
    "obstacles_to_write_off",
    "path_text",
    "read_path",
    "recommendation_state",
    "remarks_on_extract",
    "remarks_on_reply_by",
    "reply_days",
    "report_back_due",
    "row_text",
    "said_by",
    "same_body",
    "same_number",
    "shown_execution",
    "shown_state",
    "sittings_of",
    "suggestion_in",
    "tally",
    "unanswered_since",
    "usual_chain",
    "waits_for",
    "weekday_from",
    "weekly_letter_due",
]
