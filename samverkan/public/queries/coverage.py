"""Which arenas there are for each principal at each level of responsibility (R010)."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from samverkan.bodies.queries.snapshot import seats_of
from samverkan.bodies.rules.findings.coverage import Covered, Place, coverage
from samverkan.bodies.rules.findings.facts import Party, Uncovered
from samverkan.principals.choices import Standing
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

HEADINGS = (
    "Ansvarsnivå",
    "Huvudman",
    "Organ",
    "Sitter, ordinarie",
    "Platser, ordinarie",
    "Genom",
    "Anmärkning",
    "Källa",
)
NOT_COVERED = "Ingen arena"
OPEN = "öppen"


@dataclass(frozen=True)
class Cell:
    """One principal at one level: where it sits, or that the arenas are open to it."""

    name: str
    slug: str
    places: list[str]
    is_open: bool


@dataclass(frozen=True)
class Row:
    """A level of responsibility: its arenas and each principal's part, or why there is none."""

    label: str
    arenas: list[tuple[str, str]] = field(default_factory=list)
    cells: list[Cell] = field(default_factory=list)
    reason: str = ""
    source: str = ""
    uncovered: str = ""

    @property
    def all_open(self) -> bool:
        """Return whether no text counts the seats at this level, and nobody is known to sit."""
        return bool(self.cells) and all(cell.is_open and not cell.places for cell in self.cells)


def rows_on(collaboration_id: int, on: date) -> list[Row]:
    """Return the levels with each principal's arenas on a day; empty when no level is stated."""
    return [_row(one) for one in coverage(seats_of(collaboration_id, on))]


def file_on(collaboration_id: int, on: date) -> Iterator[str]:
    """Yield the same as a file: a row for each level, principal and arena."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    for one in coverage(seats_of(collaboration_id, on)):
        yield written(_lines(one))


def _row(one: Covered) -> Row:
    uncovered = one.uncovered if not one.arenas else None
    if uncovered is not None:
        return Row(
            one.level.label,
            reason=uncovered.reason,
            source=uncovered.source,
            uncovered=_uncovered(uncovered),
        )
    if not one.arenas:
        return Row(one.level.label)
    arenas = {place.body.slug: place.body.short for _, places in one.places for place in places}
    alone = len(arenas) == 1
    cells = [_cell(party, places, alone=alone) for party, places in one.places]
    return Row(one.level.label, list(arenas.items()), cells)


def _uncovered(one: Uncovered) -> str:
    """Return that nothing covers a level, on purpose, and how sure that is (R082, X07)."""
    said = "Inte täckt, genom beslut"
    standing = Standing(one.standing)
    return said if standing is Standing.DECIDED else f"{said} ({standing.label})"


def _cell(party: Party, places: list[Place], *, alone: bool) -> Cell:
    known = [one for one in places if one.seats is not None or one.sitting or one.through]
    said = [_place(one) if alone else f"{one.body.short}: {_place(one)}" for one in known]
    return Cell(party.short_name, party.slug, said, is_open=bool(places))


def _place(one: Place) -> str:
    if one.seats is not None:
        return f"{one.sitting if one.known else 'okänt'} av {one.seats}"
    return f"genom {one.through}" if one.through else f"{one.sitting} sitter"


def _lines(one: Covered) -> Iterator[list[object]]:
    level = one.level.label
    if not one.arenas:
        known = one.uncovered
        note = f"{_uncovered(known)}: {known.reason}" if known else NOT_COVERED
        yield [level, "", "", "", "", "", note, known.source if known else ""]
        return
    for party, places in one.places:
        for place in places:
            body, seats = place.body, "" if place.seats is None else place.seats
            note = OPEN if place.seats is None and not place.through else ""
            yield [
                level,
                party.name,
                body.name,
                place.sitting if place.known else "okänt",
                seats,
                place.through,
                note,
                body.source,
            ]
        if not places:
            yield [level, party.name, "", "", "", "", NOT_COVERED, ""]
