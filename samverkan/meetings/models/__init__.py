"""The tables of meetings, a file for each matter."""

from samverkan.meetings.models.agendas import (
    AgendaConsent,
    ItemPaper,
    Summons,
)
from samverkan.meetings.models.approvals import (
    ApprovalLink,
    MinutesApproval,
    MinutesComment,
    MinutesCorrection,
    MinutesDraft,
)
from samverkan.meetings.models.calls import (
    Call,
)
from samverkan.meetings.models.digests import (
    Digest,
    DigestCopy,
)
from samverkan.meetings.models.meetings import (
    Adjunction,
    Attendance,
    Item,
    Meeting,
    Minutes,
)
from samverkan.meetings.models.moving import (
    FormerDay,
)
from samverkan.meetings.models.outside import (
    ExternalCalendar,
    ExternalMeeting,
)
from samverkan.meetings.models.presence import (
    AttendanceOrder,
    ItemAbsence,
)
from samverkan.meetings.models.rhythms import (
    MeetingRhythm,
)
from samverkan.meetings.models.seminars import (
    Priority,
    ProgrammeItem,
    Seminar,
    SeminarTask,
    SeminarTurnout,
    ThemeProposal,
)
from samverkan.meetings.models.subscriptions import (
    CalendarLink,
)
from samverkan.meetings.models.tasks import (
    Task,
)
from samverkan.meetings.models.voices import (
    Voice,
)
from samverkan.meetings.models.writing import (
    LastWritten,
)

__all__ = [
    "Adjunction",
    "AgendaConsent",
    "ApprovalLink",
    "Attendance",
    "AttendanceOrder",
    "CalendarLink",
    "Call",
    "Digest",
    "DigestCopy",
    "ExternalCalendar",
    "ExternalMeeting",
    "FormerDay",
    "Item",
    "ItemAbsence",
    "ItemPaper",
    "LastWritten",
    "Meeting",
    "MeetingRhythm",
    "Minutes",
    "MinutesApproval",
    "MinutesComment",
    "MinutesCorrection",
    "MinutesDraft",
    "Priority",
    "ProgrammeItem",
    "Seminar",
    "SeminarTask",
    "SeminarTurnout",
    "Summons",
    "Task",
    "ThemeProposal",
    "Voice",
]
