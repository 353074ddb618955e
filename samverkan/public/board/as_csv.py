"""The board as a table for spreadsheets: one row for each recommendation and principal."""

from collections.abc import Iterator
from datetime import date

from samverkan.journal.models import Collaboration
from samverkan.public.board.asking import Asked
from samverkan.public.board.rows import HEADINGS, flat, told
from samverkan.spreadsheets import BYTE_ORDER_MARK, written


def rows_of(collaboration: Collaboration, asked: Asked, today: date) -> Iterator[str]:
    """Yield the file some rows at a time, as Swedish spreadsheets read it: semicolons, UTF-8."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    for some in told(collaboration, asked, today):
        yield written(
            row for line, answers in some for row in flat(line, answers, collaboration, today)
        )
