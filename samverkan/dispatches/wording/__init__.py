"""Every sentence about recommendations, dispatches and answers, a file for each matter."""

from samverkan.dispatches.wording import (
    addressees,
    answers,
    at_home,
    dispatching,
    effects,
    executing,
    forecasts,
    legal_days,
    links,
    outcomes,
    packages,
    papers,
    paths,
    reading,
    reminders,
    versions,
    watching,
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
from samverkan.dispatches.wording.effects import (
    conclusion_sentence,
    consequence_sentence,
    explanation,
    rule_words,
)
from samverkan.dispatches.wording.legal_days import (
    NOT_NOTICE,
    legal_words,
)
from samverkan.dispatches.wording.listing import (
    listed,
)
from samverkan.dispatches.wording.outcomes import (
    outcome,
    report_back_heading,
)
from samverkan.dispatches.wording.paths import (
    at_other_level,
    late_words,
    since_words,
    step_words,
    usual_words,
)
from samverkan.dispatches.wording.versions import (
    withdrawn_sentence,
)

PARTS = (
    dispatching,
    answers,
    reminders,
    at_home,
    outcomes,
    links,
    reading,
    executing,
    packages,
    forecasts,
    paths,
    legal_days,
    papers,
    addressees,
    effects,
    versions,
    watching,
)
OBSTACLES = {code: said for part in PARTS for code, said in part.OBSTACLES.items()}
VERBS = {verb: said for part in PARTS for verb, said in part.VERBS.items()}

__all__ = [
    "EVERYONE",
    "GENERIC",
    "NOT_NOTICE",
    "OBSTACLES",
    "VERBS",
    "at_other_level",
    "besides",
    "conclusion_sentence",
    "consequence_sentence",
    "explanation",
    "held",
    "late_words",
    "legal_words",
    "level_sentence",
    "listed",
    "of_side",
    "outcome",
    "report_back_heading",
    "rule_words",
    "since_words",
    "step_words",
    "to_whom",
    "usual_words",
    "withdrawn_sentence",
]
