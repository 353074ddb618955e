"""What can be done with a meeting, from its planning to approved minutes."""

from samverkan.meetings.actions.adjunctions import adjoin, call_off_adjunction
from samverkan.meetings.actions.agenda import (
    add_point,
    call_meeting,
    cancel_meeting,
    is_on_open_agenda,
    place_case,
    plan_meeting,
    refresh_own_points,
)
from samverkan.meetings.actions.answers import answer_call, set_attendance_order
from samverkan.meetings.actions.asides import step_aside, take_part_again
from samverkan.meetings.actions.attendance import Attending, note_attendance
from samverkan.meetings.actions.found import meeting_path, subject
from samverkan.meetings.actions.minutes import (
    approve_minutes,
    close_meeting,
    obstacles_before_closed,
)
from samverkan.meetings.actions.outcomes import conclude_point, obstacles_to_outcome, stamp_of
from samverkan.meetings.actions.secretary import (
    note_point,
    raise_point,
    usual_texts,
    write_usual_texts,
)
from samverkan.meetings.actions.substitutes import call_substitute, seats_to_fill
from samverkan.meetings.actions.successors import call_successors, come_and_gone

__all__ = [
    "Attending",
    "add_point",
    "adjoin",
    "answer_call",
    "approve_minutes",
    "call_meeting",
    "call_off_adjunction",
    "call_substitute",
    "call_successors",
    "cancel_meeting",
    "close_meeting",
    "come_and_gone",
    "conclude_point",
    "is_on_open_agenda",
    "meeting_path",
    "note_attendance",
    "note_point",
    "obstacles_before_closed",
    "obstacles_to_outcome",
    "place_case",
    "plan_meeting",
    "raise_point",
    "refresh_own_points",
    "seats_to_fill",
    "set_attendance_order",
    "stamp_of",
    "step_aside",
    "subject",
    "take_part_again",
    "usual_texts",
    "write_usual_texts",
]
