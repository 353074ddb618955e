"""Reading a roster: from a file's bytes to rows of known cells, with what could not be read."""

import re
import unicodedata
from dataclasses import dataclass, field

from samverkan.bodies.rosters.columns import (
    HEADINGS,
    Column,
    are_headings,
    columns_of,
    letters,
    missing_in,
)
from samverkan.bodies.rosters.faults import Fault
from samverkan.bodies.rosters.workbooks import Numbered, Sheet, sheets_of
from samverkan.documents.rules import identity_numbers_in, megabytes
from samverkan.journal.obstacles import Obstacle, Remark, StepRefused, refuse

FILE_LIMIT = 5_000_000
ROW_LIMIT = 10_000
COLUMN_LIMIT = 60
CELL_LIMIT = 500
TITLE_ROWS = 30  # at most, above the headings
HIDDEN = "•••"

_VACANT = re.compile(r"vakan[ts]\w*|vakant plats|ledig plats", re.IGNORECASE)
_ERROR_VALUE = re.compile(r"#(?:REF!|N/A|NAME\?|VALUE!|DIV/0!|NUM!|NULL!|SAKNAS!|NAMN\?)")


@dataclass(frozen=True)
class Reading:
    """What a file held: where its columns stand, the rows below, and what was passed over."""

    columns: list[tuple[Column, str]]
    rows: list[tuple[int, list[str]]]
    faults: list[Fault] = field(default_factory=list)
    notices: list[Obstacle] = field(default_factory=list)


def read(data: bytes, *, name: str) -> Reading:
    """Return the rows of a roster.

    Raises StepRefused when the file cannot be read as one: too large, of another kind, or
    without the headings.
    """
    refuse(_obstacles_to_file(data, name))
    sheets = sheets_of(data, rows=ROW_LIMIT + TITLE_ROWS, columns=COLUMN_LIMIT)
    sheet, top = _with_headings(sheets)
    headings = [_plain(cell) for cell in sheet.rows[top][1]]
    columns = columns_of(headings)
    below = sheet.rows[top + 1 :]
    refuse(_obstacles_to_sheet(columns, headings, below))
    rows, faults, vacant = _cells(columns, below)
    faults[:0] = _identity_numbers(sheet.rows[: top + 1])
    if not rows:
        refuse([Obstacle("roster_without_rows")])
    notices = [
        *_unknown(columns, headings, below),
        *([Remark("roster_vacancies", {"rows": vacant})] if vacant else []),
        *([Remark("roster_other_sheets", {"sheet": sheet.name})] if len(sheets) > 1 else []),
    ]
    places = [(column, letters(place)) for place, column in sorted(columns.items())]
    return Reading(places, rows, faults, notices)


def _obstacles_to_file(data: bytes, name: str) -> list[Obstacle]:
    if not data:
        return [Obstacle("file_is_empty", {"name": name})]
    if len(data) > FILE_LIMIT:
        facts = {"name": name, "size": megabytes(len(data)), "limit": megabytes(FILE_LIMIT)}
        return [Obstacle("file_too_large", facts)]
    if identity_numbers_in(name):
        return [Obstacle("identity_number_in_file_name")]
    return []


def _with_headings(sheets: list[Sheet]) -> tuple[Sheet, int]:
    """Return the first sheet that has the headings, and at which of its rows they stand."""
    for sheet in sheets:
        for place, (_, cells) in enumerate(sheet.rows[:TITLE_ROWS]):
            if are_headings([_plain(cell) for cell in cells]):
                return sheet, place
    raise StepRefused([Obstacle("roster_without_headings")])


def _obstacles_to_sheet(
    columns: dict[int, Column], headings: list[str], below: list[Numbered]
) -> list[Obstacle]:
    obstacles = []
    if missing := missing_in(set(columns.values())):
        obstacles.append(Obstacle("roster_column_missing", {"headings": missing}))
    seen: dict[Column, int] = {}
    for place, column in sorted(columns.items()):
        if column in seen:
            twice = [headings[seen[column]], headings[place]]
            where = [letters(seen[column]), letters(place)]
            facts = {"headings": twice, "columns": where, "heading": HEADINGS[column]}
            obstacles.append(Obstacle("roster_column_twice", facts))
        seen.setdefault(column, place)
    if len(headings) > COLUMN_LIMIT or any(len(cells) > COLUMN_LIMIT for _, cells in below):
        obstacles.append(Obstacle("roster_too_wide", {"limit": COLUMN_LIMIT}))
    if len(below) > ROW_LIMIT:
        obstacles.append(Obstacle("roster_too_long", {"limit": f"{ROW_LIMIT // 1000} 000"}))
    return obstacles


