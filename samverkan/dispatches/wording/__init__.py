"""Every sentence about recommendations, dispatches and answers, a file for each matter."""

from samverkan.dispatches.wording import (
    answers,
    dispatching,
    effects,
    links,
    outcomes,
    reminders,
    versions,
)
from samverkan.dispatches.wording.effects import (
    conclusion_sentence,
    consequence_sentence,
    explanation,
    rule_words,
)
from samverkan.dispatches.wording.outcomes import (
    listed,
    outcome,
    report_back_heading,
)
from samverkan.dispatches.wording.versions import (
    withdrawn_sentence,
)

PARTS = (dispatching, answers, reminders, outcomes, links, effects, versions)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "OBSTACLES",
    "VERBS",
    "conclusion_sentence",
    "consequence_sentence",
    "explanation",
    "listed",
    "outcome",
    "report_back_heading",
    "rule_words",
    "withdrawn_sentence",
]
