"""The tables of meetings, a file for each matter."""

from samverkan.meetings.models.calls import Call
from samverkan.meetings.models.meetings import Adjunction, Attendance, Item, Meeting, Minutes
from samverkan.meetings.models.moving import FormerDay
from samverkan.meetings.models.outside import ExternalCalendar, ExternalMeeting
from samverkan.meetings.models.rhythms import MeetingRhythm
from samverkan.meetings.models.subscriptions import CalendarLink

__all__ = [
    "Adjunction",
    "Attendance",
    "CalendarLink",
    "Call",
    "ExternalCalendar",
    "ExternalMeeting",
    "FormerDay",
    "Item",
    "Meeting",
    "MeetingRhythm",
    "Minutes",
]
