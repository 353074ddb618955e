"""The rules for chairs do not contradict each other, and a body has one rhythm at a time."""

from collections.abc import Iterator

from samverkan.bodies.choices import Anchor
from samverkan.journal.fields import Period
from samverkan.journal.periods import overlap
from samverkan.structures.faults import Problem
from samverkan.structures.reading import Reading
from samverkan.structures.rows import ALWAYS


def chairs(reading: Reading) -> Iterator[Problem]:
    """Name every chair rule that lacks its day, contradicts itself, or meets another."""
    for found in reading.bodies:
        held: list[Period] = []
        for nr, rule in enumerate(found.part.chair_rules):
            path = (*found.path, "chair_rules", nr)
            if rule.anchor == Anchor.CONGRESS and rule.anchored_on is None:
                yield Problem(found.file, (*path, "anchor"), "congress_without_day")
            if rule.chair_side and rule.alternates:
                yield Problem(found.file, (*path, "chair_side"), "side_and_alternates")
            period = rule.within(found.part.within(ALWAYS))
            if any(overlap(period, other) for other in held):
                yield Problem(found.file, (*path, "first_day"), "chair_rules_at_once")
            held.append(period)


def rhythms(reading: Reading) -> Iterator[Problem]:
    """Name every rhythm of a body that meets another."""
    for found in reading.bodies:
        held: list[Period] = []
        for nr, rhythm in enumerate(found.part.rhythms):
            period = rhythm.within(found.part.within(ALWAYS))
            if any(overlap(period, other) for other in held):
                path = (*found.path, "rhythms", nr, "first_day")
                yield Problem(found.file, path, "rhythms_at_once")
            held.append(period)
