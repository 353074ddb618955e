"""The tables of meetings, a file for each matter."""

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
from samverkan.meetings.models.presence import (
    AttendanceOrder,
    ItemAbsence,
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
    "ApprovalLink",
    "Attendance",
    "AttendanceOrder",
    "Call",
    "Digest",
    "DigestCopy",
    "Item",
    "ItemAbsence",
    "LastWritten",
    "Meeting",
    "Minutes",
    "MinutesApproval",
    "MinutesComment",
    "MinutesCorrection",
    "MinutesDraft",
    "Task",
    "Voice",
]
