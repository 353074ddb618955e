"""What we want to know of dispatches, a file for each question."""

from samverkan.dispatches.queries.concerns import (
    by_part,
    concerns_of,
    principals_of,
)
from samverkan.dispatches.queries.reminders import (
    Letter,
    letters_about,
    letters_planned,
    out_of_steps,
)

__all__ = [
    "Letter",
    "by_part",
    "concerns_of",
    "letters_about",
    "letters_planned",
    "out_of_steps",
    "principals_of",
]
