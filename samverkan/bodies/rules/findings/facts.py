"""What the finders are given of a collaboration's structure on one day, as small plain values.

`first` is the first day, `until` the day after the last; None is open. Ids are only links between
the values. The bodies are all there are, those that have ended and those to come too; the rest is
what holds on the day, or comes later where the name says so.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple, TypeVar

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.rules.chairs import Order

# On whose behalf a seat is held: a principal, or a nominator.
Holder = tuple[int | None, int | None]
Day = date | None


class Party(NamedTuple):
    """A principal, a party on the day or not."""

    pk: int
    slug: str
    name: str
    short_name: str
    side: str
    first: Day
    until: Day


class Nominating(NamedTuple):
    """Who fills seats in the name of a side or a grouping."""

    pk: int
    name: str
    side: str
    grouping: int | None


class Organ(NamedTuple):
    """A body, whenever it exists."""

    pk: int
    slug: str
    name: str
    short_name: str
    kind: str
    level: str
    sphere: str
    responsibility: str
    power: str
    side: str
    parity: bool
    grouping: int | None
    described: bool
    set_by: str
    setter: int | None
    expected_texts: list[str]
    required_sections: list[str]
    review_months: int | None
    source: str
    first: Day
    until: Day

    @property
    def short(self) -> str:
        """Return the name to use where there is little room."""
        return self.short_name or self.name


class Above(NamedTuple):
    """That a body stands under another on the day."""

    child: int
    parent: int


class Seating(NamedTuple):
    """How many seats somebody has in a body, on the day or later."""

    body: int
    principal: int | None
    nominator: int | None
    ordinary_min: int
    ordinary_max: int
    substitutes_max: int
    source: str
    first: Day
    until: Day

    @property
    def holder(self) -> Holder:
        """Return whose the seats are."""
        return (self.principal, self.nominator)


class Sitting(NamedTuple):
    """That a person holds a seat, on the day or later."""

    pk: int
    body: int
    principal: int | None
    nominator: int | None
    person: int
    name: str
    kind: str
    is_main: bool
    line_function: str
    appointed_by: str
    appointed_on: Day
    first: Day
    until: Day

    @property
    def holder(self) -> Holder:
        """Return on whose behalf the person sits."""
        return (self.principal, self.nominator)

    @property
    def ordinary(self) -> bool:
        """Return whether it is an ordinary seat."""
        return self.kind == MissionKind.ORDINARY


class Term(NamedTuple):
    """That somebody leads a body in a period, whenever it was."""

    body: int
    person: int
    name: str
    office: str
    side: str
    first: Day
    until: Day


class Leading(NamedTuple):
    """The order that a body's chairs follow on the day."""

    body: int
    order: Order
    source: str


class Given(NamedTuple):
    """A seat in a body that an office in another gives on the day."""

    body: int
    of_body: int
    office: str


class Text(NamedTuple):
    """A governing document of a body, or of a coordinator function."""

    pk: int
    slug: str
    kind: str
    title: str
    body: int | None
    function: int | None


@dataclass(slots=True)
class Version:
    """A version of a text, draft or not; `written` are the kinds of its sections with a text."""

    pk: int
    text: int
    number: int
    stage: str
    adopted_on: Day
    valid_from: Day
    feedback_months: int | None
    values: int | None
    written: list[str]


class Reviewing(NamedTuple):
    """When a body's assignment, or its staffing, was last looked over."""

    body: int
    of: str
    on: date


class Function(NamedTuple):
    """A coordinator function of the day."""

    pk: int
    slug: str
    name: str
    size: Decimal
    host: int
    host_name: str
    municipalities_percent: Decimal | None
    split_standing: str
    source: str


class Holding(NamedTuple):
    """That a person holds a share of a coordinator function on the day."""

    function: int
    name: str
    share: Decimal
    employer: int
    employer_name: str
    first: date
    until: Day


class Outsider(NamedTuple):
    """An actor outside the collaboration on the day, and when work was last gone through with it.

    `noted_on` is that day; None when it never was.
    """

    pk: int
    slug: str
    name: str
    kind: str
    principal: int | None
    topics: str
    noted_on: Day


class Heir(NamedTuple):
    """That a body took over after another."""

    predecessor: int
    heir: int
    standing: str


class Closed(NamedTuple):
    """That one of the things to do before a body ends is done."""

    body: int
    step: str


class Uncovered(NamedTuple):
    """A level of responsibility that has no arena, on purpose."""

    responsibility: str
    reason: str
    standing: str
    source: str


Thing = TypeVar("Thing")
Key = TypeVar("Key", bound=Hashable)


def grouped(things: Iterable[Thing], by: Callable[[Thing], Key]) -> dict[Key, list[Thing]]:
    """Return things by a key; what is asked for and not there is an empty list."""
    found: dict[Key, list[Thing]] = defaultdict(list)
    for thing in things:
        found[by(thing)].append(thing)
    return found


def runs(first: Day, until: Day, on: date) -> bool:
    """Return whether a day is in a period; an open end reaches for ever."""
    return (first is None or first <= on) and (until is None or on < until)
