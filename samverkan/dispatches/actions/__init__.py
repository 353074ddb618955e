"""What can be done with a recommendation: from drawing it up to the outcome carried home."""

from samverkan.dispatches.actions.addressing import (
    Chosen,
    choose,
)
from samverkan.dispatches.actions.answering import (
    ended_of,
)
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
    note_concerned,
    note_not_concerned,
)
from samverkan.dispatches.actions.dispatching import (
    addressees_of,
    dispatch_recommendation,
    obstacles_before_dispatch,
)
from samverkan.dispatches.actions.drawing_up import (
    draw_up,
)
from samverkan.dispatches.actions.federations import (
    below,
    decline_to_recommend,
    dispatch_past,
    federation_link_of,
    recommend_on,
    renew_federation_link,
    waiting_at,
)
from samverkan.dispatches.actions.found import (
    annex_names,
    locked_recommendation,
)
from samverkan.dispatches.actions.joining import (
    add_addressee,
    obstacles_before_take_over,
    open_at,
    take_over,
)
from samverkan.dispatches.actions.levels import (
    deciders_at,
    level_of,
    said_level,
    set_level,
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

__all__ = [
    "AlreadyRegistered",
    "Chosen",
    "add_addressee",
    "addressees_of",
    "annex_names",
    "below",
    "choose",
    "deciders_at",
    "decline_to_recommend",
    "dispatch_past",
    "dispatch_recommendation",
    "draw_up",
    "ended_of",
    "entry_of",
    "extract_title",
    "federation_link_of",
    "follow_approval",
    "issue",
    "latest_answer",
    "level_of",
    "link_of",
    "locked_recommendation",
    "note_concerned",
    "note_not_concerned",
    "note_outcome",
    "obstacles_before_dispatch",
    "obstacles_before_take_over",
    "obstacles_now",
    "open_at",
    "outcome_sentence",
    "points_due",
    "recommend_on",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "remind",
    "renew_federation_link",
    "renew_link",
    "revoke_link",
    "said_level",
    "set_level",
    "silent_on",
    "standing_answers",
    "take_over",
    "to_remind",
    "waiting_at",
]
