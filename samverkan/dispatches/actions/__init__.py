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
from samverkan.dispatches.actions.concerns import (
    send_concerns_mail,
    want_concerns_mail,
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
from samverkan.dispatches.actions.reminders import (
    REMINDER_TEMPLATES,
    hold_reminders,
    remind,
    resume_reminders,
    send_reminders,
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
    "REMINDER_TEMPLATES",
    "AlreadyRegistered",
    "addressees_of",
    "annex_names",
    "dispatch_recommendation",
    "draw_up",
    "entry_of",
    "extract_title",
    "follow_approval",
    "hold_reminders",
    "issue",
    "latest_answer",
    "link_of",
    "locked_recommendation",
    "note_outcome",
    "obstacles_before_dispatch",
    "obstacles_now",
    "outcome_sentence",
    "points_due",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "remind",
    "renew_link",
    "resume_reminders",
    "revoke_link",
    "send_concerns_mail",
    "send_reminders",
    "silent_on",
    "standing_answers",
    "to_remind",
    "want_concerns_mail",
]
