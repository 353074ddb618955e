"""Files that came in, as tagged PDF/A to read and keep: plain texts and pictures.

A PDF is kept as it is. Of Word files and spreadsheets none is made: what a rendering would leave
out cannot be known, so they go along as they came in.
"""

import base64
import struct
from collections.abc import Iterator
from datetime import date

from samverkan.documents.pdf import NotPrinted, file_pdf

# Pictures come along as text within the job; a larger one would fill the memory of the press.
LARGEST_PICTURE = 8_000_000
LONGEST_TEXT = 400_000
_PNG = b"\x89PNG\r\n\x1a\n"


def rendition(data: bytes, content_type: str, *, title: str, on: date) -> bytes | None:
    """Return a file as a tagged PDF; None when it is one already or cannot be made one."""
    text = {"title": title, "on": str(on), "text": "", "svg": ""}
    if content_type == "text/plain" and len(data) <= LONGEST_TEXT:
        text["text"] = data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    elif content_type in ("image/png", "image/jpeg") and len(data) <= LARGEST_PICTURE:
        text["svg"] = _as_svg(data, content_type)
    if not text["text"].strip() and not text["svg"]:
        return None
    try:
        return file_pdf(text)
    except NotPrinted:
        return None


def _as_svg(data: bytes, content_type: str) -> str:
    size = _png_size(data) if content_type == "image/png" else _jpeg_size(data)
    if size is None or 0 in size:
        return ""
    width, height = size
    inside = base64.b64encode(data).decode()
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}"><image width="{width}" height="{height}" '
        f'href="data:{content_type};base64,{inside}"/></svg>'
    )


def _png_size(data: bytes) -> tuple[int, int] | None:
    if not data.startswith(_PNG) or len(data) < 24:
        return None
    width, height = struct.unpack(">II", data[16:24])
    return width, height


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    """Return what the frame's head says; every other segment is passed over by its length."""
    for kind, start in _segments(data):
        frame = 0xC0 <= kind <= 0xCF and kind not in (0xC4, 0xC8, 0xCC)
        if frame and start + 7 <= len(data):
            height, width = struct.unpack(">HH", data[start + 3 : start + 7])
            return width, height
    return None


def _segments(data: bytes) -> Iterator[tuple[int, int]]:
    """Yield each segment's kind and where its length stands."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:
        kind = data[place + 1]
        yield kind, place + 2
        place += 2 + int.from_bytes(data[place + 2 : place + 4])
