"""The tables of meetings, a file for each matter."""

from samverkan.meetings.models.calls import Call
from samverkan.meetings.models.meetings import Adjunction, Attendance, Item, Meeting, Minutes
from samverkan.meetings.models.presence import AttendanceOrder, ItemAbsence
from samverkan.meetings.models.writing import LastWritten

__all__ = [
    "Adjunction",
    "Attendance",
    "AttendanceOrder",
    "Call",
    "Item",
    "ItemAbsence",
    "LastWritten",
    "Meeting",
    "Minutes",
]
