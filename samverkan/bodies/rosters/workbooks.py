"""Opening a roster's file: a workbook (xlsx, ods) or a text with separators (csv)."""

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore
from zipfile import ZipFile

from samverkan.bodies.rosters.columns import columns_of
from samverkan.documents.detection import look_inside
from samverkan.journal.obstacles import Obstacle, StepRefused

UNFOLDED_LIMIT = 100_000_000
SECONDS = 25
SEPARATORS = ";,\t"
LOOKED_AT = 40  # rows, to find out what separates the cells
_WORKBOOKS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/vnd.oasis.opendocument.spreadsheet",
}
_AT_ONCE = BoundedSemaphore(2)
_UNFOLD = Path(__file__).with_name("unfold.py")
_LOCKED = 3

Numbered = tuple[int, list[str]]


@dataclass(frozen=True)
class Sheet:
    """A sheet's rows that are not empty, each with its number."""

    name: str
    rows: list[Numbered]


def sheets_of(data: bytes, *, rows: int, columns: int) -> list[Sheet]:
    """Return the sheets of a file, told by its content; one more row or column than is allowed.

    Raises StepRefused when the file is of another kind, locked, damaged or unfolds too large.
    """
    if data.startswith(b"PK\x03\x04"):
        return _in_workbook(data, rows=rows, columns=columns)
    found = look_inside(data)
    if "file_is_locked" in found.flaws:
        raise StepRefused([Obstacle("roster_is_locked")])
    if found.content_type not in (None, "text/plain"):
        raise StepRefused([Obstacle("roster_of_another_kind")])
    return [Sheet("", list(_in_text(_decoded(data), rows)))]


# --- Workbooks -----------------------------------------------------------------------------------


def _in_workbook(data: bytes, *, rows: int, columns: int) -> list[Sheet]:
    found = look_inside(data)
    if "file_is_locked" in found.flaws:
        raise StepRefused([Obstacle("roster_is_locked")])
    if "file_unfolds_too_large" in found.flaws:
        raise StepRefused([Obstacle("roster_unfolds_too_large")])
    if found.content_type not in _WORKBOOKS or "file_has_macros" in found.flaws:
        raise StepRefused([Obstacle("roster_of_another_kind")])
    if _size_unfolded(data) > UNFOLDED_LIMIT:
        raise StepRefused([Obstacle("roster_unfolds_too_large")])
    return _unfolded(data, rows, columns)


def _size_unfolded(data: bytes) -> int:
    with ZipFile(io.BytesIO(data)) as archive:
        return sum(part.file_size for part in archive.infolist())


def _unfolded(data: bytes, rows: int, columns: int) -> list[Sheet]:
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own file; the workbook is on standard input
                [sys.executable, "-I", str(_UNFOLD), str(rows), str(columns)],
                input=data,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
    except subprocess.TimeoutExpired:
        raise StepRefused([Obstacle("roster_unfolds_too_large")]) from None
    if done.returncode == _LOCKED:
        raise StepRefused([Obstacle("roster_is_locked")])
    if done.returncode < 0:  # stopped by the limits for memory or time
        raise StepRefused([Obstacle("roster_unfolds_too_large")])
    if done.returncode:
        raise StepRefused([Obstacle("roster_is_damaged")])
    return [Sheet(one["name"], one["rows"]) for one in json.loads(done.stdout)]


# --- Texts with separators -----------------------------------------------------------------------


def _decoded(data: bytes) -> str:
    """UTF-8, what Excel calls Unicode text, or what older Swedish programs write."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif data[1:200:2].count(0) > len(data[1:200:2]) // 2:
        encodings = ["utf-16-le"]
    elif data[0:200:2].count(0) > len(data[0:200:2]) // 2:
        encodings = ["utf-16-be"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not any(sign < " " and sign not in "\t\r\n" for sign in text):
            return text
    raise StepRefused([Obstacle("roster_of_another_kind")])


def _in_text(text: str, limit: int) -> Iterator[Numbered]:
    separator = _separator_of(text)
    count = 0
    try:
        for number, row in enumerate(_rows(text, separator), start=1):
            if number == 1 and row[:1] in (["sep="], [f"sep={separator}"]):
                continue
            if any(cell.strip() for cell in row):
                count += 1
                yield number, row
            if count > limit:
                return
    except csv.Error:
        raise StepRefused([Obstacle("roster_is_damaged")]) from None


def _separator_of(text: str) -> str:
    """Return the separator that gives the most known headings in one row; Swedish Excel's first."""
    start = "\n".join(text[:100_000].splitlines()[:LOOKED_AT])

    def headings(separator: str) -> int:
        try:
            return max((len(columns_of(row)) for row in _rows(start, separator)), default=0)
        except csv.Error:
            return 0

    return max(SEPARATORS, key=headings)


def _rows(text: str, separator: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=separator)
