"""Every sentence about recommendations, dispatches and answers, a file for each matter."""

from samverkan.dispatches.wording import (
    addressees,
    answers,
    dispatching,
    links,
    outcomes,
    reminders,
)
from samverkan.dispatches.wording.addressees import (
    EVERYONE,
    GENERIC,
    besides,
    held,
    level_sentence,
    of_side,
    to_whom,
)
from samverkan.dispatches.wording.listing import (
    listed,
)
from samverkan.dispatches.wording.outcomes import (
    outcome,
    report_back_heading,
)

PARTS = (dispatching, answers, reminders, outcomes, links, addressees)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "EVERYONE",
    "GENERIC",
    "OBSTACLES",
    "VERBS",
    "besides",
    "held",
    "level_sentence",
    "listed",
    "of_side",
    "outcome",
    "report_back_heading",
    "to_whom",
]
