"""Carrying out a plan: the rows of a structure are made, changed and removed, table by table."""

from collections.abc import Collection, Iterable
from typing import Any

from django.db.models import Model, Q

from samverkan.structures.plan import Act, Change, Plan
from samverkan.structures.queries import Stored
from samverkan.structures.tables import TABLES, Key, Row, Rows, Table

Ids = dict[str, dict[Key, int]]


def carry_out(plan: Plan, wanted: Rows, before: Stored) -> Ids:
    """Make and change from the first table to the last, then remove from the last to the first.

    What is gone from some tables must give way before anything new has room; the rest is removed
    when nothing refers to it any more.
    """
    ids: Ids = {name: dict(rows) for name, rows in before.ids.items()}
    steps: dict[str, dict[Act, list[Change]]] = {name: {act: [] for act in Act} for name in TABLES}
    for change in plan.changes:
        steps[change.table][change.act].append(change)
    for name, table in reversed(TABLES.items()):
        gone, changed = steps[name][Act.REMOVE], steps[name][Act.CHANGE]
        if table.removed_first:
            _remove(table, [*gone, *(changed if table.replaced else [])], ids, clear=changed)
    for name, table in TABLES.items():
        _fill(table, [*steps[name][Act.CHANGE], *steps[name][Act.CREATE]], wanted[name], ids)
    for name, table in reversed(TABLES.items()):
        if not table.removed_first:
            _remove(table, steps[name][Act.REMOVE], ids)
    return ids


def _remove(table: Table, gone: list[Change], ids: Ids, *, clear: Collection[Change] = ()) -> None:
    """Remove rows; first let go of the links between them, and of those that are about to move."""
    if not gone:
        return
    own = table.own_links
    linked = [
        ids[table.name][change.key]
        for change in (*gone, *clear)
        if change.act is Act.REMOVE or set(own) & set(change.fields)
    ]
    if own and linked:
        stated = Q(*((f"{link}__isnull", False) for link in own), _connector=Q.OR)
        rows = table.model._default_manager.filter(stated, pk__in=linked)
        rows.update(**dict.fromkeys(own))
    numbers = [ids[table.name].pop(change.key) for change in gone]
    table.model._default_manager.filter(pk__in=numbers).delete()


def _fill(table: Table, changes: list[Change], rows: dict[Key, Row], ids: Ids) -> None:
    """Change and make rows, those first whose links to rows of the same table are there."""
    left = changes
    while left:
        ready = [change for change in left if _is_ready(table, rows[change.key], ids)]
        if not ready:
            raise ValueError(f"rows of {table.name} refer to each other in a circle")
        _change(table, [one for one in ready if one.key in ids[table.name]], rows, ids)
        _make(table, [one.key for one in ready if one.key not in ids[table.name]], rows, ids)
        done = {one.key for one in ready}
        left = [change for change in left if change.key not in done]
    if table.filled_last and changes:
        whole = [
            _instance(table, rows[change.key], ids, pk=ids[table.name][change.key])
            for change in changes
        ]
        table.model._default_manager.bulk_update(whole, table.filled_last)


def _is_ready(table: Table, row: Row, ids: Ids) -> bool:
    links = (row[link] for link in table.own_links if link not in table.filled_last)
    return all(link is None or _key(link) in ids[table.name] for link in links)


def _change(table: Table, changes: list[Change], rows: dict[Key, Row], ids: Ids) -> None:
    if not changes:
        return
    fields = {field for change in changes for field in change.fields}
    objects = [
        _instance(table, rows[change.key], ids, pk=ids[table.name][change.key])
        for change in changes
    ]
    table.model._default_manager.bulk_update(objects, sorted(fields))


def _make(table: Table, keys: list[Key], rows: dict[Key, Row], ids: Ids) -> None:
    if not keys:
        return
    objects = [_instance(table, rows[key], ids) for key in keys]
    made: Iterable[Model] = table.model._default_manager.bulk_create(objects)
    ids[table.name] |= {key: one.pk for key, one in zip(keys, made, strict=True)}


def _instance(table: Table, row: Row, ids: Ids, **own: Any) -> Model:
    values = {field: row[field] for field in table.fields if field not in table.links}
    for link, owner in table.links.items():
        found = ids[owner].get(_key(row[link])) if link in table.filled_last else None
        if row[link] is not None and link not in table.filled_last:
            found = ids[owner][_key(row[link])]
        values[f"{link}_id"] = found
    if table.scope == "collaboration":
        (values["collaboration_id"],) = ids["collaboration"].values()
    return table.model(**values, **own)


def _key(link: Any) -> Key:
    """A key of one part is told as that part."""
    return link if isinstance(link, tuple) else (link,)
