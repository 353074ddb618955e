"""Rosters as registrars send them, made where they are needed: xlsx, ods and csv."""

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from xml.sax.saxutils import escape

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from tests.documents.files import zipped

HEADINGS = ["Namn", "Organ", "Huvudman", "Uppdrag", "Från", "Till"]
ROW = {
    "Namn": "Maj Ledamot",
    "Organ": "Samråd",
    "Huvudman": "Ask kommun",
    "Uppdrag": "ordinarie",
    "Från": "2027-01-01",
}
Rows = Sequence[Mapping[str, object]]


def row(**cells: object) -> dict[str, object]:
    """Return the usual row with other cells: row(Till="2027-12-31")."""
    return ROW | cells


def table(rows: Rows) -> list[list[object]]:
    """Return rows below their headings; a heading that a row names is added last."""
    headings = list(dict.fromkeys([*HEADINGS, *(key for one in rows for key in one)]))
    return [headings, *([one.get(heading, "") for heading in headings] for one in rows)]


def csv(rows: Rows, *, encoding: str = "utf-8", separator: str = ";") -> bytes:
    lines = [separator.join(map(str, cells)) for cells in table(rows)]
    return "\r\n".join([*lines, ""]).encode(encoding)


def xlsx(
    rows: Rows | None = None,
    *,
    cells: Sequence[Sequence[object]] = (),
    then: Callable[[Worksheet], object] = bool,
) -> bytes:
    """Return a workbook; `then` may write more in its sheet."""
    target = io.BytesIO()
    with xlsxwriter.Workbook(target, {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet()
        for down, line in enumerate(table(rows) if rows is not None else cells):
            for right, cell in enumerate(line):
                sheet.write(down, right, cell)
        then(sheet)
    return target.getvalue()


def ods(rows: Rows | None = None, *, cells: Sequence[Sequence[object]] = ()) -> bytes:
    """Return the least that is an OpenDocument spreadsheet."""
    lines = table(rows) if rows is not None else cells
    content = "".join(
        f"<table:table-row>{''.join(map(_cell, one))}</table:table-row>" for one in lines
    )
    spaces = "".join(
        f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text")
    )
    body = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces}><office:body>'
        f'<office:spreadsheet><table:table table:name="Blad1">{content}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": "<manifest/>",
            "content.xml": body,
        }
    )


def _cell(value: object) -> str:
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value}"/>'
    text = escape(str(value))
    return (
        f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>'
        if text
        else "<table:table-cell/>"
    )
