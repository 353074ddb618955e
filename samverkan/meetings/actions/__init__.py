"""What can be done with a meeting, from its planning to approved minutes."""

from samverkan.meetings.actions.adjunctions import (
    adjoin,
    call_off_adjunction,
)
from samverkan.meetings.actions.agenda import (
    add_point,
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
from samverkan.meetings.actions.consents import (
    agree_agenda,
    has_committee,
    obstacles_before_agreed,
    office_of,
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
    subjects_of,
)
from samverkan.meetings.actions.minutes import (
    close_meeting,
    obstacles_before_closed,
    reopen_meeting,
)
from samverkan.meetings.actions.moving import (
    move_meeting,
    obstacles_to_move,
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
from samverkan.meetings.actions.outside import (
    Arranger,
    change_external_meeting,
    changes_of,
    enter_external_meeting,
    read_in_calendar,
    remove_external_meeting,
    send_calendar,
    throw_calendar,
)
from samverkan.meetings.actions.papers import (
    attach_paper,
    detach_paper,
)
from samverkan.meetings.actions.points import (
    Written,
    obstacles_before_written,
    order_points,
    point_stamp,
    take_off_point,
    take_up_waiting,
    waiting_cases,
    write_point,
)
from samverkan.meetings.actions.secretary import (
    note_point,
    raise_point,
    usual_texts,
    write_usual_texts,
)
from samverkan.meetings.actions.subscriptions import (
    calendar_link_of,
    own_calendar_link,
    renew_calendar_link,
    revoke_calendar_link,
)
from samverkan.meetings.actions.substitutes import (
    call_substitute,
    seats_to_fill,
)
from samverkan.meetings.actions.successors import (
    call_successors,
    come_and_gone,
)
from samverkan.meetings.actions.summons import (
    call_meeting,
    cancel_meeting,
    notes_before_called,
    obstacles_before_called,
    pending_changes,
    send_supplement,
)
from samverkan.meetings.actions.tasks import (
    drop_task,
    order_task,
    report_task,
    take_back_task,
    tasks_due_at,
)
from samverkan.meetings.actions.telling import (
    called_to,
    facts_of,
    tell_called,
    tell_others,
)
from samverkan.meetings.actions.times import (
    plan_time,
)
from samverkan.meetings.actions.wheel import (
    plan_year,
)
from samverkan.meetings.reading import FILE_LIMIT as CALENDAR_FILE_LIMIT

__all__ = [
    "CALENDAR_FILE_LIMIT",
    "Adjuster",
    "Arranger",
    "Attending",
    "Written",
    "acknowledge_digest",
    "add_point",
    "adjoin",
    "agree_agenda",
    "answer_call",
    "approve_minutes",
    "approved",
    "attach_paper",
    "calendar_link_of",
    "call_meeting",
    "call_off_adjunction",
    "call_substitute",
    "call_successors",
    "called_to",
    "cancel_meeting",
    "carry_on_digest",
    "change_external_meeting",
    "changes_of",
    "close_meeting",
    "come_and_gone",
    "comment_on_minutes",
    "conclude_point",
    "correct_minutes",
    "detach_paper",
    "drop_task",
    "enter_external_meeting",
    "facts_of",
    "from",
    "has_committee",
    "is_on_open_agenda",
    "its",
    "meeting_path",
    "minutes",
    "move_meeting",
    "note_attendance",
    "note_next_meeting",
    "note_point",
    "note_voice",
    "notes_before_called",
    "obstacles_before_agreed",
    "obstacles_before_called",
    "obstacles_before_closed",
    "obstacles_before_written",
    "obstacles_to_move",
    "obstacles_to_outcome",
    "office_of",
    "open_draft",
    "order_points",
    "order_task",
    "own_calendar_link",
    "pending_changes",
    "place_case",
    "plan_meeting",
    "plan_time",
    "plan_year",
    "planning",
    "point_stamp",
    "prepare_digests",
    "raise_point",
    "read_in_calendar",
    "refresh_own_points",
    "remind_adjusters",
    "remove_external_meeting",
    "renew_calendar_link",
    "reopen_meeting",
    "report_task",
    "revoke_calendar_link",
    "seats_to_fill",
    "send_calendar",
    "send_digests",
    "send_for_approval",
    "send_supplement",
    "set_attendance_order",
    "stamp_of",
    "step_aside",
    "subject",
    "subjects_of",
    "take_back_task",
    "take_back_voice",
    "take_off_point",
    "take_part_again",
    "take_up_waiting",
    "tasks_due_at",
    "tell_called",
    "tell_others",
    "throw_calendar",
    "to",
    "usual_texts",
    "waiting_cases",
    "write_digest",
    "write_point",
    "write_usual_texts",
]
