"""The tables of meetings, a file for each matter."""

from samverkan.meetings.models.agendas import AgendaConsent, ItemPaper, Summons
from samverkan.meetings.models.calls import Call
from samverkan.meetings.models.meetings import Adjunction, Attendance, Item, Meeting, Minutes

__all__ = [
    "Adjunction",
    "AgendaConsent",
    "Attendance",
    "Call",
    "Item",
    "ItemPaper",
    "Meeting",
    "Minutes",
    "Summons",
]
