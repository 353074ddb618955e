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
from samverkan.dispatches.actions.links import (
    issue,
    link_of,
    renew_link,
    revoke_link,
)
from samverkan.dispatches.actions.outcomes import (
    note_outcome,
)
from samverkan.dispatches.actions.papers import (
    add_template,
    obstacles_to_form,
    retire_template,
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
    "add_template",
    "addressees_of",
    "annex_names",
    "dispatch_recommendation",
    "draw_up",
    "entry_of",
    "extract_title",
    "follow_approval",
    "issue",
    "latest_answer",
    "link_of",
    "locked_recommendation",
    "note_outcome",
    "obstacles_before_dispatch",
    "obstacles_now",
    "obstacles_to_form",
    "outcome_sentence",
    "points_due",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "remind",
    "renew_link",
    "retire_template",
    "revoke_link",
    "silent_on",
    "standing_answers",
    "to_remind",
]
