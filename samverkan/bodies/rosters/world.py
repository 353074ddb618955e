"""What a roster is checked against: the bodies, holders, people and missions there are. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from samverkan.bodies.choices import MissionKind, Sphere
from samverkan.bodies.rules.seats import Seats
from samverkan.journal.fields import Period

HolderKey = tuple[str, int]  # ("principal", 7) or ("nominator", 3)
SeatKey = tuple[int, HolderKey | None, MissionKind]


@dataclass(frozen=True)
class KnownBody:
    """A body that a row may name."""

    pk: int
    name: str
    slug: str
    period: Period
    sphere: Sphere
    counted: tuple[Period, ...] = ()  # when some text counts its seats
    derived: tuple[Period, ...] = ()  # when seats in it follow from offices elsewhere


@dataclass(frozen=True)
class KnownHolder:
    """A principal, or a nominator, that a row may name."""

    key: HolderKey
    name: str
    period: Period


@dataclass(frozen=True)
class KnownPerson:
    """Someone who is entered already."""

    pk: int
    name: str
    elected: bool = False
    email: str = ""


@dataclass(frozen=True)
class KnownMission:
    """A mission that somebody has, or had; what is noted of it in the order of `NOTED`."""

    pk: int
    seat: SeatKey
    person: int
    first: date | None
    until: date | None
    place: int = 1
    is_main: bool = False
    line: str = ""
    appointed_by: str = ""
    appointed_on: date | None = None
    paragraph: str = ""


NOTED = ("is_main", "line", "appointed_by", "appointed_on", "paragraph")


@dataclass(frozen=True)
class World:
    """All that must be known to check a roster; names are keys as `key_of` makes them."""

    today: date
    bodies: Mapping[str, list[KnownBody]] = field(default_factory=dict)
    holders: Mapping[str, list[KnownHolder]] = field(default_factory=dict)
    people: Mapping[str, list[KnownPerson]] = field(default_factory=dict)
    missions: Mapping[SeatKey, list[KnownMission]] = field(default_factory=dict)
    quotas: Mapping[tuple[int, HolderKey], list[tuple[Period, Seats]]] = field(default_factory=dict)
    emails: Mapping[str, int | None] = field(default_factory=dict)  # whose account; None: outside


def key_of(name: str) -> str:
    """Return a name as names are compared: whatever the letters' case and the space between."""
    return " ".join(name.casefold().split()).strip(" .,")
