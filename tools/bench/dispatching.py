"""P7: a recommendation to 311 principals, against the same rows put in with executemany."""

from collections.abc import Iterator, Mapping
from typing import Any
from uuid import uuid4

from django.db import connection, transaction
from django.utils.timezone import localtime

from samverkan.dispatches.actions import dispatch_recommendation
from samverkan.dispatches.models import Recommendation
from samverkan.journal.actors import Actor
from tools.bench.bars import Figure
from tools.bench.place import fill
from tools.bench.rounds import medians, seconds

MANY, FEW = 311, 16
ROUNDS = 9
BY = Actor("Mätningen")
Row = dict[str, Any]

THE_SAME = {
    "dispatches_dispatch": "WHERE recommendation_id = %s ORDER BY id",
    "dispatches_registrarlink": "WHERE dispatch_id IN (SELECT id FROM dispatches_dispatch"
    " WHERE recommendation_id = %s) ORDER BY dispatch_id",
    "dispatches_package": "WHERE dispatch_id IN (SELECT id FROM dispatches_dispatch"
    " WHERE recommendation_id = %s) ORDER BY dispatch_id",
    "dispatches_principallink": "WHERE issued_at = (SELECT dispatched_at FROM"
    " dispatches_recommendation WHERE id = %s) ORDER BY principal_id",
    "journal_notice": "WHERE entry_id = (SELECT max(id) FROM journal_entry"
    " WHERE verb = 'recommendation.dispatched' AND %s > 0) ORDER BY id",
}

NEW_KEYS = (
    "SELECT nextval(pg_get_serial_sequence('dispatches_dispatch', 'id'))"
    " FROM generate_series(1, %s)"
)


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    for principals in (MANY, FEW):
        fill(names["work"], slug=f"p{principals}", cases=30, principals=principals, ready=30)
    waiting = {size: iter(_waiting(size)) for size in (MANY, FEW)}
    left = _rows_of(_dispatch(next(waiting[MANY])))
    found = medians(
        ROUNDS,
        {
            "many": lambda: seconds(lambda: _dispatch(next(waiting[MANY]))),
            "few": lambda: seconds(lambda: _dispatch(next(waiting[FEW]))),
            "raw": lambda: _raw(left, next(waiting[MANY])),
        },
    )
    many, few, raw = (1000 * found[name] for name in ("many", "few", "raw"))
    yield f"expediering till {MANY}: {many:.0f} ms, samma rader med executemany: {raw:.0f} ms"
    yield Figure("P7", many / raw, "x", 1.5)
    yield f"expediering till {MANY}: {many:.0f} ms, till {FEW}: {few:.0f} ms"
    yield Figure("P7", many / few, "x", 6)


def _waiting(principals: int) -> list[Recommendation]:
    slug = f"p{principals}"
    return list(Recommendation.objects.filter(collaboration__slug=slug).order_by("pk"))


def _dispatch(recommendation: Recommendation) -> Recommendation:
    here, number = recommendation.collaboration_id, recommendation.number
    return dispatch_recommendation(here, number, by=BY, now=localtime())


def _rows_of(recommendation: Recommendation) -> dict[str, list[Row]]:
    return {table: _rows(table, recommendation.pk) for table in THE_SAME}


def _raw(left: dict[str, list[Row]], other: Recommendation) -> float:
    """Return how long it takes to put the rows of one dispatch in again, for another."""
    rows = _renewed(left, other.pk)
    return seconds(lambda: _put_in(rows))


def _rows(table: str, recommendation: int) -> list[Row]:
    columns = _columns(table)
    # As text, so that what goes in is exactly what was there.
    texts = ", ".join(f'"{column}"::text' for column in columns)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {texts} FROM {table} {THE_SAME[table]}", [recommendation])  # noqa: S608
        return [dict(zip(columns, row, strict=True)) for row in cursor.fetchall()]


def _columns(table: str) -> list[str]:
    with connection.cursor() as cursor:
        return [one.name for one in connection.introspection.get_table_description(cursor, table)]


def _renewed(left: dict[str, list[Row]], recommendation: int) -> dict[str, list[Row]]:
    """Return the rows with new keys, so that they can be put in beside the first ones."""
    dispatches, links, packages, registries, notices = (left[table] for table in THE_SAME)
    with connection.cursor() as cursor:
        cursor.execute(NEW_KEYS, [len(dispatches)])
        keys = [key for (key,) in cursor.fetchall()]
    changes = {"recommendation_id": recommendation}
    return {
        "dispatches_dispatch": [
            {**row, **changes, "id": key} for row, key in zip(dispatches, keys, strict=True)
        ],
        "dispatches_registrarlink": [
            {**_without_key(row), "dispatch_id": key, "key": uuid4().hex[:22]}
            for row, key in zip(links, keys, strict=True)
        ],
        "dispatches_package": [
            {**_without_key(row), "dispatch_id": key, "key": uuid4().hex}
            for row, key in zip(packages, keys, strict=True)
        ],
        "dispatches_principallink": [
            {**_without_key(row), "key": uuid4().hex[:22]} for row in registries
        ],
        "journal_notice": [
            {**_without_key(row), "message_id": f"<{uuid4().hex}@samverkan.example>"}
            for row in notices
        ],
    }


def _without_key(row: Row) -> Row:
    return {column: value for column, value in row.items() if column != "id"}


def _put_in(rows: dict[str, list[Row]]) -> None:
    with transaction.atomic(), connection.cursor() as cursor:
        for table, these in rows.items():
            columns = ", ".join(f'"{column}"' for column in these[0])
            places = ", ".join(["%s"] * len(these[0]))
            statement = f"INSERT INTO {table} ({columns}) VALUES ({places})"  # noqa: S608
            cursor.executemany(statement, [list(row.values()) for row in these])
