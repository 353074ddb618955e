"""Every sentence about cases, a file for each matter."""

from samverkan.cases.wording import lifting, preparing
from samverkan.cases.wording.lifting import ALL, LADDER, LOCALLY
from samverkan.cases.wording.preparing import MISSING, UNKNOWN_RAISER

PARTS = (preparing, lifting)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "ALL",
    "LADDER",
    "LOCALLY",
    "MISSING",
    "OBSTACLES",
    "UNKNOWN_RAISER",
    "VERBS",
]
