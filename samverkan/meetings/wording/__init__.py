"""Every sentence about meetings, a file for each matter."""

from samverkan.meetings.wording import approvals, noting, running
from samverkan.meetings.wording.noting import TASKS_HEADING, task_line
from samverkan.meetings.wording.running import CLOSING_POINTS, OPENING_POINTS, lead_of

PARTS = (approvals, noting, running)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "CLOSING_POINTS",
    "OBSTACLES",
    "OPENING_POINTS",
    "TASKS_HEADING",
    "VERBS",
    "lead_of",
    "task_line",
]
