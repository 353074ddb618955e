"""Papers as principals print them: PDFs in unlike layouts and Word documents, made of text."""

import io
from functools import cache

import docx
import pikepdf
import typst

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\#*_`$<>@[]=-+/~\"'"})
PLAIN = "{}"
COLUMNS = """#set page(columns: 2)
{}"""
LETTERHEAD = """#set page(header: [Protokollsutdrag #h(1fr) Sida 1], footer: [Justerandes sign.])
#set text(size: 9pt)
{}"""


@cache
def printed(text: str, layout: str = PLAIN) -> bytes:
    """Return a PDF with the text, a line to each line."""
    lines = "\n".join(f"{line.translate(_SIGNS)} \\" if line else "" for line in text.split("\n"))
    return typst.compile(layout.format(lines).encode())


def word(text: str, *, table: list[list[str]] = ()) -> bytes:
    """Return a Word document: first a table of facts, then the text."""
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "SAMMANTRÄDESPROTOKOLL"
    if table:
        made = document.add_table(rows=0, cols=2)
        for row in table:
            for cell, said in zip(made.add_row().cells, row, strict=True):
                cell.text = said
    for line in text.split("\n"):
        document.add_paragraph(line)
    target = io.BytesIO()
    document.save(target)
    return target.getvalue()


def locked(data: bytes) -> bytes:
    """Return the same PDF behind a password."""
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        pdf.save(target, encryption=pikepdf.Encryption(owner="a", user="b"))
    return target.getvalue()


def of_pages(count: int) -> bytes:
    """Return a PDF of empty pages."""
    target = io.BytesIO()
    with pikepdf.new() as pdf:
        for _ in range(count):
            pdf.add_blank_page(page_size=(595, 842))
        pdf.save(target)
    return target.getvalue()
