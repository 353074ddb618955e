"""Every sentence about cases, a file for each matter."""

from samverkan.cases.wording import (
    aspects,
    bilateral,
    moves,
    preparing,
    risks,
    routines,
)
from samverkan.cases.wording.moves import (
    MOVES,
)
from samverkan.cases.wording.preparing import (
    MISSING,
    UNKNOWN_RAISER,
)

PARTS = (preparing, moves, routines, aspects, risks, bilateral)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "MISSING",
    "MOVES",
    "OBSTACLES",
    "UNKNOWN_RAISER",
    "VERBS",
]
