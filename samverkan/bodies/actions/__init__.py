"""What can be done with bodies.

Seats, chairs and the end of a body come from here; governing texts, functions, costs, overlaps,
rosters and reminders each from the file of that name.
"""

from samverkan.bodies.actions.chairs import elect, end_chair, extend_chair
from samverkan.bodies.actions.closing import end_body, note_closing
from samverkan.bodies.actions.seats import (
    appoint,
    correct_mission,
    end_mission,
    replace_member,
    write_handover,
)

__all__ = [
    "appoint",
    "correct_mission",
    "elect",
    "end_body",
    "end_chair",
    "end_mission",
    "extend_chair",
    "note_closing",
    "replace_member",
    "write_handover",
]
