"""Newer and older: a list is read on from where a page ended, however long it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.http import QueryDict

SIZE = 20
SEPARATOR = "_"
LONGEST = 120

Row = Mapping[str, Any]
Rows = QuerySet[Any, Any]
Cursor = tuple[date, str]


@dataclass(frozen=True)
class Order:
    """Newest first: by a day or a moment, then by what tells rows of the same day apart."""

    at: str
    name: str
    moments: bool = False

    def cursor(self, row: Row) -> str:
        """Return the place of a row, as it stands in an address."""
        return f"{row[self.at].isoformat()}{SEPARATOR}{row[self.name]}"

    def place(self, text: str) -> Cursor | None:
        """Return the place that an address names; None for what is not one."""
        at, found, name = text[:LONGEST].partition(SEPARATOR)
        if not found or "\0" in name:
            return None
        try:
            place = datetime.fromisoformat(at) if self.moments else date.fromisoformat(at)
        except ValueError:
            return None
        if isinstance(place, datetime) and place.tzinfo is None:
            return None
        return place, name


@dataclass(frozen=True)
class Page:
    """Some rows of a list, newest first, with the addresses of those beside them."""

    rows: Sequence[Row]
    newer_url: str = ""
    older_url: str = ""


def page_of(found: Rows, order: Order, query: QueryDict, size: int = SIZE) -> Page:
    """Return the rows that an address asks for: `efter` reads on to older, `fore` to newer.

    A place that cannot be read gives the first page.
    """
    after = order.place(query.get("efter", ""))
    before = None if after else order.place(query.get("fore", ""))
    keys = (order.at, order.name)
    if before:
        rows = list(found.filter(_beyond(order, before, "gt")).order_by(*keys)[: size + 1])
        newer, older = len(rows) > size, True
        rows = rows[:size][::-1]
    else:
        if after:
            found = found.filter(_beyond(order, after, "lt"))
        rows = list(found.order_by(*(f"-{key}" for key in keys))[: size + 1])
        newer, older = after is not None, len(rows) > size
        rows = rows[:size]
    return Page(
        rows,
        newer_url=_address(query, "fore", order.cursor(rows[0])) if rows and newer else "",
        older_url=_address(query, "efter", order.cursor(rows[-1])) if rows and older else "",
    )


def _beyond(order: Order, place: Cursor, side: str) -> Q:
    at, name = place
    # The first condition says nothing new, but lets the index be entered at the place.
    return Q(**{f"{order.at}__{side}e": at}) & (
        Q(**{f"{order.at}__{side}": at}) | Q(**{f"{order.name}__{side}": name})
    )


def _address(query: QueryDict, name: str, cursor: str) -> str:
    address = query.copy()
    for known in ("efter", "fore"):
        address.pop(known, None)
    address[name] = cursor
    return f"?{address.urlencode()}"


def batches(found: Rows, order: Order, size: int) -> Iterator[list[Row]]:
    """Yield a whole list, newest first, some rows at a time."""
    found = found.order_by(f"-{order.at}", f"-{order.name}")
    rows = list(found[:size])
    while rows:
        yield rows
        last = (rows[-1][order.at], rows[-1][order.name])
        rows = list(found.filter(_beyond(order, last, "lt"))[:size])
