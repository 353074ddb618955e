"""What the database holds of a structure, as rows; one query a table."""

from dataclasses import dataclass, field
from typing import Any

from samverkan.journal.fields import from_day
from samverkan.structures.from_rows import structure_from
from samverkan.structures.governing_text import tidy
from samverkan.structures.plan import Plan, plan_of
from samverkan.structures.rows import key_of, rows_of
from samverkan.structures.schema import Structure
from samverkan.structures.tables import TABLES, Key, Rows, Table


@dataclass
class Stored:
    """A structure's rows in the database, and the id of each."""

    rows: Rows = field(default_factory=lambda: {name: {} for name in TABLES})
    ids: dict[str, dict[Key, int]] = field(default_factory=lambda: {name: {} for name in TABLES})


def stored(slug: str) -> Stored:
    """Return the rows of the collaboration with an address; none when there is no such."""
    found = Stored()
    told: dict[str, dict[int | None, Any]] = {}  # each row's key, as links tell it
    for name, table in TABLES.items():
        rows = list(_values(table, slug))
        told[name] = {None: None}
        if table.own_links:
            told[name] |= {row["pk"]: _key(table, row, told) for row in rows}
        for values in rows:
            number = values.pop("pk")
            row = {part: _told(value) for part, value in values.items()}
            row |= {link: told[owner][row[link]] for link, owner in table.links.items()}
            key = key_of(name, row)
            found.rows[name][key] = row
            found.ids[name][key] = number
            told[name][number] = key[0] if len(key) == 1 else key
    return found


def _key(table: Table, values: dict[str, Any], told: dict[str, dict[int | None, Any]]) -> Any:
    """Return the key of a row, before its links to rows of the same table are known."""
    key = tuple(
        told[table.links[part]][values[part]] if part in table.links else values[part]
        for part in table.key
    )
    return key[0] if len(key) == 1 else key


def stored_structure(slug: str) -> Structure | None:
    """Return the structure of a collaboration, or None when there is no such collaboration."""
    found = stored(slug)
    return structure_from(found.rows) if found.rows["collaboration"] else None


def plan_for(structure: Structure) -> Plan:
    """Return what loading a structure would do now."""
    return plan_of(rows_of(structure), stored(structure.collaboration.slug).rows)


def _values(table: Table, slug: str) -> list[dict[str, Any]]:
    owner = "slug" if table.scope == "pk" else f"{table.scope}__slug"
    rows = table.model._default_manager.filter(**{owner: slug}).order_by("pk")
    return list(rows.values("pk", *table.fields))


def _told(value: Any) -> Any:
    """Tell a value as the files do.

    PostgreSQL writes an open end of a period in another way than we do, and texts that people
    wrote in a page may have spaces around them.
    """
    if hasattr(value, "upper_inc"):
        return from_day(value.lower, value.upper)
    if isinstance(value, list) and value and isinstance(value[0], dict) and "text" in value[0]:
        return tidy(value)
    return value
