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
from samverkan.dispatches.actions.packages import (
    MAKE,
    fetch_package,
    freeze_packages,
    make_packages,
    make_packages_soon,
    package_of,
)
from samverkan.dispatches.actions.principal_links import (
    issue_to_principals,
    open_dispatch,
    principal_link_of,
    renew_principal_link,
    revoke_principal_link,
)
from samverkan.dispatches.actions.reference_numbers import (
    import_numbers,
    obstacles_to_number,
    register_number,
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
    "MAKE",
    "AlreadyRegistered",
    "addressees_of",
    "annex_names",
    "dispatch_recommendation",
    "draw_up",
    "entry_of",
    "extract_title",
    "fetch_package",
    "follow_approval",
    "freeze_packages",
    "import_numbers",
    "issue",
    "issue_to_principals",
    "latest_answer",
    "link_of",
    "locked_recommendation",
    "make_packages",
    "make_packages_soon",
    "note_outcome",
    "obstacles_before_dispatch",
    "obstacles_now",
    "obstacles_to_number",
    "open_dispatch",
    "outcome_sentence",
    "package_of",
    "points_due",
    "principal_link_of",
    "refresh_next_agenda",
    "register_answer",
    "register_answer_with_file",
    "register_number",
    "remind",
    "renew_link",
    "renew_principal_link",
    "revoke_link",
    "revoke_principal_link",
    "silent_on",
    "standing_answers",
    "to_remind",
]
