"""Every sentence about meetings, a file for each matter."""

from samverkan.meetings.wording import digests, running, seminars
from samverkan.meetings.wording.digests import FOR_NOBODY
from samverkan.meetings.wording.running import CLOSING_POINTS, OPENING_POINTS, lead_of

PARTS = (running, digests, seminars)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = ["CLOSING_POINTS", "FOR_NOBODY", "OBSTACLES", "OPENING_POINTS", "VERBS", "lead_of"]
