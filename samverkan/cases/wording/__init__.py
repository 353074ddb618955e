"""Every sentence about cases, a file for each matter."""

from samverkan.cases.wording import (
    aspects,
    bilateral,
    lifting,
    moves,
    preparing,
    risks,
    routines,
)
from samverkan.cases.wording.lifting import (
    ALL,
    LADDER,
    LOCALLY,
)
from samverkan.cases.wording.moves import (
    MOVES,
)
from samverkan.cases.wording.preparing import (
    MISSING,
    UNKNOWN_RAISER,
)

PARTS = (preparing, moves, routines, aspects, risks, bilateral, lifting)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "ALL",
    "LADDER",
    "LOCALLY",
    "MISSING",
    "MOVES",
    "OBSTACLES",
    "UNKNOWN_RAISER",
    "VERBS",
]
