"""The tables of cases, a file for each matter."""

from samverkan.cases.models.admissions import (
    Admission,
)
from samverkan.cases.models.bilateral import (
    BilateralContact,
    BilateralMeeting,
)
from samverkan.cases.models.cases import (
    Case,
)
from samverkan.cases.models.exits import (
    CaseExit,
    CaseReturn,
)
from samverkan.cases.models.involvement import (
    CaseOverlap,
    Involvement,
)
from samverkan.cases.models.lifts import (
    Lift,
    LineEntry,
    LineLink,
)
from samverkan.cases.models.risks import (
    Risk,
)
from samverkan.cases.models.routines import (
    RoutineVersion,
)
from samverkan.cases.models.watches import (
    Watch,
)

__all__ = [
    "Admission",
    "BilateralContact",
    "BilateralMeeting",
    "Case",
    "CaseExit",
    "CaseOverlap",
    "CaseReturn",
    "Involvement",
    "Lift",
    "LineEntry",
    "LineLink",
    "Risk",
    "RoutineVersion",
    "Watch",
]
