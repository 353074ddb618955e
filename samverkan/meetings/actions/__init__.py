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
from samverkan.meetings.actions.attendance import Attending, note_attendance
from samverkan.meetings.actions.digests import (
    acknowledge_digest,
    carry_on_digest,
    prepare_digests,
    send_digests,
    write_digest,
)
from samverkan.meetings.actions.found import meeting_path, subject
from samverkan.meetings.actions.minutes import (
    approve_minutes,
    close_meeting,
    obstacles_before_closed,
)
from samverkan.meetings.actions.outcomes import conclude_point, obstacles_to_outcome, stamp_of

__all__ = [
    "Attending",
    "acknowledge_digest",
    "add_point",
    "adjoin",
    "approve_minutes",
    "call_meeting",
    "call_off_adjunction",
    "cancel_meeting",
    "carry_on_digest",
    "close_meeting",
    "conclude_point",
    "is_on_open_agenda",
    "meeting_path",
    "note_attendance",
    "obstacles_before_closed",
    "obstacles_to_outcome",
    "place_case",
    "plan_meeting",
    "prepare_digests",
    "refresh_own_points",
    "send_digests",
    "stamp_of",
    "subject",
    "write_digest",
]
