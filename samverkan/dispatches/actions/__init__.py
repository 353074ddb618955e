"""What can be done with a recommendation: from drawing it up to the outcome carried home."""

from samverkan.dispatches.actions.addressing import (
    Chosen,
    choose,
)
from samverkan.dispatches.actions.answering import (
    ended_of,
)
from samverkan.dispatches.actions.answers import (
    WHY_EXTRACT,
    AlreadyRegistered,
    entry_of,
    extract_title,
    latest_answer,
    obstacles_now,
    register_answer,
    register_answer_with_file,
    standing_answers,
)
from samverkan.dispatches.actions.at_home import (
    send_weekly_letter,
    want_weekly_letter,
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
from samverkan.dispatches.actions.effects import (
    choose_effect,
    record_conclusion,
)
from samverkan.dispatches.actions.execution_letters import (
    execution_link_of,
    late_executions,
    remind_executions,
    send_execution_link,
)
from samverkan.dispatches.actions.executions import (
    is_manager,
    name_execution,
    obstacles_to_name_now,
    postpone_execution,
    report_execution_done,
    take_back_execution,
    write_off_execution,
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
from samverkan.dispatches.actions.legal_days import (
    legal_force_of,
    tell_legal_days,
    told_days_of,
)
from samverkan.dispatches.actions.levels import (
    deciders_at,
    level_kind,
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
from samverkan.dispatches.actions.packages import (
    MAKE,
    fetch_package,
    freeze_packages,
    make_packages,
    make_packages_soon,
    package_of,
)
from samverkan.dispatches.actions.papers import (
    add_template,
    obstacles_to_form,
    retire_template,
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
from samverkan.dispatches.actions.principal_links import (
    issue_to_principals,
    open_dispatch,
    principal_link_of,
    renew_principal_link,
    revoke_principal_link,
)
from samverkan.dispatches.actions.reading import (
    confirm_extract,
    drop_unconfirmed,
    read_extract,
    remarks_of,
)
from samverkan.dispatches.actions.reference_numbers import (
    import_numbers,
    obstacles_to_number,
    register_number,
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
    "MAKE",
    "REMINDER_TEMPLATES",
    "WHY_EXTRACT",
    "AlreadyRegistered",
    "Chosen",
    "NewText",
    "add_addressee",
    "add_template",
    "addressees_of",
    "annex_names",
    "ask_for_news",
    "below",
    "change_subscription",
    "change_view",
    "choose",
    "choose_effect",
    "confirm_answer",
    "confirm_extract",
    "confirm_subscription",
    "correct_text",
    "deciders_at",
    "decline_to_recommend",
    "dispatch_past",
    "dispatch_recommendation",
    "draw_up",
    "drop_unconfirmed",
    "end_subscription",
    "ended_of",
    "entry_of",
    "execution_link_of",
    "extract_title",
    "federation_link_of",
    "fetch_package",
    "follow_approval",
    "forget_unconfirmed",
    "freeze_packages",
    "hold_reminders",
    "import_numbers",
    "is_manager",
    "issue",
    "issue_to_principals",
    "late_executions",
    "latest_answer",
    "latest_rows",
    "legal_force_of",
    "level_kind",
    "level_of",
    "link_of",
    "locked_recommendation",
    "make_packages",
    "make_packages_soon",
    "mark_seen",
    "name_execution",
    "note_concerned",
    "note_not_concerned",
    "note_outcome",
    "obstacles_before_dispatch",
    "obstacles_before_take_over",
    "obstacles_now",
    "obstacles_to_form",
    "obstacles_to_name_now",
    "obstacles_to_number",
    "open_at",
    "open_dispatch",
    "outcome_sentence",
    "package_of",
    "points_due",
    "points_to_rest_on",
    "postpone_execution",
    "principal_link_of",
    "read_extract",
    "read_text",
    "recommend_on",
    "record_conclusion",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "register_number",
    "remarks_of",
    "remind",
    "remind_executions",
    "remove_view",
    "renew_federation_link",
    "renew_link",
    "renew_principal_link",
    "report_execution_done",
    "resume_reminders",
    "retire_template",
    "revoke_link",
    "revoke_principal_link",
    "said_level",
    "save_view",
    "send_execution_link",
    "send_news",
    "send_reminders",
    "send_weekly_letter",
    "set_level",
    "silent_on",
    "standing_answers",
    "standing_rows",
    "subscription_of",
    "take_back_execution",
    "take_over",
    "tell_legal_days",
    "tell_path",
    "text_of",
    "to_remind",
    "told_days_of",
    "usual_chain_of",
    "waiting_at",
    "want_weekly_letter",
    "withdraw_recommendation",
    "write_off_execution",
]
