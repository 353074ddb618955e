"""Several PDFs as one, in a process of its own: a job on standard input, the whole on its output.

The job is a line of JSON, then the bytes of each file after each other. With "look" it answers how
many pages each file has, or why it cannot be put in; with "bind" it answers the bound PDF.
"""

import io
import json
import resource
import sys
from contextlib import suppress
from typing import Any

import pikepdf

MEMORY = 2_000_000_000
SECONDS = 60
MOST_PAGES = 2000


def main() -> None:
    """Read the job, do it, and write what came of it."""
    with suppress(ValueError, OSError):  # macOS has no limit for memory
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    job = json.loads(sys.stdin.buffer.readline())
    files = [sys.stdin.buffer.read(size) for size in job["sizes"]]
    if job["do"] == "look":
        sys.stdout.write(json.dumps([look(data) for data in files]))
    else:
        sys.stdout.buffer.write(bind(files[0], list(zip(job["names"], files[1:], strict=True))))


def look(data: bytes) -> dict[str, Any]:
    """Return how many pages a file has, or why it is left out."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = len(pdf.pages)
    except pikepdf.PasswordError:
        return {"left_out": "locked"}
    except (pikepdf.PdfError, ValueError):
        return {"left_out": "broken"}
    return {"pages": pages} if 0 < pages <= MOST_PAGES else {"left_out": "broken"}


def bind(first: bytes, others: list[tuple[str, bytes]]) -> bytes:
    """Return a PDF with the others' pages after its own, and a bookmark to each; same in, same out.

    The first keeps its tags. Of the others only the pages come along, no forms or scripts, and
    nothing that points into a structure that they have left.
    """
    with pikepdf.open(io.BytesIO(first)) as whole:
        marks = []
        for name, data in others:
            marks.append((name, len(whole.pages)))
            with pikepdf.open(io.BytesIO(data)) as other:
                for page in other.pages:
                    _cut_loose(page)
                whole.pages.extend(other.pages)
        with whole.open_outline() as outline:
            outline.root.extend(pikepdf.OutlineItem(name, place) for name, place in marks)
        if others:
            _promise_less(whole)
        written = io.BytesIO()
        whole.save(written, deterministic_id=True, compress_streams=True)
        return written.getvalue()


def _cut_loose(page: Any) -> None:
    for name in ("/StructParents", "/AA", "/B"):
        if name in page.obj:
            del page.obj[name]
    kept = [one for one in page.obj.get("/Annots", []) if _is_harmless(one)]
    for one in kept:
        if "/StructParent" in one:
            del one["/StructParent"]
    if "/Annots" in page.obj:
        page.obj["/Annots"] = pikepdf.Array(kept)


def _is_harmless(annotation: Any) -> bool:
    """Keep what shows: links out and notes; forms, and links into what is left behind, go."""
    if annotation.get("/Subtype") in ("/Widget", "/FileAttachment", "/Screen", "/RichMedia"):
        return False
    if "/Dest" in annotation or "/AA" in annotation:
        return False
    return "/A" not in annotation or annotation["/A"].get("/S") == "/URI"


def _promise_less(whole: Any) -> None:
    """What others have written is not known to be PDF/A or PDF/UA, so the whole claims neither."""
    with whole.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        for claim in [key for key in metadata if "pdfaid" in key or "pdfuaid" in key]:
            del metadata[claim]
        for key in [key for key in metadata if "/pdfa/ns/id/" in key or "/pdfua/ns/id/" in key]:
            del metadata[key]


if __name__ == "__main__":
    main()
