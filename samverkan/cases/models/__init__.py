"""The tables of cases, a file for each matter."""

from samverkan.cases.models.admissions import Admission
from samverkan.cases.models.cases import Case
from samverkan.cases.models.lifts import Lift, LineEntry, LineLink

__all__ = [
    "Admission",
    "Case",
    "Lift",
    "LineEntry",
    "LineLink",
]
