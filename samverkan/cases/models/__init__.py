"""The tables of cases, a file for each matter."""

from samverkan.cases.models.cases import (
    Case,
)
from samverkan.cases.models.exits import (
    CaseExit,
    CaseReturn,
)
from samverkan.cases.models.routines import (
    RoutineVersion,
)
from samverkan.cases.models.watches import (
    Watch,
)

__all__ = [
    "Case",
    "CaseExit",
    "CaseReturn",
    "RoutineVersion",
    "Watch",
]
