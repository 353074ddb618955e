"""The bodies that have ended, and which took over after them."""

from dataclasses import dataclass
from datetime import date

from samverkan.bodies.models import Body, Succession
from samverkan.principals.choices import Standing
from samverkan.public.paging import Row
from samverkan.public.structure_words import span


@dataclass(frozen=True)
class Heir:
    """A body that took over, and whether that was decided or is assumed."""

    slug: str
    name: str
    standing: str


@dataclass(frozen=True)
class Former:
    """A body that has ended: its days, and those that took over."""

    body: Row
    heirs: list[Heir]

    @property
    def days(self) -> str:
        """Return when the body existed."""
        return span(self.body["period"].lower, self.body["period"].upper)


def former_bodies(collaboration_id: int, on: date) -> list[Former]:
    """Return the bodies that had ended by a day, with those that took over."""
    found = Body.objects.filter(
        collaboration_id=collaboration_id, period__fully_lt=(on, None)
    ).values("pk", "slug", "name", "period")
    heirs = heirs_of(collaboration_id)
    return [Former(row, heirs.get(row["pk"], [])) for row in found]


def heirs_of(collaboration_id: int) -> dict[int, list[Heir]]:
    """Return which bodies took over after which."""
    heirs: dict[int, list[Heir]] = {}
    found = Succession.objects.filter(predecessor__collaboration_id=collaboration_id)
    shown = ("predecessor", "heir__slug", "heir__name", "standing")
    for predecessor, slug, name, standing in found.order_by("heir__position").values_list(*shown):
        heirs.setdefault(predecessor, []).append(Heir(slug, name, Standing(standing).label))
    return heirs
