"""What we want to know of dispatches, a file for each question."""

from samverkan.dispatches.queries.at_home import (
    Matter,
    Part,
    by_part,
    matters_at_home,
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
    "Matter",
    "Part",
    "by_part",
    "letters_about",
    "letters_planned",
    "matters_at_home",
    "out_of_steps",
    "principals_of",
]
