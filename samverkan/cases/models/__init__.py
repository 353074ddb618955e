"""The tables of cases, a file for each matter."""

from samverkan.cases.models.cases import Case

__all__ = [
    "Case",
]
