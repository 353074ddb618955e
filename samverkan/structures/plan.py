"""The plan: what loading would make, change and remove. Pure: two sets of rows in, changes out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from samverkan.bodies.choices import Responsibility
from samverkan.dispatches.choices import EffectRule
from samverkan.structures.tables import TABLES, Key, Row, Rows


class Act(StrEnum):
    """What happens to a row."""

    CREATE = "create"
    CHANGE = "change"
    REMOVE = "remove"


@dataclass(frozen=True)
class Change:
    """One row that is made, changed or removed; `fields` are those that change."""

    act: Act
    table: str
    key: Key
    name: str
    fields: tuple[str, ...] = ()


@dataclass(frozen=True)
class Plan:
    """All that a load would do, in the order in which the tables depend on each other."""

    changes: tuple[Change, ...]

    def __bool__(self) -> bool:
        return bool(self.changes)

    def of(self, act: Act) -> list[Change]:
        """Return the changes of one sort."""
        return [change for change in self.changes if change.act is act]

    def counts(self) -> dict[Act, int]:
        """Return how many changes there are of each sort."""
        counted = Counter(change.act for change in self.changes)
        return {act: counted[act] for act in Act}


def plan_of(wanted: Rows, present: Rows) -> Plan:
    """Return what must be done for what is present to become what is wanted."""
    return Plan(tuple(_changes(wanted, present)))


def has_moved(plan: Plan, was: Rows, now: Rows) -> bool:
    """Return whether a row that a plan changes is not any more as it was when it was read."""
    concerned = {(change.table, change.key) for change in plan.changes}
    since = plan_of(was, now).changes
    return any((change.table, change.key) in concerned for change in since)


def _changes(wanted: Rows, present: Rows) -> Iterator[Change]:
    for table in TABLES:
        for key, row in wanted[table].items():
            name = name_of(table, row, wanted)
            if key not in present[table]:
                yield Change(Act.CREATE, table, key, name)
            elif fields := _differing(table, row, present[table][key]):
                yield Change(Act.CHANGE, table, key, name, fields)
    for table in reversed(TABLES):
        for key in (key for key in present[table] if key not in wanted[table]):
            name = name_of(table, present[table][key], present)
            yield Change(Act.REMOVE, table, key, name)


def _differing(table: str, wanted: Row, present: Row) -> tuple[str, ...]:
    fields = TABLES[table].fields
    return tuple(field for field in fields if wanted[field] != present[field])


def name_of(table: str, row: Row, rows: Rows) -> str:
    """Return what people call a row: its own name, or those of what it ties together."""
    own = row.get("name") or row.get("title") or row.get("heading")
    if table == "section":
        own = f"{row['number']} {own}"
    elif table in ("version", "routine"):
        own = f"version {row['number']}"
    elif table == "uncovered_level":
        own = Responsibility(row["responsibility"]).label
    elif table == "effect":
        own = EffectRule(row["rule"]).label
    elif table == "ground":
        own = row["code"]
    links = TABLES[table].links
    ties = [link for link in TABLES[table].key if link in links and row[link] is not None]
    return ", ".join(
        [*(_named(rows, links[link], row[link]) for link in ties), *([str(own)] if own else [])]
    )


def _named(rows: Rows, table: str, slug: Any) -> str:
    row = rows[table].get((slug,), {})
    return str(row.get("name") or row.get("title") or slug)
