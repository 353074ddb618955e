"""The board as a workbook: days are days, the first row stays, every column can be filtered."""

import io
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

import xlsxwriter  # type: ignore[import-untyped]
from django.conf import settings

from samverkan.journal.models import Collaboration
from samverkan.public.board.asking import Asked
from samverkan.public.board.rows import HEADINGS, flat, told
from samverkan.public.templatetags.swedish import day
from samverkan.spreadsheets import FORMULA

# A workbook is made whole before it is sent; longer lists are fetched as CSV or JSON.
MOST_ROWS = 20_000
WIDTHS = (
    *(11, 46, 30, 13, 7, 26, 24, 11, 14, 12, 24, 26, 11, 18, 60),
    *(40, 40, 16, 16, 24, 60, 14, 14, 14, 10, 60),
)


def workbook(collaboration: Collaboration, asked: Asked, today: date, address: str) -> bytes:
    """Return the board's rows as a workbook, with a sheet that says what it is and from when."""
    target = io.BytesIO()
    options = {
        "in_memory": True,
        "default_date_format": "yyyy-mm-dd",
        "strings_to_urls": False,
        "strings_to_formulas": False,
    }
    with xlsxwriter.Workbook(target, options) as book:
        sheet = book.add_worksheet("Beslutsläget")
        bold, text = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
        for place, (heading, width) in enumerate(zip(HEADINGS, WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, heading, bold)
        rows = _rows(collaboration, asked, today)
        last = 0
        for last, row in enumerate(islice(rows, MOST_ROWS), start=1):
            for place, cell in enumerate(row):
                _write(sheet, last, place, cell, text)
        sheet.freeze_panes(1, 2)
        sheet.autofilter(0, 0, last, len(HEADINGS) - 1)
        cut = next(rows, None) is not None
        _about(book, bold, collaboration, settings.SITE_ADDRESS + address + asked.query, today, cut)
    return target.getvalue()


def _rows(collaboration: Collaboration, asked: Asked, today: date) -> Iterator[list[Any]]:
    for some in told(collaboration, asked, today):
        for line, answers in some:
            yield from flat(line, answers, collaboration, today)


def _write(sheet: Any, number: int, place: int, cell: object, text: Any) -> None:
    if isinstance(cell, date):
        sheet.write_datetime(number, place, cell)
    elif isinstance(cell, int):
        sheet.write_number(number, place, cell)
    elif cell:
        harmless = str(cell).startswith(FORMULA)
        sheet.write_string(number, place, str(cell), text if harmless else None)


def _about(
    book: Any, bold: Any, collaboration: Collaboration, address: str, today: date, cut: bool
) -> None:
    sheet = book.add_worksheet("Om filen")
    sheet.set_column(0, 0, 22)
    sheet.set_column(1, 1, 90)
    facts = [
        ("Samverkan", collaboration.name),
        ("Hämtad", day(today)),
        ("Journalens läge", str(collaboration.head_sequence)),
        ("Adress", address),
        ("Så läses filen", "En rad för varje rekommendation och huvudman. Beslut är huvudmännens."),
    ]
    if cut:
        facts.append(
            ("Obs", f"Filen slutar efter {MOST_ROWS} rader. Hämta CSV eller JSON för alla.")
        )
    for number, (name, said) in enumerate(facts):
        sheet.write_string(number, 0, name, bold)
        sheet.write_string(number, 1, said)
