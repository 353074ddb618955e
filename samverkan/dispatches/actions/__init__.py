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
from samverkan.dispatches.actions.saved_views import (
    change_view,
    mark_seen,
    remove_view,
    save_view,
)
from samverkan.dispatches.actions.subscriptions import (
    ask_for_news,
    change_subscription,
    confirm_subscription,
    end_subscription,
    forget_unconfirmed,
    send_news,
    subscription_of,
)

__all__ = [
    "AlreadyRegistered",
    "addressees_of",
    "annex_names",
    "ask_for_news",
    "change_subscription",
    "change_view",
    "confirm_subscription",
    "dispatch_recommendation",
    "draw_up",
    "end_subscription",
    "entry_of",
    "extract_title",
    "follow_approval",
    "forget_unconfirmed",
    "issue",
    "latest_answer",
    "link_of",
    "locked_recommendation",
    "mark_seen",
    "note_outcome",
    "obstacles_before_dispatch",
    "obstacles_now",
    "outcome_sentence",
    "points_due",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "remind",
    "remove_view",
    "renew_link",
    "revoke_link",
    "save_view",
    "send_news",
    "silent_on",
    "standing_answers",
    "subscription_of",
    "to_remind",
]
