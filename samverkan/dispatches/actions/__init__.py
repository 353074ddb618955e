"""What can be done with a recommendation: from drawing it up to the outcome carried home."""

from samverkan.dispatches.actions.answers import (
    AlreadyRegistered,
    entry_of,
    extract_title,
    latest_answer,
    obstacles_now,
    register_answer,
    register_answer_with_file,
    standing_answers,
)
from samverkan.dispatches.actions.dispatching import (
    addressees_of,
    dispatch_recommendation,
    obstacles_before_dispatch,
)
from samverkan.dispatches.actions.drawing_up import (
    draw_up,
)
from samverkan.dispatches.actions.found import (
    annex_names,
    locked_recommendation,
)
from samverkan.dispatches.actions.legal_days import (
    legal_force_of,
    tell_legal_days,
    told_days_of,
)
from samverkan.dispatches.actions.links import (
    issue,
    link_of,
    renew_link,
    revoke_link,
)
from samverkan.dispatches.actions.outcomes import (
    note_outcome,
)
from samverkan.dispatches.actions.path_rows import (
    standing_rows,
)
from samverkan.dispatches.actions.paths import (
    latest_rows,
    read_text,
    tell_path,
    usual_chain_of,
)
from samverkan.dispatches.actions.reminders import (
    remind,
    to_remind,
)
from samverkan.dispatches.actions.report_back import (
    follow_approval,
    outcome_sentence,
    points_due,
    refresh_next_agenda,
    silent_on,
)

__all__ = [
    "AlreadyRegistered",
    "addressees_of",
    "annex_names",
    "dispatch_recommendation",
    "draw_up",
    "entry_of",
    "extract_title",
    "follow_approval",
    "issue",
    "latest_answer",
    "latest_rows",
    "legal_force_of",
    "link_of",
    "locked_recommendation",
    "note_outcome",
    "obstacles_before_dispatch",
    "obstacles_now",
    "outcome_sentence",
    "points_due",
    "read_text",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "remind",
    "renew_link",
    "revoke_link",
    "silent_on",
    "standing_answers",
    "standing_rows",
    "tell_legal_days",
    "tell_path",
    "to_remind",
    "told_days_of",
    "usual_chain_of",
]
