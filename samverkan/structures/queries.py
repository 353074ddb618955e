"""What the database holds of a structure, as rows; one query a table."""

from dataclasses import dataclass, field
from typing import Any

from samverkan.journal.fields import from_day
from samverkan.structures.plan import Plan, plan_of
from samverkan.structures.rows import key_of, rows_of, structure_from
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
    slugs: dict[str, dict[int, str]] = {}
    for name, table in TABLES.items():
        slugs[name] = {}
        for values in _values(table, slug):
            number = values.pop("pk")
            row = {part: _told(value) for part, value in values.items()}
            row |= {link: slugs[owner][row[link]] for link, owner in table.links.items()}
            key = key_of(name, row)
            found.rows[name][key] = row
            found.ids[name][key] = number
            slugs[name][number] = row.get("slug", "")
    return found


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
    """PostgreSQL writes an open end of a period in another way than we do."""
    return from_day(value.lower, value.upper) if hasattr(value, "upper_inc") else value
