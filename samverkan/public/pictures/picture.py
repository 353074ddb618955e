"""The picture for one kind of people: which bodies, which lines, and the same as a nested list."""

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.bodies.choices import BodyKind, DerivedPart, Power, Relation, Sphere
from samverkan.public.pictures import words
from samverkan.public.pictures.buses import OUT_OF_PICTURE, Edge, Tie
from samverkan.public.pictures.register import Organ, Register
from samverkan.public.pictures.shapes import Look, Shape, shapes_of, told_beside

TIES: dict[str, Tie] = {
    Relation.UNDER.value: Tie.UNDER,
    Relation.BEFORE.value: Tie.BEFORE,
    DerivedPart.SEAT.value: Tie.SEAT,
    DerivedPart.RAPPORTEUR.value: Tie.RAPPORTEUR,
    DerivedPart.ADJOINED.value: Tie.ADJOINED,
}


@dataclass(frozen=True)
class Picture:
    """What is drawn for one kind of people, in reading order, and what is told beside it."""

    sphere: Sphere
    shapes: list[Shape]
    edges: list[Edge]
    working_groups: list[Shape]
    sides: list[str]

    @property
    def heading(self) -> str:
        """Return for whom the picture is."""
        return words.HEADINGS[self.sphere]

    @property
    def line_said(self) -> str:
        """Return what happens in the principals' own line."""
        goes_out = any(edge.tie is Tie.OUT for edge in self.edges)
        return words.BAND_WITH_LINES if goes_out else words.BAND

    @property
    def standing(self) -> list[Shape]:
        """Return those of the fixed structure."""
        return [shape for shape in self.shapes if shape.look is not Look.APART]

    @property
    def apart(self) -> list[Shape]:
        """Return those outside the fixed structure."""
        return [shape for shape in self.shapes if shape.look is Look.APART]


def picture_of(register: Register, sphere: Sphere) -> Picture:
    """Return the picture of a day's structure for the elected, or for officials (R019, R122)."""
    own = {one.pk: one for one in register.organs if one.sphere in (sphere, Sphere.BOTH)}
    groups = {pk: one for pk, one in own.items() if one.kind == BodyKind.WORKING_GROUP}
    drawn = {pk: one for pk, one in own.items() if pk not in groups}
    near = _neighbours(register, drawn)
    shown = {one.pk: one for one in register.organs if one.pk in drawn or one.pk in near}
    edges = _edges(register, shown, set(drawn))
    return Picture(
        sphere,
        shapes_of(register, shown, near, edges),
        edges,
        told_beside(register, groups),
        words.sides(register.municipalities, register.regions),
    )


def pictures_of(register: Register) -> list[Picture]:
    """Return both pictures."""
    return [picture_of(register, sphere) for sphere in (Sphere.POLITICAL, Sphere.OFFICIALS)]


def _neighbours(register: Register, drawn: Iterable[int]) -> set[int]:
    """Return the bodies of the other picture that a line leads to from this one."""
    fixed = {
        one.pk
        for one in register.organs
        if one.in_fixed_structure and one.kind != BodyKind.WORKING_GROUP
    }
    drawn, near = set(drawn), set()
    pairs = [(link.upper, link.lower) for link in register.links]
    for one, other in [*pairs, *((gift.giver, gift.taker) for gift in register.gifts)]:
        if (one in drawn) != (other in drawn):
            near.add(other if one in drawn else one)
    return near & fixed


def _edges(register: Register, shown: dict[int, Organ], drawn: set[int]) -> list[Edge]:
    edges = [Edge(link.upper, link.lower, TIES[link.relation.value]) for link in register.links]
    edges += [Edge(gift.giver, gift.taker, TIES[gift.part]) for gift in register.gifts]
    edges += [
        Edge(pk, OUT_OF_PICTURE, Tie.OUT)
        for pk, one in shown.items()
        if pk in drawn and one.power == Power.RECOMMENDS
    ]
    ends = {*shown, OUT_OF_PICTURE}
    return [
        edge
        for edge in dict.fromkeys(edges)
        if {edge.tail, edge.head} <= ends and {edge.tail, edge.head} & drawn
    ]
