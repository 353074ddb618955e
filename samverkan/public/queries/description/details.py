"""All about each of some bodies on a day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q

from samverkan.bodies.choices import Relation
from samverkan.bodies.models import (
    Body,
    BodyAlias,
    ChairRule,
    ChairTerm,
    DerivedSeat,
    Mission,
    Parentage,
    Quota,
    Succession,
)
from samverkan.public.paging import Row
from samverkan.public.queries.description.grouping import grouped
from samverkan.public.queries.structure.around import (
    former_names,
)
from samverkan.public.queries.structure.seats import (
    Seats,
    missions_between,
    quotas_of,
    seats_of,
)
from samverkan.public.queries.texts import rows_in_force


@dataclass(frozen=True)
class Details:
    """All about one body on a day."""

    row: Row
    aliases: Sequence[str]
    parents: Sequence[str]
    meets_before: Sequence[str]
    children: Sequence[str]
    predecessors: Sequence[Row]
    seats: Sequence[Seats]
    chairs: Sequence[Row]
    rule: Row | None
    derived: Sequence[Row]
    holders: dict[tuple[int, str], str]
    texts: Sequence[Row]


def details_of(collaboration_id: int, on: date, chosen: Collection[int]) -> dict[int, Details]:
    """Return all about the chosen bodies on a day."""
    rows = list(Body.objects.filter(pk__in=chosen).values(*_BODY))
    of_chosen = Q(body__in=chosen)
    quotas = grouped(quotas_of(Quota.objects.filter(of_chosen), on), "body")
    missions = grouped(missions_between(Mission.objects.filter(of_chosen), on), "body")
    names = former_names(collaboration_id, on)
    derived = list(
        DerivedSeat.objects.filter(of_chosen, period__contains=on)
        .order_by("of_body__position", "of_body", "part", "office")
        .values("body", "of_body", "of_body__name", "office", "part", "source")
    )
    chairs = _chairs({*chosen, *(row["of_body"] for row in derived)}, on)
    holders = {(row["body"], row["office"]): row["person__name"] for row in chairs}
    aliases = grouped(BodyAlias.objects.filter(of_chosen).order_by("name").values(), "body_id")
    links = _links(chosen, on)
    texts = grouped(rows_in_force(chosen, on), "text__body")
    before = grouped(_predecessors(chosen), "heir")
    rules = grouped(ChairRule.objects.filter(of_chosen, period__contains=on).values(), "body_id")
    terms, gifts = grouped(chairs, "body"), grouped(derived, "body")
    up = grouped([row for row in links if row["relation"] == Relation.UNDER], "child")
    down = grouped([row for row in links if row["relation"] == Relation.UNDER], "parent")
    first = grouped([row for row in links if row["relation"] == Relation.BEFORE], "child")
    return {
        pk: Details(
            row=row,
            aliases=[one["name"] for one in aliases.get(pk, [])],
            parents=[one["parent__name"] for one in up.get(pk, [])],
            meets_before=[one["parent__name"] for one in first.get(pk, [])],
            children=[one["child__name"] for one in down.get(pk, [])],
            predecessors=before.get(pk, []),
            seats=seats_of(quotas.get(pk, []), missions.get(pk, []), {}, names),
            chairs=terms.get(pk, []),
            rule=next(iter(rules.get(pk, [])), None),
            derived=gifts.get(pk, []),
            holders=holders,
            texts=texts.get(pk, []),
        )
        for pk, row in ((row["pk"], row) for row in rows)
    }


_BODY = (
    "pk",
    "slug",
    "name",
    "short_name",
    "kind",
    "level",
    "sphere",
    "power",
    "responsibility",
    "in_fixed_structure",
    "side",
    "parity",
    "host__name",
    "grouping__name",
    "purpose",
    "mandate",
    "inner_decisions",
    "assignment_set_by",
    "setter__name",
    "expected_texts",
    "review_months",
    "period",
    "source",
)


def _chairs(bodies: Collection[int], on: date) -> list[Row]:
    found = ChairTerm.objects.filter(body__in=bodies, period__contains=on).order_by("body", "pk")
    return list(found.values("body", "office", "side", "period", "person__name", "person__party"))


def _links(chosen: Collection[int], on: date) -> list[Row]:
    found = Parentage.objects.filter(
        Q(child__in=chosen) | Q(parent__in=chosen), period__contains=on
    ).order_by("parent__position", "parent__name", "child__position", "child__name")
    return list(found.values("child", "parent", "relation", "child__name", "parent__name"))


def _predecessors(chosen: Collection[int]) -> list[Row]:
    found = Succession.objects.filter(heir__in=chosen).order_by("predecessor__position")
    return list(found.values("heir", "predecessor__name", "standing", "source"))
