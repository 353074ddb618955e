"""Whom and what the names in a roster mean. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from difflib import get_close_matches
from typing import Generic, Protocol, TypeVar

from samverkan.bodies.rosters.columns import Column
from samverkan.bodies.rosters.intended import NewPerson, PersonRef, Seat
from samverkan.bodies.rosters.lines import Line
from samverkan.bodies.rosters.world import (
    KnownBody,
    KnownHolder,
    KnownMission,
    KnownPerson,
    World,
    key_of,
)
from samverkan.journal.fields import Period
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import contains

GUESSES = 100  # a guess takes time, and a sheet with more unknown names has another fault


class Named(Protocol):
    """What has a name and a period."""

    @property
    def name(self) -> str:
        """Return what it is called."""

    @property
    def period(self) -> Period:
        """Return when it is."""


N = TypeVar("N", bound=Named)
OwnMissions = Mapping[tuple[object, int], list[KnownMission]]


class Names(Generic[N]):
    """Finds things by any of their names, on a day; guesses what a misspelled one meant."""

    def __init__(self, known: Mapping[str, list[N]]) -> None:
        self.known = known
        self.guesses: dict[str, str] = {}

    def found(self, line: Line, name: str) -> list[N]:
        """Return those with the name, only those of the row's first day when there are any."""
        named = self.known.get(key_of(name), [])
        first = line.first
        then = [one for one in named if first is None or contains(one.period, first)]
        return then or named

    def guess(self, name: str) -> str:
        """Return the known name that is most like it; empty when there is none."""
        key = key_of(name)
        if key not in self.guesses and len(self.guesses) < GUESSES:
            near = get_close_matches(key, self.known, n=1, cutoff=0.6)
            self.guesses[key] = self.known[near[0]][0].name if near else ""
        return self.guesses.get(key, "")


def body_of(line: Line, names: Names[KnownBody]) -> KnownBody | None:
    """Return the body that a row names, or note what is wrong with the name."""
    if line.body is None:
        return None
    found = names.found(line, line.body)
    if not found:
        line.fault(Column.BODY, _unknown_body(line.body, names.guess(line.body)))
    elif len(found) > 1:
        line.fault(Column.BODY, Obstacle("roster_body_unclear", {"text": line.body}))
    return found[0] if len(found) == 1 else None


def _unknown_body(text: str, guess: str) -> Obstacle:
    if guess:
        return Obstacle("roster_body_misspelled", {"text": text, "guess": guess})
    return Obstacle("roster_unknown_body", {"text": text})


def holder_of(
    line: Line, names: Names[KnownHolder], body: KnownBody | None, world: World
) -> KnownHolder | None:
    """Return the principal or nominator that a row names, or note what is wrong with the name."""
    if not line.holder:
        return None
    found = names.found(line, line.holder)
    if not found:
        line.fault(Column.HOLDER, _unknown_holder(line.holder, names.guess(line.holder)))
        return None
    seated = [one for one in found if body and (body.pk, one.key) in world.quotas]
    return (seated or found)[0]


def _unknown_holder(text: str, guess: str) -> Obstacle:
    if guess:
        return Obstacle("roster_holder_misspelled", {"text": text, "guess": guess})
    return Obstacle("roster_unknown_holder", {"text": text})


class People:
    """Tells who the people of a roster are: those entered already, and those who are new."""

    def __init__(self, world: World, lines: Iterable[Line], own: OwnMissions) -> None:
        self.world = world
        self.own = own
        self.new: dict[str, NewPerson] = {}
        self.addresses: dict[str, set[str]] = {}
        self.by_address: dict[str, NewPerson] = {}
        for line in lines:
            if line.turned and key_of(line.name or "") not in world.people:
                line.name = line.turned
            if line.name and line.email:
                self.addresses.setdefault(key_of(line.name), set()).add(line.email)

    def person_of(self, line: Line, seat: Seat | None) -> PersonRef | None:
        """Return who a row is about, or note why that cannot be told."""
        if line.name is None:
            return None
        known = self.world.people.get(key_of(line.name), [])
        if not known:
            return self._new(line, seat)
        person = self._one_of(known, line, seat)
        if person is None:
            line.fault(Column.NAME, Obstacle("roster_name_unclear", {"text": line.name}))
            return None
        if line.email and person.email and line.email != person.email:
            line.fault(Column.EMAIL, Obstacle("roster_email_differs", {"text": line.name}))
            return None
        if line.party and not person.elected:
            line.fault(Column.PARTY, Obstacle("roster_party_on_official", {"text": line.name}))
        return person.pk

    def _one_of(
        self, known: Sequence[KnownPerson], line: Line, seat: Seat | None
    ) -> KnownPerson | None:
        """Of several with the same name, the one with the address, or who has just that seat."""
        if len(known) == 1:
            return known[0]
        by_address = [one for one in known if line.email and one.email == line.email]
        sits = [
            one
            for one in known
            if seat and any(m.first == line.first for m in self.own.get((seat.key, one.pk), ()))
        ]
        return next((some[0] for some in (by_address, sits) if len(some) == 1), None)

    def _new(self, line: Line, seat: Seat | None) -> str | None:
        name = line.name or ""
        addresses = self.addresses.get(key_of(name), set())
        if len(addresses) > 1 and not line.email:
            line.fault(Column.NAME, Obstacle("roster_name_unclear", {"text": name}))
            return None
        email = line.email or next(iter(addresses), "")
        key = f"{key_of(name)} {email}".strip()
        person = self.new.setdefault(key, NewPerson(key, name, line.row, email=email))
        self._note(line, person, seat)
        return key

    def _note(self, line: Line, person: NewPerson, seat: Seat | None) -> None:
        person.title = person.title or line.title
        if line.party and seat and seat.body.sphere == "officials":
            line.fault(Column.PARTY, Obstacle("roster_party_on_official", {"text": person.name}))
        else:
            person.party = person.party or line.party
        of_elected = bool(seat) and seat is not None and seat.body.sphere == "political"
        person.elected = person.elected or bool(person.party) or of_elected
        if not line.email:
            return
        if line.email in self.world.emails:
            line.fault(Column.EMAIL, Obstacle("roster_email_taken", {"text": line.email}))
        elif (other := self.by_address.setdefault(line.email, person)) is not person:
            facts = {"text": line.email, "name": other.name, "row": other.row}
            line.fault(Column.EMAIL, Obstacle("roster_email_twice", facts))
