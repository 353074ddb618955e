"""A list to fill in: one row for each dispatch that lacks its number."""

import io
from collections.abc import Iterable

import xlsxwriter  # type: ignore[import-untyped]

from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.numbering.reading import HEADINGS
from samverkan.spreadsheets import BYTE_ORDER_MARK, FORMULA, written

# The title helps who fills it in; it is passed over when the list is read.
TITLES = [*HEADINGS.values(), "Rubrik"]
WIDTHS = (18, 28, 24, 60)


def rows_of(dispatches: Iterable[Dispatch]) -> list[list[str]]:
    """Return a row for each dispatch, the number left to fill in."""
    return [
        [one.recommendation.number, one.principal.name, "", one.recommendation.title]
        for one in dispatches
    ]


def as_csv(rows: Iterable[list[str]]) -> bytes:
    """Return the rows as Swedish spreadsheets read them."""
    return (BYTE_ORDER_MARK + written([TITLES, *rows])).encode()


def as_xlsx(rows: Iterable[list[str]]) -> bytes:
    """Return the rows as a workbook; no text is taken for a formula."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Diarienummer")
        bold, quoted = book.add_format({"bold": True}), book.add_format({"quote_prefix": True})
        for place, (title, width) in enumerate(zip(TITLES, WIDTHS, strict=True)):
            sheet.set_column(place, place, width)
            sheet.write_string(0, place, title, bold)
        sheet.freeze_panes(1, 0)
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                sheet.write_string(
                    number, place, cell, quoted if cell.startswith(FORMULA) else None
                )
    return target.getvalue()
