"""Reading a list of reference numbers: from a file's bytes to rows of known cells."""

import csv
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from samverkan.bodies.rosters.columns import letters
from samverkan.bodies.rosters.faults import Fault
from samverkan.bodies.rosters.workbooks import Numbered, sheets_of
from samverkan.documents.rules import identity_numbers_in, megabytes
from samverkan.journal.obstacles import Obstacle, StepRefused, refuse

FILE_LIMIT = 2_000_000
ROW_LIMIT = 2_000
COLUMN_LIMIT = 30
CELL_LIMIT = 200
TITLE_ROWS = 20  # at most, above the headings


class Column(StrEnum):
    """What a column holds."""

    RECOMMENDATION = "recommendation"
    PRINCIPAL = "principal"
    NUMBER = "number"


HEADINGS: Mapping[Column, str] = {
    Column.RECOMMENDATION: "Rekommendation",
    Column.PRINCIPAL: "Huvudman",
    Column.NUMBER: "Diarienummer",
}
_SPELLINGS: Mapping[Column, str] = {
    Column.RECOMMENDATION: "rekommendation rekommendationsnummer rekommendationnr "
    "rekommendationsnr nummer nr",
    Column.PRINCIPAL: "huvudman kommun region part kommunregion kommunellerregion organisation",
    Column.NUMBER: "diarienummer diarienr dnr ertdiarienummer ertdnr referensnummer beteckning "
    "ärendenummer ertärendenummer",
}
_KNOWN = {word: column for column, words in _SPELLINGS.items() for word in words.split()}


@dataclass(frozen=True)
class Row:
    """A row as it stands in the file."""

    row: int
    cells: Mapping[Column, str]


@dataclass(frozen=True)
class Reading:
    """What a file held: the rows, where the columns stand, and cells that are not kept."""

    rows: list[Row]
    places: Mapping[Column, str]
    faults: list[Fault] = field(default_factory=list)


def read(data: bytes, *, name: str, one_principal: bool = False) -> Reading:
    """Return the rows of a list of reference numbers.

    The list of one principal needs no column that says which it is. Raises StepRefused when the
    file cannot be read as a table, or lacks the headings.
    """
    refuse(_obstacles_to_file(data, name))
    sheets = sheets_of(data, rows=ROW_LIMIT + TITLE_ROWS, columns=COLUMN_LIMIT)
    needed = {Column.RECOMMENDATION, Column.NUMBER}
    needed |= set() if one_principal else {Column.PRINCIPAL}
    for sheet in sheets:
        rows = _apart(sheet.rows)
        for place, (_, cells) in enumerate(rows[:TITLE_ROWS]):
            columns = _columns_of(cells)
            if needed <= set(columns):
                return _reading(columns, rows[place + 1 :])
    headings = [HEADINGS[one] for one in Column if one in needed]
    raise StepRefused([Obstacle("numbers_without_headings", {"headings": headings})])


def _reading(columns: Mapping[Column, int], below: Sequence[Numbered]) -> Reading:
    if len(below) > ROW_LIMIT:
        refuse([Obstacle("numbers_too_many", {"limit": ROW_LIMIT})])
    rows, faults = [], []
    places = {column: letters(place) for column, place in columns.items()}
    for number, cells in below:
        kept = {
            column: _plain(cells[place]) if place < len(cells) else ""
            for column, place in columns.items()
        }
        for column, text in kept.items():
            if code := _wrong_in(text):
                facts = {"limit": CELL_LIMIT}
                faults.append(Fault(number, places[column], Obstacle(code, facts)))
                kept[column] = ""
        if any(kept.values()):
            rows.append(Row(number, kept))
    return Reading(rows, places, faults)


def _wrong_in(text: str) -> str:
    if identity_numbers_in(text):
        return "roster_identity_number"
    return "roster_cell_too_long" if len(text) > CELL_LIMIT else ""


def _obstacles_to_file(data: bytes, name: str) -> list[Obstacle]:
    if not data:
        return [Obstacle("file_is_empty", {"name": name})]
    if len(data) > FILE_LIMIT:
        facts = {"name": name, "size": megabytes(len(data)), "limit": megabytes(FILE_LIMIT)}
        return [Obstacle("file_too_large", facts)]
    return []


def _apart(rows: list[Numbered]) -> list[Numbered]:
    """Part rows whose separator was not seen, since the headings are not those of a roster."""
    if any(len(cells) > 1 for _, cells in rows):
        return rows
    joined = [cells[0] if cells else "" for _, cells in rows]
    separator = max(",\t;", key=lambda one: sum(one in text for text in joined))
    parted = list(csv.reader(joined, delimiter=separator))
    if len(parted) != len(rows):  # a line break within a cell: nothing is guessed
        return rows
    return [(number, cells) for (number, _), cells in zip(rows, parted, strict=True)]


def _columns_of(cells: Sequence[str]) -> dict[Column, int]:
    found: dict[Column, int] = {}
    for place, cell in enumerate(cells):
        plain = "".join(sign for sign in _plain(cell).casefold() if sign.isalpha())
        if (column := _KNOWN.get(plain)) is not None:
            found.setdefault(column, place)
    return found


def _plain(cell: str) -> str:
    """Return a cell on one line, without hidden signs; our own mark against formulas is taken."""
    plain = unicodedata.normalize("NFC", cell)
    plain = "".join(
        " " if unicodedata.category(sign) in ("Cc", "Zl", "Zp") else sign
        for sign in plain
        if unicodedata.category(sign) not in ("Cf", "Cs")
    )
    return re.sub(r"^'(?=[=+\-@])", "", " ".join(plain.split()))
