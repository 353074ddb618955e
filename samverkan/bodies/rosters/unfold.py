"""The sheets of a workbook, in a process of its own: the file on standard input, JSON out.

A workbook can claim to be small and unfold without end; memory and time are limited here, and
what happens to this process does not happen to the server.
"""

import json
import resource
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError

MEMORY = 1_500_000_000
SECONDS = 20


def unfolded(data: bytes, *, rows: int, columns: int) -> Iterator[dict[str, Any]]:
    """Yield the sheets with their rows that are not empty, numbered as the sheet shows them."""
    with CalamineWorkbook.from_filelike(BytesIO(data)) as book:
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            found = list(_some(sheet, rows, columns))
            if found:
                yield {"name": name, "rows": found}


def _some(sheet: CalamineSheet, rows: int, columns: int) -> Iterator[tuple[int, list[str]]]:
    if sheet.start is None:
        return
    _, right = sheet.start  # rows are counted from the top, but cells from the first that is used
    count = 0
    for number, row in enumerate(sheet.iter_rows(), start=1):
        cells = [""] * min(right, columns + 1) + [_text(cell) for cell in row[: columns + 1]]
        if any(cells):
            count += 1
            yield number, cells
        if count > rows:
            return


def _text(cell: Any) -> str:
    """Return a cell as text: a day as YYYY-MM-DD, a whole number without decimals."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time.min else cell.isoformat(" ")
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "ja" if cell else "nej"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell.total_seconds()) if isinstance(cell, timedelta) else str(cell)


def main() -> None:
    with suppress(ValueError, OSError):  # macOS has no limit for memory
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    rows, columns = map(int, sys.argv[1:])
    try:
        sheets = list(unfolded(sys.stdin.buffer.read(), rows=rows, columns=columns))
    except PasswordError:
        sys.exit(3)
    except CalamineError:
        sys.exit(4)
    json.dump(sheets, sys.stdout)


if __name__ == "__main__":
    main()
