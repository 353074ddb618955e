"""What can be done with a structure: let the database hold what is wanted, and nothing else."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import connection, transaction
from django.db.models import Model

from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.structures.obstacles import obstacles_to_load
from samverkan.structures.plan import Act, Change, Plan, plan_of
from samverkan.structures.queries import Stored, stored
from samverkan.structures.rows import rows_of
from samverkan.structures.schema import Structure
from samverkan.structures.tables import TABLES, Key, Row, Rows, Table
from samverkan.structures.wording import line_of

Ids = dict[str, dict[Key, int]]


@transaction.atomic
def load_structure(
    structure: Structure,
    *,
    by: Actor,
    now: datetime,
    agreed: Plan | None = None,
    digest: str = "",
) -> Plan:
    """Make the database hold a structure that has been checked, and return what was done.

    `agreed` is the plan that somebody has read and said yes to. When there is nothing to do,
    nothing is written.

    Raises StepRefused when the plan is no longer the agreed one, something that would be removed
    is in use, or fewer seats than are held would be left.
    """
    with connection.cursor() as cursor:  # there may be no row to lock yet
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('samverkan.structure'))")
    slug = structure.collaboration.slug
    wanted, before = rows_of(structure), stored(slug)
    plan = plan_of(wanted, before.rows)
    refuse(obstacles_to_load(plan, wanted, before, agreed))
    if not plan:
        return plan

    ids = _carry_out(plan, wanted, before)
    is_new = not before.rows["collaboration"]
    counts = plan.counts()
    record(
        ids["collaboration"][(slug,)],
        "structure.loaded",
        "structure",
        by=by,
        at=now,
        created=counts[Act.CREATE],
        changed=counts[Act.CHANGE],
        removed=counts[Act.REMOVE],
        changes=[] if is_new else [line_of(change) for change in plan.changes],
        digest=digest,
    )
    return plan


def _carry_out(plan: Plan, wanted: Rows, before: Stored) -> Ids:
    """Remove from the last table to the first, then change and make from the first to the last."""
    ids: Ids = {name: dict(rows) for name, rows in before.ids.items()}
    steps: dict[str, dict[Act, list[Change]]] = {name: {act: [] for act in Act} for name in TABLES}
    for change in plan.changes:
        steps[change.table][change.act].append(change)
    for name, table in reversed(TABLES.items()):
        gone = steps[name][Act.REMOVE] + (steps[name][Act.CHANGE] if table.replaced else [])
        _remove(table, [ids[name].pop(change.key) for change in gone])
    for name, table in TABLES.items():
        changed, new = steps[name][Act.CHANGE], steps[name][Act.CREATE]
        if table.replaced:
            changed, new = [], changed + new
        _change(table, changed, wanted[name], ids)
        _make(table, [change.key for change in new], wanted[name], ids)
    return ids


def _remove(table: Table, numbers: list[int]) -> None:
    if numbers:
        table.model._default_manager.filter(pk__in=numbers).delete()


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
    objects = [_instance(table, rows[key], ids) for key in keys]
    made: Iterable[Model] = table.model._default_manager.bulk_create(objects)
    ids[table.name] |= {key: one.pk for key, one in zip(keys, made, strict=True)}


def _instance(table: Table, row: Row, ids: Ids, **own: Any) -> Model:
    values = {field: row[field] for field in table.fields if field not in table.links}
    values |= {f"{link}_id": ids[owner][(row[link],)] for link, owner in table.links.items()}
    if table.scope == "collaboration":
        (values["collaboration_id"],) = ids["collaboration"].values()
    return table.model(**values, **own)
