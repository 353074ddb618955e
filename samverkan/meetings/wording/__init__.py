"""Every sentence about meetings, a file for each matter."""

from samverkan.meetings.wording import (
    agendas,
    answering,
    approvals,
    calendar,
    digests,
    noting,
    preparing,
    presence,
    running,
    secretary,
    seminars,
)
from samverkan.meetings.wording.agendas import (
    CHANGES,
    calendar_text,
    said_of,
)
from samverkan.meetings.wording.digests import (
    FOR_NOBODY,
)
from samverkan.meetings.wording.noting import (
    TASKS_HEADING,
    task_line,
)
from samverkan.meetings.wording.running import (
    CLOSING_POINTS,
    OPENING_POINTS,
    lead_of,
)

PARTS = (
    running,
    digests,
    preparing,
    approvals,
    noting,
    answering,
    presence,
    secretary,
    calendar,
    agendas,
    seminars,
)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "CHANGES",
    "CLOSING_POINTS",
    "FOR_NOBODY",
    "OBSTACLES",
    "OPENING_POINTS",
    "TASKS_HEADING",
    "VERBS",
    "calendar_text",
    "lead_of",
    "said_of",
    "task_line",
]
