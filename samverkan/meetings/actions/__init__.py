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
from samverkan.meetings.actions.found import meeting_path, subject, subjects_of
from samverkan.meetings.actions.minutes import (
    approve_minutes,
    close_meeting,
    obstacles_before_closed,
)
from samverkan.meetings.actions.moving import move_meeting, obstacles_to_move
from samverkan.meetings.actions.outcomes import conclude_point, obstacles_to_outcome, stamp_of
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
from samverkan.meetings.actions.subscriptions import (
    calendar_link_of,
    own_calendar_link,
    renew_calendar_link,
    revoke_calendar_link,
)
from samverkan.meetings.actions.wheel import plan_year
from samverkan.meetings.reading import FILE_LIMIT as CALENDAR_FILE_LIMIT

__all__ = [
    "CALENDAR_FILE_LIMIT",
    "Arranger",
    "Attending",
    "add_point",
    "adjoin",
    "approve_minutes",
    "calendar_link_of",
    "call_meeting",
    "call_off_adjunction",
    "cancel_meeting",
    "change_external_meeting",
    "changes_of",
    "close_meeting",
    "conclude_point",
    "enter_external_meeting",
    "is_on_open_agenda",
    "meeting_path",
    "move_meeting",
    "note_attendance",
    "obstacles_before_closed",
    "obstacles_to_move",
    "obstacles_to_outcome",
    "own_calendar_link",
    "place_case",
    "plan_meeting",
    "plan_year",
    "read_in_calendar",
    "refresh_own_points",
    "remove_external_meeting",
    "renew_calendar_link",
    "revoke_calendar_link",
    "send_calendar",
    "stamp_of",
    "subject",
    "subjects_of",
    "throw_calendar",
]