def _cells(
    columns: dict[int, Column], below: list[Numbered]
) -> tuple[list[tuple[int, list[str]]], list[Fault], list[int]]:
    """Keep the known cells of each row; a cell that must not be kept is not, and told of."""
    places = sorted(columns)
    rows: list[tuple[int, list[str]]] = []
    faults: list[Fault] = []
    vacant: list[int] = []
    for number, cells in below:
        faults += _identity_numbers([(number, cells)])
        kept = [_kept(cells[place]) if place < len(cells) else "" for place in places]
        if not any(kept):
            continue
        if _is_vacant(kept, [columns[place] for place in places]):
            vacant.append(number)
            continue
        faults += _faults_of(number, places, kept)
        rows.append((number, [text[:CELL_LIMIT] for text in kept]))
    return rows, faults, vacant


def _faults_of(number: int, places: list[int], kept: list[str]) -> list[Fault]:
    faults = []
    for place, text in zip(places, kept, strict=True):
        if len(text) > CELL_LIMIT:
            obstacle = Obstacle("roster_cell_too_long", {"limit": CELL_LIMIT})
            faults.append(Fault(number, letters(place), obstacle))
        if _ERROR_VALUE.fullmatch(text):
            obstacle = Obstacle("roster_error_value", {"text": text})
            faults.append(Fault(number, letters(place), obstacle))
    return faults


def _identity_numbers(rows: list[Numbered]) -> list[Fault]:
    return [
        Fault(number, letters(place), Obstacle("roster_identity_number"))
        for number, cells in rows
        for place, cell in enumerate(cells)
        if _has_identity_number(cell)
    ]


def _is_vacant(kept: list[str], columns: list[Column]) -> bool:
    names = (Column.NAME, Column.FIRST_NAME, Column.LAST_NAME)
    of_name = [text for text, column in zip(kept, columns, strict=True) if column in names and text]
    return bool(of_name) and all(map(_VACANT.fullmatch, of_name))


def _unknown(
    columns: dict[int, Column], headings: list[str], below: list[Numbered]
) -> list[Obstacle]:
    """Say which columns are passed over; one without heading only when something stands in it."""
    wide = max((len(cells) for _, cells in below), default=0)
    without = [
        f"{letters(place)} utan rubrik"
        for place in range(max(wide, len(headings)))
        if place not in columns
        and not (place < len(headings) and headings[place])
        and any(place < len(cells) and cells[place].strip() for _, cells in below)
    ]
    named = [
        _kept(heading)[:60]
        for place, heading in enumerate(headings)
        if heading and place not in columns
    ]
    passed = named + without
    return [Remark("roster_columns_passed_over", {"headings": passed})] if passed else []


def _kept(cell: str) -> str:
    return HIDDEN if _has_identity_number(cell) else _plain(cell)


def _has_identity_number(cell: str) -> bool:
    """Look only where there are signs enough for one: most cells hold no digits."""
    return sum(map(str.isdigit, cell)) >= 10 and bool(identity_numbers_in(cell))


def _plain(cell: str) -> str:
    """Return a cell on one line, without hidden signs; our own mark against formulas is taken."""
    plain = unicodedata.normalize("NFC", cell)
    if not plain.isascii() or not plain.isprintable():
        plain = "".join(_sign(sign) for sign in plain)
    plain = " ".join(plain.split())
    return plain[1:] if plain[:1] == "'" and plain[1:2] in "=+-@" else plain


def _sign(sign: str) -> str:
    category = unicodedata.category(sign)
    return " " if category in ("Cc", "Zl", "Zp") else "" if category in ("Cf", "Cs") else sign
