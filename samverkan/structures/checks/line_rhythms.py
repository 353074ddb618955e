"""The assumed rhythms of the principals' own bodies: one of each kind, and each says some days."""

from collections.abc import Iterator

from samverkan.structures.faults import Problem
from samverkan.structures.reading import Reading


def line_rhythms(reading: Reading) -> Iterator[Problem]:
    """Name every rhythm that is stated again, or that says no days."""
    seen: set[tuple[str | None, str]] = set()
    for found in reading.line_rhythms:
        one = found.part
        if (one.principal, one.kind) in seen:
            path, facts = (*found.path, "kind"), {"what": one.kind.label}
            yield Problem(found.file, path, "stated_again", facts, one.kind.value)
        seen.add((one.principal, one.kind))
        if not (one.months or one.days):
            yield Problem(found.file, (*found.path, "kind"), "line_rhythm_without_days")
