"""Newer and older: a list is read from where the last page ended, however long it is."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest

M = TypeVar("M", bound=Model)
SIZE = 30


@dataclass(frozen=True)
class Slice(Generic[M]):
    """Some rows of a list, newest first, with the addresses of those beside them."""

    rows: Sequence[M]
    newer_url: str = ""
    older_url: str = ""


def slice_of(
    found: QuerySet[M], request: HttpRequest, *, by: tuple[str, str], size: int = SIZE
) -> Slice[M]:
    """Return the rows that the address asks for: `fore` and `efter` hold a row's id."""
    older_than, newer_than = _row(found, request, "efter"), _row(found, request, "fore")
    if newer_than:
        rows = list(found.filter(_beyond(newer_than, by, "gt")).order_by(*by)[: size + 1])
        more_newer, more_older = len(rows) > size, True
        rows = rows[:size][::-1]
    else:
        older = found.filter(_beyond(older_than, by, "lt")) if older_than else found
        rows = list(older.order_by(*(f"-{field}" for field in by))[: size + 1])
        more_newer, more_older = bool(older_than), len(rows) > size
        rows = rows[:size]
    return Slice(
        rows,
        newer_url=_address(request, fore=rows[0].pk) if rows and more_newer else "",
        older_url=_address(request, efter=rows[-1].pk) if rows and more_older else "",
    )


def _row(found: QuerySet[M], request: HttpRequest, name: str) -> M | None:
    key = request.GET.get(name, "")
    return found.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 18 else None


def _beyond(row: Model, by: tuple[str, str], side: str) -> Q:
    first, second = by
    value: Mapping[str, Any] = {field: getattr(row, field) for field in by}
    return Q(**{f"{first}__{side}": value[first]}) | Q(
        **{first: value[first], f"{second}__{side}": value[second]}
    )


def _address(request: HttpRequest, **place: int) -> str:
    query = request.GET.copy()
    for name in ("fore", "efter"):
        query.pop(name, None)
    for name, key in place.items():
        query[name] = str(key)
    return f"?{query.urlencode()}"
