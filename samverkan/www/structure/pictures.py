"""Some bodies as the database holds them now, and what is true in them on a day."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from samverkan.bodies.choices import DerivedPart, MissionKind, Office
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission, Quota
from samverkan.bodies.rules.seats import vacant_seats
from samverkan.bodies.wording.seats import seats_counted
from samverkan.journal.fields import Period
from samverkan.journal.periods import contains


class Fact(NamedTuple):
    """Something that is true in a body on a day; which kinds there are stands in effects.py."""

    kind: str
    body: str
    who: str = ""
    what: str = ""
    of: str = ""
    number: int = 0


class Seat(NamedTuple):
    body: int
    holder: str
    kind: str
    person: str
    period: Period


class Term(NamedTuple):
    body: int
    office: str
    person: str
    period: Period


class Gives(NamedTuple):
    """What an office gives in another body (DerivedSeat)."""

    body: int
    of_body: int
    office: str
    part: str
    period: Period


class Places(NamedTuple):
    """How many seats somebody has (Quota)."""

    body: int
    holder: str
    least: int
    most: int
    substitutes: int
    period: Period


class There(NamedTuple):
    body: int
    name: str
    period: Period


Row = Seat | Term | Gives | Places | There


@dataclass(frozen=True)
class Picture:
    """The rows of some bodies; two pictures of the same bodies show what an act changed."""

    rows: frozenset[Row]

    def on(self, day: date) -> frozenset[Fact]:
        """Return what is true on a day."""
        rows = [row for row in self.rows if contains(row.period, day)]
        names = {row.body: row.name for row in rows if isinstance(row, There)}
        here = [row for row in rows if row.body in names]
        terms = [row for row in here if isinstance(row, Term)]
        return frozenset(
            [
                *(Fact("body", name) for name in names.values()),
                *_seats(names, here),
                *_offices(names, terms, self._led()),
                *_given(names, terms, here),
            ]
        )

    def turning_days(self, other: "Picture") -> set[date]:
        """Return the days on which rows that the pictures do not share begin or end."""
        ends = (
            day
            for row in self.rows ^ other.rows
            for day in (row.period.lower, row.period.upper)
            if day is not None
        )
        return set(ends)

    def _led(self) -> set[tuple[int, str]]:
        """Return the offices that someone holds at some time; the others nobody expects."""
        return {(row.body, row.office) for row in self.rows if isinstance(row, Term)}


def picture(bodies: Collection[int]) -> Picture:
    """Return the bodies as they are held now; the number of questions is always the same."""
    return Picture(frozenset(_rows(bodies)))


def circle(body_ids: Iterable[int]) -> set[int]:
    """Return some bodies and those where their offices give a seat or a part."""
    own = set(body_ids)
    given = DerivedSeat.objects.filter(of_body_id__in=own).values_list("body_id", flat=True)
    return own | set(given)


def _rows(bodies: Collection[int]) -> Iterator[Row]:
    for body in Body.objects.filter(pk__in=bodies):
        yield There(body.pk, body.short, body.period)
    held = Mission.objects.filter(body_id__in=bodies)
    for one in held.select_related("person", "principal", "nominator"):
        whose = one.holder.name if one.holder else ""
        yield Seat(one.body_id, whose, one.kind, one.person.name, one.period)
    for term in ChairTerm.objects.filter(body_id__in=bodies).select_related("person"):
        yield Term(term.body_id, term.office, term.person.name, term.period)
    for given in DerivedSeat.objects.filter(body_id__in=bodies):
        yield Gives(given.body_id, given.of_body_id, given.office, given.part, given.period)
    for quota in Quota.objects.filter(body_id__in=bodies).select_related("principal", "nominator"):
        owner = quota.principal or quota.nominator
        yield Places(
            quota.body_id,
            owner.name if owner else "",
            quota.ordinary_min,
            quota.ordinary_max,
            quota.substitutes_max,
            quota.period,
        )


def _seats(names: dict[int, str], rows: Collection[Row]) -> Iterator[Fact]:
    held = [row for row in rows if isinstance(row, Seat)]
    for seat in held:
        label = MissionKind(seat.kind).label
        yield Fact("seat", names[seat.body], seat.person, label, seat.holder)
    for places in (row for row in rows if isinstance(row, Places)):
        own = [one for one in held if (one.body, one.holder) == (places.body, places.holder)]
        ordinary = sum(one.kind == MissionKind.ORDINARY for one in own)
        short = vacant_seats(places.least, ordinary)
        if short:
            yield Fact("vacant", names[places.body], places.holder, number=short)
        counted = seats_counted(places.least, places.most, places.substitutes)
        yield Fact("places", names[places.body], places.holder, counted)


def _offices(
    names: dict[int, str], terms: Collection[Term], led: set[tuple[int, str]]
) -> Iterator[Fact]:
    for term in terms:
        yield Fact("office", names[term.body], term.person, Office(term.office).label)
    filled = {(term.body, term.office) for term in terms}
    for body, office in led - filled:
        if body in names:
            yield Fact("without", names[body], what=Office(office).label)


def _given(names: dict[int, str], terms: Collection[Term], rows: Collection[Row]) -> Iterator[Fact]:
    for gives in (row for row in rows if isinstance(row, Gives)):
        for term in terms:
            if (term.body, term.office) == (gives.of_body, gives.office):
                of = f"{Office(term.office).label} i {names[term.body]}"
                part = DerivedPart(gives.part)
                yield Fact(f"given_{part}", names[gives.body], term.person, of=of)
