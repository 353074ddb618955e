"""What the rules find in a collaboration on a day: all of it, a body's, or a principal's."""

from datetime import date

from samverkan.bodies.queries.snapshot import snapshot_of
from samverkan.bodies.rules.findings import Finding, Weight, found_in
from samverkan.bodies.rules.findings.snapshot import Snapshot


def findings_on(
    collaboration_id: int, on: date, *, body: str = "", principal: str = ""
) -> list[Finding]:
    """Return what is found on a day, the heaviest first; of one body or principal when asked."""
    return chosen(found_in(snapshot_of(collaboration_id, on)), body=body, principal=principal)


def chosen(found: list[Finding], *, body: str = "", principal: str = "") -> list[Finding]:
    """Return those findings that concern a body, or a principal."""
    return [
        one
        for one in found
        if (not body or one.body == body) and (not principal or one.principal == principal)
    ]


def found_with(collaboration_id: int, on: date) -> tuple[Snapshot, list[Finding]]:
    """Return what is found on a day together with the structure that it was found in."""
    day = snapshot_of(collaboration_id, on)
    return day, found_in(day)


def to_mend(collaboration_id: int, on: date) -> int:
    """Return how many things lack, or are to be done in time; what is only good to know is not."""
    found = found_in(snapshot_of(collaboration_id, on))
    return sum(one.weight in (Weight.STOPS, Weight.DUE) for one in found)
