"""What can be done with a meeting, from its planning to approved minutes."""

from samverkan.meetings.actions.adjunctions import adjoin, call_off_adjunction
from samverkan.meetings.actions.agenda import (
    add_point,
    is_on_open_agenda,
    place_case,
    plan_meeting,
    refresh_own_points,
)
from samverkan.meetings.actions.attendance import Attending, note_attendance
from samverkan.meetings.actions.consents import (
    agree_agenda,
    has_committee,
    obstacles_before_agreed,
    office_of,
)
from samverkan.meetings.actions.found import meeting_path, subject
from samverkan.meetings.actions.minutes import (
    approve_minutes,
    close_meeting,
    obstacles_before_closed,
)
from samverkan.meetings.actions.outcomes import conclude_point, obstacles_to_outcome, stamp_of
from samverkan.meetings.actions.papers import attach_paper, detach_paper
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
from samverkan.meetings.actions.summons import (
    call_meeting,
    cancel_meeting,
    notes_before_called,
    obstacles_before_called,
    pending_changes,
    send_supplement,
)
from samverkan.meetings.actions.telling import called_to, facts_of, tell_called, tell_others
from samverkan.meetings.actions.times import plan_time

__all__ = [
    "Attending",
    "Written",
    "add_point",
    "adjoin",
    "agree_agenda",
    "approve_minutes",
    "attach_paper",
    "call_meeting",
    "call_off_adjunction",
    "called_to",
    "cancel_meeting",
    "close_meeting",
    "conclude_point",
    "detach_paper",
    "facts_of",
    "has_committee",
    "is_on_open_agenda",
    "meeting_path",
    "note_attendance",
    "notes_before_called",
    "obstacles_before_agreed",
    "obstacles_before_called",
    "obstacles_before_closed",
    "obstacles_before_written",
    "obstacles_to_outcome",
    "office_of",
    "order_points",
    "pending_changes",
    "place_case",
    "plan_meeting",
    "plan_time",
    "point_stamp",
    "refresh_own_points",
    "send_supplement",
    "stamp_of",
    "subject",
    "take_off_point",
    "take_up_waiting",
    "tell_called",
    "tell_others",
    "waiting_cases",
    "write_point",
]
