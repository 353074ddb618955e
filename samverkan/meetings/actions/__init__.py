"""What can be done with a meeting, from its planning to approved minutes."""

from samverkan.meetings.actions.adjunctions import (
    adjoin,
    call_off_adjunction,
)
from samverkan.meetings.actions.agenda import (
    add_point,
    call_meeting,
    cancel_meeting,
    is_on_open_agenda,
    place_case,
    plan_meeting,
    refresh_own_points,
)
from samverkan.meetings.actions.answers import (
    answer_call,
    set_attendance_order,
)
from samverkan.meetings.actions.approvals import (
    Adjuster,
    approve_minutes,
    comment_on_minutes,
    correct_minutes,
    open_draft,
    remind_adjusters,
    send_for_approval,
)
from samverkan.meetings.actions.asides import (
    step_aside,
    take_part_again,
)
from samverkan.meetings.actions.attendance import (
    Attending,
    note_attendance,
)
from samverkan.meetings.actions.digests import (
    acknowledge_digest,
    carry_on_digest,
    prepare_digests,
    send_digests,
    write_digest,
)
from samverkan.meetings.actions.found import (
    meeting_path,
    subject,
)
from samverkan.meetings.actions.minutes import (
    close_meeting,
    obstacles_before_closed,
    reopen_meeting,
)
from samverkan.meetings.actions.noting import (
    note_next_meeting,
    note_voice,
    take_back_voice,
)
from samverkan.meetings.actions.outcomes import (
    conclude_point,
    obstacles_to_outcome,
    stamp_of,
)
from samverkan.meetings.actions.secretary import (
    note_point,
    raise_point,
    usual_texts,
    write_usual_texts,
)
from samverkan.meetings.actions.substitutes import (
    call_substitute,
    seats_to_fill,
)
from samverkan.meetings.actions.successors import (
    call_successors,
    come_and_gone,
)
from samverkan.meetings.actions.tasks import (
    drop_task,
    order_task,
    report_task,
    take_back_task,
    tasks_due_at,
)

__all__ = [
    "Adjuster",
    "Attending",
    "acknowledge_digest",
    "add_point",
    "adjoin",
    "answer_call",
    "approve_minutes",
    "approved",
    "call_meeting",
    "call_off_adjunction",
    "call_substitute",
    "call_successors",
    "cancel_meeting",
    "carry_on_digest",
    "close_meeting",
    "come_and_gone",
    "comment_on_minutes",
    "conclude_point",
    "correct_minutes",
    "drop_task",
    "from",
    "is_on_open_agenda",
    "its",
    "meeting_path",
    "minutes",
    "note_attendance",
    "note_next_meeting",
    "note_point",
    "note_voice",
    "obstacles_before_closed",
    "obstacles_to_outcome",
    "open_draft",
    "order_task",
    "place_case",
    "plan_meeting",
    "planning",
    "prepare_digests",
    "raise_point",
    "refresh_own_points",
    "remind_adjusters",
    "reopen_meeting",
    "report_task",
    "seats_to_fill",
    "send_digests",
    "send_for_approval",
    "set_attendance_order",
    "stamp_of",
    "step_aside",
    "subject",
    "take_back_task",
    "take_back_voice",
    "take_part_again",
    "tasks_due_at",
    "to",
    "usual_texts",
    "write_digest",
    "write_usual_texts",
]
