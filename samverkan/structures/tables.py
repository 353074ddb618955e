"""The tables that a structure fills: what tells their rows apart, and which row owns which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from samverkan.agreements.models import Agreement, Section
from samverkan.bodies.models import (
    Body,
    BodyAlias,
    CoordinatorFunction,
    DerivedSeat,
    Parentage,
    Quota,
    Succession,
)
from samverkan.journal.models import Collaboration
from samverkan.principals.models import FormerName, Grouping, GroupingMembership, Principal

Key = tuple[Any, ...]
Row = Mapping[str, Any]
Rows = dict[str, dict[Key, Row]]


@dataclass(frozen=True)
class Table:
    """One table; a link to another row is given by that row's key, so no id is in the data."""

    name: str
    model: type[Model]
    key: tuple[str, ...]
    values: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    scope: str = "collaboration"
    replaced: bool = False  # a changed row is removed and made anew, past an exclusion constraint

    @property
    def fields(self) -> tuple[str, ...]:
        """Return all fields that the files decide."""
        return tuple(dict.fromkeys((*self.key, *self.links, *self.values)))


SURE = ("standing", "source")

# In the order in which they are made; removed in the opposite order.
TABLES = {
    table.name: table
    for table in (
        Table(
            "collaboration",
            Collaboration,
            ("slug",),
            ("name", "parties_text", "county", "contact_name", "contact_email"),
            scope="pk",
        ),
        Table(
            "principal",
            Principal,
            ("slug",),
            (
                "name", "short_name", "kind", "side", "code", "languages", "position", "period",
                *SURE,
            ),
        ),
        Table(
            "former_name",
            FormerName,
            ("principal", "name"),
            ("period", "source"),
            {"principal": "principal"},
            "principal__collaboration",
        ),
        Table("grouping", Grouping, ("slug",), ("name", "period", *SURE)),
        Table(
            "membership",
            GroupingMembership,
            ("grouping", "principal"),
            ("period", "standing"),
            {"grouping": "grouping", "principal": "principal"},
            "grouping__collaboration",
        ),
        Table(
            "body",
            Body,
            ("slug",),
            (
                "code", "name", "short_name", "kind", "level", "sphere", "power",
                "in_fixed_structure", "purpose", "mandate", "inner_decisions",
                "assignment_set_by", "first_point", "position", "period", "source",
            ),
        ),
        Table("alias", BodyAlias, ("body", "name"), (), {"body": "body"}, "body__collaboration"),
        Table(
            "parentage",
            Parentage,
            ("child", "parent"),
            ("period",),
            {"child": "body", "parent": "body"},
            "child__collaboration",
        ),
        Table(
            "succession",
            Succession,
            ("predecessor", "heir"),
            SURE,
            {"predecessor": "body", "heir": "body"},
            "predecessor__collaboration",
        ),
        Table(
            "quota",
            Quota,
            ("body", "principal", "period"),
            ("ordinary_min", "ordinary_max", "substitutes_max", "source"),
            {"body": "body", "principal": "principal"},
            "body__collaboration",
            replaced=True,
        ),
        Table(
            "derived_seat",
            DerivedSeat,
            ("body", "of_body", "office", "part"),
            ("period", "source"),
            {"body": "body", "of_body": "body"},
            "body__collaboration",
        ),
        Table(
            "function",
            CoordinatorFunction,
            ("slug",),
            (
                "name", "full_time_equivalents", "municipalities_percent", "region_percent",
                "split_standing", "period", "source",
            ),
            {"host": "principal"},
        ),
        Table(
            "agreement",
            Agreement,
            ("slug",),
            ("title", "parties", "period", "period_note", "main_points", "source"),
        ),
        Table(
            "section",
            Section,
            ("agreement", "number"),
            ("position", "heading", "text"),
            {"agreement": "agreement"},
            "agreement__collaboration",
        ),
    )
}  # fmt: skip
MODELS = frozenset(table.model for table in TABLES.values())
