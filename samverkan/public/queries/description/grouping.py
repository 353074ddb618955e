"""Rows gathered by what they belong to."""

from collections.abc import Collection

from samverkan.public.paging import Row


def grouped(rows: Collection[Row], key: str) -> dict[int, list[Row]]:
    """Return rows by what they belong to."""
    found: dict[int, list[Row]] = {}
    for row in rows:
        found.setdefault(row[key], []).append(row)
    return found
