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
from samverkan.dispatches.actions.effects import (
    choose_effect,
    record_conclusion,
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
from samverkan.dispatches.actions.versions import (
    NewText,
    confirm_answer,
    correct_text,
    text_of,
)
from samverkan.dispatches.actions.withdrawing import (
    points_to_rest_on,
    withdraw_recommendation,
)

__all__ = [
    "AlreadyRegistered",
    "NewText",
    "addressees_of",
    "annex_names",
    "choose_effect",
    "confirm_answer",
    "correct_text",
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
    "outcome_sentence",
    "points_due",
    "points_to_rest_on",
    "record_conclusion",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "remind",
    "renew_link",
    "revoke_link",
    "silent_on",
    "standing_answers",
    "text_of",
    "to_remind",
    "withdraw_recommendation",
]
