"""The contents of the description: its bodies in order, and how much room each takes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q

from samverkan.bodies.models import (
    Body,
    Mission,
    Quota,
)


@dataclass(frozen=True)
class Listing:
    """A body in the contents list, and how many rows its seats take."""

    pk: int
    slug: str
    name: str
    short: str
    sphere: str
    kind: str
    power: str
    fixed: bool
    rows: int


def listings_on(collaboration_id: int, on: date) -> list[Listing]:
    """Return the bodies of a day in order, those under a body after it."""
    bodies = Body.objects.filter(collaboration_id=collaboration_id, period__contains=on)
    within = Q(body__collaboration_id=collaboration_id, period__contains=on)
    rows: dict[int, int] = {}
    for model in (Quota, Mission):
        counted = model.objects.filter(within).order_by().values_list("body")
        for body, count in counted.annotate(rows=Count("pk")):
            rows[body] = rows.get(body, 0) + count
    return [
        Listing(
            row["pk"],
            row["slug"],
            row["name"],
            row["short_name"] or row["name"],
            row["sphere"],
            row["kind"],
            row["power"],
            row["in_fixed_structure"],
            rows.get(row["pk"], 0),
        )
        for row in bodies.order_by("position", "name", "pk").values(
            "pk",
            "slug",
            "name",
            "short_name",
            "sphere",
            "kind",
            "power",
            "in_fixed_structure",
        )
    ]
