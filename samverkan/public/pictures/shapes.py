"""The bodies of a picture in reading order, with what is said in each box and in the list."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from samverkan.bodies.choices import Power, Relation, Sphere
from samverkan.dispatches.wording import listed
from samverkan.public.pictures import words
from samverkan.public.pictures.buses import Edge, Tie
from samverkan.public.pictures.register import Organ, Register
from samverkan.public.pictures.rows import reading_order

MOST_GIFTS = 4


class Look(StrEnum):
    """How a box is drawn; the words in it say the same."""

    RECOMMENDS = "recommends"
    OTHERS = "others"
    NEIGHBOUR = "neighbour"
    APART = "apart"


@dataclass
class Shape:
    """A body in a picture: what is said in its box, and what the list says besides."""

    organ: Organ
    look: Look
    notes: list[str]
    depth: int = 0
    besides: list[str] = field(default_factory=list)

    @property
    def said(self) -> str:
        """Return all that the list says, in one line."""
        return " · ".join([*self.notes, *self.besides])


def shapes_of(
    register: Register, shown: Mapping[int, Organ], near: Container[int], edges: Sequence[Edge]
) -> list[Shape]:
    """Return the bodies of the fixed structure as they hang together, then those outside it."""
    shapes = {pk: _shape(one, neighbour=pk in near) for pk, one in shown.items()}
    order: dict[int, Shape] = {}
    uppers = _uppers(edges)
    for apart in (False, True):
        keys = [pk for pk, shape in shapes.items() if (shape.look is Look.APART) == apart]
        among = frozenset(keys)
        under = [(edge.tail, edge.head) for edge in edges if edge.tie is Tie.UNDER]
        for place in reading_order(keys, [pair for pair in under if among.issuperset(pair)]):
            shape = order[place.key] = shapes[place.key]
            shape.depth = place.depth
            shape.besides = _links(uppers[place.key], place.under, shown)
    _tell_gifts(register, order, edges)
    return list(order.values())


def told_beside(register: Register, groups: Mapping[int, Organ]) -> list[Shape]:
    """Return the working groups with those that they work for; they are not drawn (R122)."""
    names = {one.pk: one.short for one in register.organs}
    uppers: dict[int, list[str]] = defaultdict(list)
    for link in register.links:
        uppers[link.lower].append(names.get(link.upper, ""))
    shapes = []
    for pk, one in groups.items():
        works_for = listed([name for name in uppers[pk] if name])
        shape = _shape(one, neighbour=False)
        shape.besides = [f"under {works_for}"] if works_for else []
        shapes.append(shape)
    return shapes


def _shape(one: Organ, *, neighbour: bool) -> Shape:
    notes = [words.of_body(one.power, one.level, one.sphere)]
    if neighbour:
        return Shape(one, Look.NEIGHBOUR, [*notes, words.OTHER_PICTURE[Sphere(one.sphere)]])
    if not one.in_fixed_structure:
        return Shape(one, Look.APART, notes)
    return Shape(one, Look.RECOMMENDS if one.power == Power.RECOMMENDS else Look.OTHERS, notes)


def _uppers(edges: Iterable[Edge]) -> Mapping[int, list[Edge]]:
    found: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        if edge.tie in (Tie.UNDER, Tie.BEFORE):
            found[edge.head].append(edge)
    return found


def _links(uppers: Iterable[Edge], told_under: int | None, shown: Mapping[int, Organ]) -> list[str]:
    names: dict[Relation, list[str]] = {Relation.UNDER: [], Relation.BEFORE: []}
    for edge in uppers:
        if edge.tie is Tie.BEFORE or edge.tail != told_under:
            names[Relation(edge.tie.value)].append(shown[edge.tail].short)
    return [f"{relation.label} {listed(these)}" for relation, these in names.items() if these]


def _tell_gifts(register: Register, shapes: Mapping[int, Shape], edges: Iterable[Edge]) -> None:
    """Tell of seats that follow an office where there is room: in the lower one of the two."""
    drawn = {(edge.tail, edge.head) for edge in edges}
    under = {(edge.tail, edge.head) for edge in edges if edge.tie is Tie.UNDER}
    offices: dict[tuple[int, int, str], list[str]] = defaultdict(list)
    for gift in register.gifts:
        if (gift.giver, gift.taker) in drawn:
            offices[gift.giver, gift.taker, gift.part].append(gift.office)
    for (giver, taker, part), held in offices.items():
        if (giver, taker) in under:
            shapes[taker].notes.append(words.gets(held, part, shapes[giver].organ.short))
        else:
            shapes[giver].notes.append(words.gives(held, part, shapes[taker].organ.short))
