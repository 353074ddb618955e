"""The plain text of one file, in a process of its own: a line of JSON and the bytes on its input.

It answers JSON: the text and how many pages, or why nothing could be read.
"""

import io
import json
import resource
import sys
from collections.abc import Callable
from contextlib import suppress

MEMORY = 1_500_000_000
SECONDS = 15
MOST_PAGES = 60
MOST_TEXT = 400_000
# Fewer signs than this a page is a scanned picture, with at most a stamp on it.
SCANNED = 20

Said = dict[str, object]


def main() -> None:
    """Read the job, do it, and write what came of it."""
    with suppress(ValueError, OSError):  # macOS has no limit for memory
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    job = json.loads(sys.stdin.buffer.readline())
    data = sys.stdin.buffer.read(job["size"])
    sys.stdout.write(json.dumps(READ[job["kind"]](data)))


def pdf_text(data: bytes) -> Said:
    """Return the text of a PDF, unless it is locked, scanned, broken or too long."""
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted:
            return {"unread": "locked"}
        pages = len(reader.pages)
        if pages > MOST_PAGES:
            return {"unread": "long", "pages": pages}
        text = "\n\n".join(page.extract_text() for page in reader.pages)
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OSError):
        return {"unread": "broken"}
    if len("".join(text.split())) < SCANNED * max(1, pages):
        return {"unread": "scanned", "pages": pages}
    return {"text": text[:MOST_TEXT], "pages": pages}


def docx_text(data: bytes) -> Said:
    """Return the text of a Word document: its heads, paragraphs and tables in their order."""
    from docx import Document
    from docx.opc.exceptions import OpcError
    from docx.table import Table

    lines = []
    try:
        document = Document(io.BytesIO(data))
        for section in document.sections:
            lines += [one.text for one in section.header.paragraphs]
            lines += [cell.text for table in section.header.tables for cell in table._cells]
        for part in document.iter_inner_content():
            if isinstance(part, Table):
                lines += ["\n".join(cell.text for cell in row.cells) for row in part.rows]
            else:
                lines.append(part.text)
    except (OpcError, ValueError, KeyError, IndexError, AttributeError, OSError):
        return {"unread": "broken"}
    text = "\n".join(lines)
    return {"text": text[:MOST_TEXT]} if text.strip() else {"unread": "scanned"}


READ: dict[str, Callable[[bytes], Said]] = {"pdf": pdf_text, "docx": docx_text}

if __name__ == "__main__":
    main()
