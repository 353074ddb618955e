"""Every sentence about meetings, a file for each matter."""

from samverkan.meetings.wording import agendas, running
from samverkan.meetings.wording.agendas import CHANGES, calendar_text, said_of
from samverkan.meetings.wording.running import CLOSING_POINTS, OPENING_POINTS, lead_of

PARTS = (running, agendas)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "CHANGES",
    "CLOSING_POINTS",
    "OBSTACLES",
    "OPENING_POINTS",
    "VERBS",
    "calendar_text",
    "lead_of",
    "said_of",
]
