"""What stands beside the bodies: groupings, those who nominate, and the coordinators."""

from dataclasses import dataclass
from datetime import date

from samverkan.bodies.choices import NominatorKind
from samverkan.bodies.models import CoordinatorFunction, Nominator
from samverkan.principals.choices import Side, Standing
from samverkan.principals.models import FormerName, Grouping, GroupingMembership
from samverkan.public.paging import Row


def functions_on(collaboration_id: int, on: date) -> list[CoordinatorFunction]:
    """Return the coordinators' functions of a day."""
    found = CoordinatorFunction.objects.filter(
        collaboration_id=collaboration_id, period__contains=on
    )
    return list(found.select_related("host"))


@dataclass(frozen=True)
class ShownGrouping:
    """Some municipalities that act together, on a day."""

    name: str
    members: list[Row]
    outside: list[str]
    assumed: bool
    source: str


def groupings_on(collaboration_id: int, on: date) -> list[ShownGrouping]:
    """Return the groupings of a day, with their members inside and outside the county."""
    members: dict[int, list[Row]] = {}
    memberships = GroupingMembership.objects.filter(
        grouping__collaboration_id=collaboration_id,
        period__contains=on,
        principal__period__contains=on,
    ).order_by("principal__position", "principal__name")
    for row in memberships.values("grouping", "principal__slug", "principal__short_name"):
        members.setdefault(row["grouping"], []).append(row)
    found = Grouping.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    return [
        ShownGrouping(
            row["name"],
            members.get(row["pk"], []),
            row["outside_members"],
            row["standing"] == Standing.ASSUMED,
            row["source"],
        )
        for row in found.values("pk", "name", "outside_members", "standing", "source")
    ]


def nominators_on(collaboration_id: int, on: date) -> list[Row]:
    """Return those who fill seats in a side's name on a day."""
    found = Nominator.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    return [
        {
            **row,
            "kind": NominatorKind(row["kind"]).label,
            "side": Side(row["side"]).label if row["side"] else "",
            "assumed": row["standing"] == Standing.ASSUMED,
        }
        for row in found.values("name", "kind", "side", "grouping__name", "standing", "source")
    ]


def former_names(collaboration_id: int, on: date) -> dict[int, str]:
    """Return what principals were called on a day, when it was something else than now (R329)."""
    found = FormerName.objects.filter(
        principal__collaboration_id=collaboration_id, period__contains=on
    )
    return dict(found.values_list("principal", "name"))
