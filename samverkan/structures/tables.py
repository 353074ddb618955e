"""The tables that a structure fills: what tells their rows apart, and which row owns which."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Model

from samverkan.agreements.models import Agreement, Ground, Section
from samverkan.bodies.models import (
    Body,
    BodyAlias,
    ChairRule,
    CoordinatorFunction,
    DerivedSeat,
    GoverningText,
    Nominator,
    Parentage,
    Quota,
    Succession,
    TextVersion,
    UncoveredLevel,
)
from samverkan.cases.models import RoutineVersion
from samverkan.dispatches.models import EffectDefault
from samverkan.journal.models import Collaboration
from samverkan.meetings.models import MeetingRhythm
from samverkan.principals.models import (
    Federation,
    FederationMembership,
    FormerName,
    Grouping,
    GroupingMembership,
    LineRhythm,
    OutsideActor,
    Principal,
    PrincipalSuccession,
)

Key = tuple[Any, ...]
Row = Mapping[str, Any]
Rows = dict[str, dict[Key, Row]]


@dataclass(frozen=True)
class Table:
    """One table; a link to another row is given by that row's key, so no id is in the data.

    A key of one part is told as that part. An empty link is None.
    """

    name: str
    model: type[Model]
    key: tuple[str, ...]
    values: tuple[str, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    scope: str = "collaboration"
    # What is gone is removed before anything is made, past a constraint on rows of one owner.
    removed_first: bool = False
    # A changed row is removed and made anew, past an exclusion constraint.
    replaced: bool = False
    # Links to rows of the same table that wait until all are made: two rows may name each other.
    filled_last: tuple[str, ...] = ()

    @property
    def fields(self) -> tuple[str, ...]:
        """Return all fields that the files decide."""
        return tuple(dict.fromkeys((*self.key, *self.links, *self.values)))

    @property
    def own_links(self) -> tuple[str, ...]:
        """Return the links to other rows of the same table."""
        return tuple(link for link, owner in self.links.items() if owner == self.name)


SURE = ("standing", "source")
TERMS = ("anchor", "years", "anchored_on")

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
            "effect",
            EffectDefault,
            ("rule",),
            ("at_least", "share", "source"),
            removed_first=True,
        ),
        Table("uncovered_level", UncoveredLevel, ("responsibility",), ("reason", *SURE)),
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
        Table(
            "line_rhythm",
            LineRhythm,
            ("principal", "kind"),
            (
                "months", "week", "weekday", "days", "papers_days", "approval_days",
                "appeal_days", "source",
            ),
            {"principal": "principal"},
        ),
        Table("grouping", Grouping, ("slug",), ("name", "outside_members", "period", *SURE)),
        Table(
            "membership",
            GroupingMembership,
            ("grouping", "principal"),
            ("period", "standing"),
            {"grouping": "grouping", "principal": "principal"},
            "grouping__collaboration",
        ),
        Table(
            "principal_succession",
            PrincipalSuccession,
            ("predecessor",),
            ("first", *SURE),
            {"predecessor": "principal", "heir": "principal"},
            "predecessor__collaboration",
        ),
        Table(
            "federation",
            Federation,
            ("slug",),
            ("name", "short_name", "period", *SURE),
            {"parent": "federation"},
        ),
        Table(
            "federation_membership",
            FederationMembership,
            ("federation", "principal"),
            ("period", "standing"),
            {"federation": "federation", "principal": "principal"},
            "federation__collaboration",
        ),
        Table(
            "nominator",
            Nominator,
            ("slug",),
            ("name", "kind", "side", "period", *SURE),
            {"grouping": "grouping"},
        ),
        Table(
            "outside_actor",
            OutsideActor,
            ("slug",),
            ("name", "kind", "topics", "contact", "period", "source"),
            {"principal": "principal"},
        ),
        Table(
            "body",
            Body,
            ("slug",),
            (
                "code", "name", "short_name", "kind", "level", "sphere", "responsibility",
                "power", "in_fixed_structure", "side", "parity", "proposals_rest_on_risks",
                "recommends_revisions", "purpose", "mandate", "inner_decisions", "inner_sources",
                "assignment_set_by", "expected_texts", "required_sections", "review_months",
                "first_point", "minutes_called", "opening_points", "closing_points", "position",
                "period", "source",
            ),
            {"grouping": "grouping", "host": "principal", "setter": "body", "prepared_by": "body"},
            filled_last=("prepared_by",),
        ),
        Table("alias", BodyAlias, ("body", "name"), (), {"body": "body"}, "body__collaboration"),
        Table(
            "parentage",
            Parentage,
            ("child", "parent"),
            ("relation", "period"),
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
            ("body", "principal", "nominator", "period"),
            ("held_by", "ordinary_min", "ordinary_max", "substitutes_max", *TERMS, "source"),
            {"body": "body", "principal": "principal", "nominator": "nominator"},
            "body__collaboration",
            removed_first=True,
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
            "chair_rule",
            ChairRule,
            ("body", "period"),
            (
                *TERMS, "alternates", "opposite_sides", "chair_side", "vice_chairs", "extension",
                "source",
            ),
            {"body": "body"},
            "body__collaboration",
            removed_first=True,
            replaced=True,
        ),
        Table(
            "rhythm",
            MeetingRhythm,
            ("body", "period"),
            (
                "months", "week", "weekday", "avoided_weeks", "least", "starts_at", "minutes",
                "place", "items_days", "committee_days", "papers_days", "summons_days",
                "approval_days", *SURE,
            ),
            {"body": "body"},
            "body__collaboration",
            removed_first=True,
            replaced=True,
        ),
        Table(
            "function",
            CoordinatorFunction,
            ("slug",),
            (
                "name", "full_time_equivalents", "municipalities_percent", "region_percent",
                "region_payer", "split_standing", "period", "source",
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
        Table(
            "text",
            GoverningText,
            ("slug",),
            ("kind", "title"),
            {"body": "body", "function": "function"},
        ),
        Table(
            "version",
            TextVersion,
            ("text", "number"),
            (
                "stage", "sections", "feedback_months", "adopted_on", "meeting_on", "point",
                "valid_from", "source",
            ),
            {"text": "text", "values": "version", "adopted_by": "body"},
            "text__collaboration",
            removed_first=True,
        ),
        Table("ground", Ground, ("code",), ("section", "word", "source")),
        Table(
            "routine",
            RoutineVersion,
            ("number",),
            (
                "stage", "matter", "content", "adopted_on", "meeting_on", "point", "valid_from",
                "source",
            ),
            {"adopted_by": "body"},
            removed_first=True,
        ),
    )
}  # fmt: skip
MODELS = frozenset(table.model for table in TABLES.values())
