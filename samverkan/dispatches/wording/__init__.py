"""Every sentence about recommendations, dispatches and answers, a file for each matter."""

from samverkan.dispatches.wording import (
    answers,
    dispatching,
    links,
    outcomes,
    reminders,
    watching,
)
from samverkan.dispatches.wording.outcomes import (
    listed,
    outcome,
    report_back_heading,
)

PARTS = (dispatching, answers, reminders, outcomes, links, watching)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "OBSTACLES",
    "VERBS",
    "listed",
    "outcome",
    "report_back_heading",
]
