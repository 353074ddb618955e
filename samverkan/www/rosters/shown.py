"""How a roster's faults, and what it would do, are said on its page."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan.bodies.models import Roster
from samverkan.bodies.rosters.faults import found_again
from samverkan.bodies.wording.rosters import OBSTACLES, REMEDIES
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import last_of
from samverkan.sentences import say

Plan = Mapping[str, Any]


@dataclass(frozen=True)
class ShownFault:
    """A fault in words: where, what, and what to do."""

    cell: str
    what: str
    remedy: str


@dataclass(frozen=True)
class ShownRow:
    """A mission that would be given, ended or put right."""

    row: int
    name: str
    body: str
    holder: str
    kind: str
    first: date | None
    last: date | None


@dataclass(frozen=True)
class Result:
    """What a roster would do, or did: how much of each, and the first of them."""

    counts: Mapping[str, int]
    parts: Sequence[tuple[str, str, Sequence[ShownRow]]]
    bodies: Sequence[tuple[str, int, int, int]]
    people: Sequence[Mapping[str, Any]]

    @property
    def changes(self) -> bool:
        """Return whether anything would be done at all."""
        return any(self.counts.get(part) for part in PARTS)


PARTS = {
    "given": "Nya uppdrag",
    "ended": "Uppdrag som avslutas",
    "corrected": "Uppgifter som rättas",
}


def shown_faults(rows: Iterable[Sequence[Any]]) -> list[ShownFault]:
    """Return faults in words. A rule's own sentence may hold a remedy; here it has its column."""
    return [
        ShownFault(one.cell, _what(one.obstacle), REMEDIES.get(one.obstacle.code, ""))
        for one in found_again(rows)
    ]


def _what(obstacle: Obstacle) -> str:
    said = say(obstacle)
    if obstacle.code in OBSTACLES:
        return said
    return said.partition(". ")[0].removesuffix(".") + "."


def notices_of(roster: Roster) -> list[str]:
    """Return what was passed over when the file was read."""
    return [say(Obstacle(code, facts)) for code, facts in roster.notices]


def result_of(plan: Plan, *, most: int) -> Result:
    """Return what a roster would do; of one that has been read in, only the numbers are left."""
    rows = {part: plan.get(part) or [] for part in (*PARTS, "people")}
    counts = {part: found if isinstance(found, int) else len(found) for part, found in rows.items()}
    known = {part: [] if isinstance(found, int) else found for part, found in rows.items()}
    return Result(
        counts | {"unchanged": plan.get("unchanged", 0)},
        [(label, part, list(map(_row, known[part][:most]))) for part, label in PARTS.items()],
        _by_body(known),
        known["people"][:most],
    )


def _row(told: Plan) -> ShownRow:
    first, until = told.get("first"), told.get("until")
    return ShownRow(
        told["row"],
        told["name"],
        told["body"],
        told["holder"],
        told["kind"],
        date.fromisoformat(first) if first else None,
        last_of(date.fromisoformat(until)) if until else None,
    )


def _by_body(known: Mapping[str, Sequence[Plan]]) -> list[tuple[str, int, int, int]]:
    counted = {part: Counter(row["body"] for row in known[part]) for part in PARTS}
    names = dict.fromkeys(row["body"] for part in PARTS for row in known[part])
    return [
        (name, counted["given"][name], counted["ended"][name], counted["corrected"][name])
        for name in sorted(names)
    ]


def counted(plan: Plan) -> str:
    """Return "2 nya uppdrag, 1 avslutat, 3 nya personer", of a roster that has been read in."""
    words = {
        "given": ("nytt uppdrag", "nya uppdrag"),
        "ended": ("avslutat", "avslutade"),
        "corrected": ("rättat", "rättade"),
        "people": ("ny person", "nya personer"),
    }
    return ", ".join(
        f"{plan[part]} {one if plan[part] == 1 else many}"
        for part, (one, many) in words.items()
        if plan.get(part)
    )
