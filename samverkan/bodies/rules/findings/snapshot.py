"""A collaboration's structure on one day, indexed once, so that every question is linear."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from samverkan.bodies.rules.findings.facts import (
    Above,
    Closed,
    Function,
    Given,
    Heir,
    Holder,
    Holding,
    Leading,
    Nominating,
    Organ,
    Outsider,
    Party,
    Reviewing,
    Seating,
    Sitting,
    Term,
    Text,
    Uncovered,
    Version,
    grouped,
    runs,
)
from samverkan.bodies.rules.texts import in_force


@dataclass(frozen=True)
class Snapshot:
    """Everything about the structure on one day that the finders ask for, indexed once."""

    on: date
    principals: tuple[Party, ...] = ()
    memberships: tuple[tuple[int, int], ...] = ()  # (grouping, principal) on the day
    nominators: tuple[Nominating, ...] = ()
    bodies: tuple[Organ, ...] = ()
    parents: tuple[Above, ...] = ()
    seatings: tuple[Seating, ...] = ()
    sittings: tuple[Sitting, ...] = ()
    terms: tuple[Term, ...] = ()
    orders: tuple[Leading, ...] = ()
    given: tuple[Given, ...] = ()
    texts: tuple[Text, ...] = ()
    versions: tuple[Version, ...] = ()
    reviews: tuple[Reviewing, ...] = ()
    functions: tuple[Function, ...] = ()
    holdings: tuple[Holding, ...] = ()
    outsiders: tuple[Outsider, ...] = ()
    keeps_outsiders: bool = False
    heirs: tuple[Heir, ...] = ()
    closed: tuple[Closed, ...] = ()
    uncovered: tuple[Uncovered, ...] = ()
    # Bodies whose first known member comes later: who sat there on the day nobody knows.
    unknown: frozenset[int] = frozenset()

    def runs(self, thing: Seating | Sitting | Term | Organ | Party) -> bool:
        """Return whether something holds on the day."""
        return runs(thing.first, thing.until, self.on)

    @cached_property
    def principal(self) -> dict[int, Party]:
        """Every principal by its id."""
        return {one.pk: one for one in self.principals}

    @cached_property
    def place(self) -> dict[int, int]:
        """Where each principal stands in their order."""
        return {one.pk: number for number, one in enumerate(self.principals)}

    @cached_property
    def parties(self) -> list[Party]:
        """The principals that are parties on the day."""
        return [one for one in self.principals if self.runs(one)]

    @cached_property
    def nominator(self) -> dict[int, Nominating]:
        """Every nominator by its id."""
        return {one.pk: one for one in self.nominators}

    @cached_property
    def body(self) -> dict[int, Organ]:
        """Every body by its id."""
        return {one.pk: one for one in self.bodies}

    @cached_property
    def there(self) -> list[Organ]:
        """The bodies that exist on the day."""
        return [one for one in self.bodies if self.runs(one)]

    @cached_property
    def seats(self) -> dict[int, list[Seating]]:
        """The seats of the day by their body."""
        return grouped((one for one in self.seatings if self.runs(one)), lambda one: one.body)

    @cached_property
    def sits(self) -> dict[int, list[Sitting]]:
        """Who sits on the day, by the body."""
        return grouped((one for one in self.sittings if self.runs(one)), lambda one: one.body)

    @cached_property
    def coming(self) -> dict[tuple[int, Holder, str], list[Sitting]]:
        """Who will sit later, by the body, on whose behalf, and in which capacity."""
        later = (one for one in self.sittings if one.first is not None and one.first > self.on)
        return grouped(later, lambda one: (one.body, one.holder, one.kind))

    @cached_property
    def gives(self) -> dict[int, list[Given]]:
        """The seats in a body that offices in others give on the day."""
        return grouped(self.given, lambda one: one.body)

    @cached_property
    def order(self) -> dict[int, Leading]:
        """The order of the day for the chairs, by the body."""
        return {one.body: one for one in self.orders}

    @cached_property
    def leads(self) -> dict[tuple[int, str], list[Term]]:
        """Every term by its body and office, the first first."""
        return grouped(self.terms, lambda one: (one.body, one.office))

    @cached_property
    def side_of(self) -> dict[Holder, str]:
        """Which side each holder belongs to; empty where nothing says."""
        sides: dict[Holder, str] = {(one.pk, None): one.side for one in self.principals}
        return sides | {(None, one.pk): one.side for one in self.nominators}

    @cached_property
    def groupings(self) -> dict[int, set[int]]:
        """The members of the groupings on the day."""
        found = grouped(self.memberships, lambda one: one[0])
        return {grouping: {pk for _, pk in pairs} for grouping, pairs in found.items()}

    @cached_property
    def holds(self) -> list[tuple[Text, Version]]:
        """The texts that hold on the day, each with the version that does."""
        versions = grouped(self.versions, lambda one: one.text)
        known = ((text, in_force(versions[text.pk], self.on)) for text in self.texts)
        return [(text, version) for text, version in known if version is not None]

    def leader(self, body: int, office: str) -> Term | None:
        """Return who holds an office in a body on the day."""
        return next((one for one in self.leads.get((body, office), ()) if self.runs(one)), None)

    def name_of(self, holder: Holder) -> str:
        """Return on whose behalf, by name."""
        principal, nominator = holder
        if principal is not None:
            return self.principal[principal].short_name
        return self.nominator[nominator].name if nominator is not None else ""

    def address_of(self, holder: Holder) -> str | None:
        """Return the slug of the principal that holds a seat; None for a nominator."""
        return self.principal[holder[0]].slug if holder[0] is not None else None

    def of_side(self, body: Organ) -> list[Party]:
        """Return the parties that a body is meant for: all, or those of its side and grouping."""
        among = self.groupings.get(body.grouping, set()) if body.grouping is not None else None
        return [
            one
            for one in self.parties
            if (not body.side or one.side == body.side) and (among is None or one.pk in among)
        ]

    def among(self, principals: Collection[int | None]) -> list[Party]:
        """Return which of some principals are parties on the day, in their order."""
        known = (self.principal[pk] for pk in principals if pk is not None)
        return sorted((one for one in known if self.runs(one)), key=lambda one: self.place[one.pk])

    def represented_in(self, body: Organ) -> set[int]:
        """Return the parties that have seats in a body, themselves or through a nominator."""
        seats = self.seats.get(body.pk, ())
        through = {one.nominator for one in seats if one.nominator is not None}
        found = {one.principal for one in seats if one.principal is not None}
        for nominator in through:
            found |= {one.pk for one in self.parties if self.speaks_for(nominator, one)}
        return found

    def speaks_for(self, nominator: int | None, party: Party) -> bool:
        """Return whether somebody nominates in a party's name: its grouping's, or its side's."""
        if nominator is None:
            return False
        one = self.nominator[nominator]
        if one.grouping is not None:
            return party.pk in self.groupings.get(one.grouping, set())
        return bool(one.side) and one.side == party.side
