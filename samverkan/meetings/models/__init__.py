"""The tables of meetings, a file for each matter."""

from samverkan.meetings.models.calls import Call
from samverkan.meetings.models.digests import Digest, DigestCopy
from samverkan.meetings.models.meetings import Adjunction, Attendance, Item, Meeting, Minutes
from samverkan.meetings.models.seminars import (
    Priority,
    ProgrammeItem,
    Seminar,
    SeminarTask,
    SeminarTurnout,
    ThemeProposal,
)

__all__ = [
    "Adjunction",
    "Attendance",
    "Call",
    "Digest",
    "DigestCopy",
    "Item",
    "Meeting",
    "Minutes",
    "Priority",
    "ProgrammeItem",
    "Seminar",
    "SeminarTask",
    "SeminarTurnout",
    "ThemeProposal",
]
