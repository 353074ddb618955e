"""Rosters written: the same headings as are read, so that one can be changed and sent back."""

import io
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Body, Mission
from samverkan.bodies.rosters.columns import HEADINGS, WRITTEN, Column
from samverkan.bodies.rosters.world import key_of
from samverkan.journal.periods import last_of
from samverkan.spreadsheets import BYTE_ORDER_MARK, FORMULA, written

Cell = str | date
_HEADINGS = [HEADINGS[column] for column in WRITTEN]
_WIDTHS = {Column.NAME: 26, Column.BODY: 38, Column.HOLDER: 26, Column.LINE: 26, Column.EMAIL: 30}
_EXAMPLE: Mapping[Column, Cell] = {
    Column.NAME: "Alva Exempel",
    Column.BODY: "Organets namn",
    Column.HOLDER: "Exempel kommun",
    Column.KIND: "ordinarie",
    Column.FIRST: date(2027, 1, 1),
    Column.LAST: date(2030, 12, 31),
    Column.TITLE: "kommunalråd",
    Column.PARTY: "EX",
    Column.LINE: "socialnämnden",
    Column.APPOINTED_BY: "kommunstyrelsen",
    Column.APPOINTED_ON: date(2026, 12, 15),
    Column.PARAGRAPH: "§ 12",
    Column.MAIN: "ja",
}


def rows_of(missions: Iterable[Mission]) -> Iterator[list[Cell]]:
    """Yield a row for each mission, in the order of the headings."""
    missions = list(missions)
    named = _names({mission.body.collaboration_id for mission in missions})
    for mission in missions:
        cells = _cells(mission, named)
        yield [cells.get(column, "") for column in WRITTEN]


def example() -> list[list[Cell]]:
    """Return a row to begin from."""
    return [[_EXAMPLE.get(column, "") for column in WRITTEN]]


def as_csv(rows: Iterable[Sequence[Cell]], headings: Sequence[str] = _HEADINGS) -> bytes:
    """Return rows as Swedish spreadsheets read them: semicolons, UTF-8 with its mark."""
    return (BYTE_ORDER_MARK + written([headings, *rows])).encode()


def as_xlsx(rows: Iterable[Sequence[Cell]]) -> bytes:
    """Return rows as a workbook; days are days, and no text is taken for a formula."""
    target = io.BytesIO()
    options = {"in_memory": True, "default_date_format": "yyyy-mm-dd"}
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet("Förteckning")
        bold, text = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
        for place, column in enumerate(WRITTEN):
            sheet.set_column(place, place, _WIDTHS.get(column, 14))
            sheet.write_string(0, place, HEADINGS[column], bold)
        sheet.freeze_panes(1, 1)
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                _write(sheet, number, place, cell, text)
    return target.getvalue()


def _write(sheet: Any, number: int, place: int, cell: Cell, text: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(number, place, cell)
    elif cell.startswith(FORMULA):
        sheet.write_string(number, place, cell, text)
    elif cell:
        sheet.write_string(number, place, cell)


def _cells(mission: Mission, named: Mapping[int, str]) -> dict[Column, Cell]:
    person = mission.person
    account = getattr(person, "account", None)
    cells: dict[Column, Cell | None] = {
        Column.NAME: person.name,
        Column.BODY: named[mission.body.pk],
        Column.HOLDER: str(mission.holder or ""),
        Column.KIND: str(MissionKind(mission.kind).label),
        Column.FIRST: mission.period.lower,
        Column.LAST: last_of(mission.period.upper),
        Column.TITLE: person.title,
        Column.PARTY: person.party,
        Column.EMAIL: account.email if account else "",
        Column.LINE: mission.line_function,
        Column.APPOINTED_BY: mission.appointed_by,
        Column.APPOINTED_ON: mission.appointed_on,
        Column.PARAGRAPH: mission.paragraph,
        Column.MAIN: "ja" if mission.is_main else "",
    }
    return {column: cell for column, cell in cells.items() if cell}


def _names(collaborations: set[int]) -> dict[int, str]:
    """Return what each body is called in the sheet: its name, its address where two share one."""
    bodies = Body.objects.filter(collaboration__in=collaborations)
    rows = list(bodies.order_by().values_list("pk", "name", "slug"))
    counted = Counter(key_of(name) for _, name, _ in rows)
    return {pk: name if counted[key_of(name)] == 1 else slug for pk, name, slug in rows}
