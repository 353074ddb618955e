"""What the pictures are drawn from: the bodies of a day and how they hang together."""

from collections import Counter
from dataclasses import dataclass
from datetime import date

from samverkan.bodies.choices import Relation
from samverkan.bodies.models import Body, DerivedSeat, Parentage
from samverkan.principals.choices import Side
from samverkan.principals.models import Principal


@dataclass(frozen=True)
class Organ:
    """A body, as much of it as a picture needs."""

    pk: int
    slug: str
    name: str
    short_name: str
    kind: str
    level: str
    sphere: str
    power: str
    in_fixed_structure: bool

    @property
    def short(self) -> str:
        """Return the name to use where there is little room."""
        return self.short_name or self.name


@dataclass(frozen=True)
class Link:
    """That one body stands under another, or meets before it."""

    upper: int
    lower: int
    relation: Relation


@dataclass(frozen=True)
class Gift:
    """What an office in one body gives in another."""

    giver: int
    taker: int
    office: str
    part: str


@dataclass(frozen=True)
class Register:
    """The structure of a day."""

    organs: tuple[Organ, ...]
    links: tuple[Link, ...]
    gifts: tuple[Gift, ...]
    municipalities: int
    regions: tuple[str, ...]


FIELDS = (
    "pk",
    "slug",
    "name",
    "short_name",
    "kind",
    "level",
    "sphere",
    "power",
    "in_fixed_structure",
)


def register_on(collaboration_id: int, on: date) -> Register:
    """Return the structure of a day, in four questions to the database."""
    here = {"collaboration_id": collaboration_id, "period__contains": on}
    bodies = Body.objects.filter(**here).order_by("position", "name", "pk")
    organs = tuple(Organ(**row) for row in bodies.values(*FIELDS))
    links = Parentage.objects.filter(
        child__collaboration_id=collaboration_id, period__contains=on
    ).order_by("parent__position", "parent__name", "parent", "child")
    gifts = DerivedSeat.objects.filter(
        body__collaboration_id=collaboration_id, period__contains=on
    ).order_by("of_body__position", "of_body", "body", "part", "office")
    sides = list(
        Principal.objects.filter(**here).order_by("position", "name").values_list("side", "name")
    )
    return Register(
        organs=organs,
        links=tuple(
            Link(parent, child, Relation(relation))
            for parent, child, relation in links.values_list("parent", "child", "relation")
        ),
        gifts=tuple(Gift(*row) for row in gifts.values_list("of_body", "body", "office", "part")),
        municipalities=Counter(side for side, _ in sides)[Side.MUNICIPALITIES],
        regions=tuple(name for side, name in sides if side == Side.REGION),
    )
