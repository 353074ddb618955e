"""The tables of cases, a file for each matter."""

from samverkan.cases.models.bilateral import BilateralContact, BilateralMeeting
from samverkan.cases.models.cases import Case
from samverkan.cases.models.involvement import CaseOverlap, Involvement
from samverkan.cases.models.risks import Risk

__all__ = [
    "BilateralContact",
    "BilateralMeeting",
    "Case",
    "CaseOverlap",
    "Involvement",
    "Risk",
]
