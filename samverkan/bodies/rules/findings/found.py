"""What a finder gives: what it found, how much it weighs, where it is, and by when."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.rules.findings.facts import Organ
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.journal.obstacles import Obstacle

# How long before it happens something is told.
AHEAD = timedelta(days=90)


class Weight(StrEnum):
    """How much a finding weighs, the heaviest first."""

    STOPS = "stops"  # what a rule demands is not there
    DUE = "due"  # something is to be done by a day
    WARNS = "warns"  # worth looking at; the texts recommend, or nothing forbids
    NOTES = "notes"  # good to know, nothing to do


@dataclass(frozen=True)
class Finding:
    """Something that the rules find on a day; how it is said is in wording/findings.py.

    `about` says what more the page that mends it needs: the address of a text, a function or an
    actor outside, the number of a mission, an office, a kind.
    """

    obstacle: Obstacle
    rule: str
    weight: Weight
    body: str | None = None
    principal: str | None = None
    due: date | None = None
    about: str = ""
    source: str = ""

    @property
    def code(self) -> str:
        """Return what kind of finding it is."""
        return self.obstacle.code


Finder = Callable[[Snapshot], Iterator[Finding]]


def rule_of(body: Organ, consultation: str, group: str, other: str = "") -> str:
    """Return the rule's number: § 5.1 is about a consultation, § 6.1 about the officials' group."""
    rules = {BodyKind.CONSULTATION.value: consultation, BodyKind.GROUP.value: group}
    return rules.get(body.kind, other)
