"""What is to be carried out as a table for spreadsheets: a row for each bifall."""

from collections.abc import Iterator
from datetime import date

from django.db.models import QuerySet

from samverkan.dispatches.carrying_out import carrying_out
from samverkan.dispatches.models import Dispatch
from samverkan.spreadsheets import BYTE_ORDER_MARK, written

HEADINGS = (
    "Nummer",
    "Rekommendation",
    "Huvudman",
    "Beslutade",
    "Ansvarig funktion",
    "Klart senast",
    "Läge",
    "Dag",
    "Vad som är gjort",
)
AT_A_TIME = 500


def rows_of(found: QuerySet[Dispatch], today: date) -> Iterator[str]:
    """Yield the file some rows at a time, the newest recommendation first."""
    yield BYTE_ORDER_MARK + written([HEADINGS])
    ordered = found.order_by("-recommendation_id", "-id")
    for one in ordered.iterator(chunk_size=AT_A_TIME):
        yield written([_row(one, today)])


def _row(one: Dispatch, today: date) -> list[object]:
    shown = carrying_out(one, today)
    execution = shown.execution
    return [
        one.recommendation.number,
        one.recommendation.title,
        one.principal.name,
        one.decided_on,
        execution.function if execution else "",
        execution.due_on if execution else "",
        shown.shown.label,
        execution.ended_on if execution else "",
        execution.line if execution else "",
    ]
