"""Every sentence about meetings, a file for each matter."""

from samverkan.meetings.wording import calendar, running
from samverkan.meetings.wording.running import CLOSING_POINTS, OPENING_POINTS, lead_of

PARTS = (running, calendar)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = ["CLOSING_POINTS", "OBSTACLES", "OPENING_POINTS", "VERBS", "lead_of"]
