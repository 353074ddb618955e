"""What is told of the whole, beside the bodies."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import F, QuerySet

from samverkan.bodies.models import (
    Body,
    CostShare,
    FunctionCost,
    FunctionHolder,
    Succession,
    UncoveredLevel,
)
from samverkan.principals.models import OutsideActor, Principal
from samverkan.public.paging import Row
from samverkan.public.queries.description.grouping import grouped
from samverkan.public.queries.structure.around import (
    ShownGrouping,
    former_names,
    functions_on,
    groupings_on,
    nominators_on,
)

MOST_FORMER = 300


@dataclass(frozen=True)
class Frame:
    """What is told of the whole, beside the bodies."""

    principals: Sequence[Row]
    groupings: Sequence[ShownGrouping]
    nominators: Sequence[Row]
    uncovered: Sequence[Row]
    functions: Sequence[Row]
    outside: Sequence[Row]
    former: Sequence[Row]
    more_former: int


def frame_on(collaboration_id: int, on: date) -> Frame:
    """Return what is told of the whole on a day."""
    here = {"collaboration_id": collaboration_id}
    ended = Body.objects.filter(**here, period__fully_lt=(on, None))
    count = ended.count()
    return Frame(
        principals=_principals(collaboration_id, on),
        groupings=groupings_on(collaboration_id, on),
        nominators=nominators_on(collaboration_id, on),
        uncovered=list(
            UncoveredLevel.objects.filter(**here)
            .order_by("pk")
            .values("responsibility", "reason", "standing", "source")
        ),
        functions=_functions(collaboration_id, on),
        outside=list(
            OutsideActor.objects.filter(**here, period__contains=on)
            .order_by("kind", "name")
            .values("name", "kind", "topics", "source", "principal__short_name")
        ),
        former=_former(ended),
        more_former=max(count - MOST_FORMER, 0),
    )


def _principals(collaboration_id: int, on: date) -> list[Row]:
    names = former_names(collaboration_id, on)
    found = Principal.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    rows = found.order_by("position", "name").values("pk", "name", "side", "source")
    return [{**row, "name": names.get(row["pk"], row["name"])} for row in rows]


def _functions(collaboration_id: int, on: date) -> list[Row]:
    functions = functions_on(collaboration_id, on)
    keys = [one.pk for one in functions]
    holders = grouped(
        FunctionHolder.objects.filter(function__in=keys, period__contains=on)
        .order_by("pk")
        .values("function", "person__name", "share", "employer__name"),
        "function",
    )
    costs = grouped(
        FunctionCost.objects.filter(function__in=keys, year=on.year).values(
            "pk", "function", "year", "amount", "source"
        ),
        "function",
    )
    shares = grouped(
        CostShare.objects.filter(cost__function__in=keys, cost__year=on.year)
        .order_by("principal__position")
        .values("weight", function=F("cost__function"), name=F("principal__short_name")),
        "function",
    )
    return [
        {
            "one": one,
            "holders": holders.get(one.pk, []),
            "costs": costs.get(one.pk, []),
            "shares": shares.get(one.pk, []),
        }
        for one in functions
    ]


def _former(ended: QuerySet[Body]) -> list[Row]:
    rows = list(
        ended.order_by("-period__endswith", "position", "name").values(
            "pk", "name", "period", "source"
        )[:MOST_FORMER]
    )
    heirs = grouped(
        Succession.objects.filter(predecessor__in=[row["pk"] for row in rows])
        .order_by("heir__position")
        .values("predecessor", "heir__name", "standing", "source"),
        "predecessor",
    )
    return [{**row, "heirs": heirs.get(row["pk"], [])} for row in rows]
