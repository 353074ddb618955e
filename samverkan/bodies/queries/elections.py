"""What stands about a body's chairs for a period: who may be given an office, and why not."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import Body, ChairRule, Mission
from samverkan.bodies.queries.orders import as_led, as_order, order_on
from samverkan.bodies.queries.seats import derived_people, missions_on
from samverkan.bodies.rules.chairs import Led, obstacles_to_elect, side_in_turn
from samverkan.journal.fields import Period, from_day
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import first_day_without
from samverkan.principals.choices import Side


@dataclass(frozen=True)
class Election:
    """An office in a body for a period, with all that the rule needs to know of any person."""

    office: Office
    first: date
    until: date | None
    rule: ChairRule | None
    missions: Sequence[Mission]  # on the first day, an ordinary seat before a substitute's
    derived: frozenset[int]
    held: Mapping[int, Sequence[Period]]
    previous: Led | None
    following: Led | None
    against: frozenset[Side]
    busy: frozenset[int]

    @property
    def turn(self) -> Side | None:
        """Return the side whose turn it is, when the order says."""
        order = as_order(self.rule)
        if order is None:
            return None
        if self.office is Office.CHAIR:
            return side_in_turn(order, self.previous, self.first)
        if order.opposite_sides and len(self.against) == 1:
            return next(iter(self.against)).other
        return None

    def mission_of(self, person: int) -> Mission | None:
        """Return the seat by which a person would lead."""
        return next((one for one in self.missions if one.person_id == person), None)

    def side_of(self, person: int) -> Side | None:
        """Return the side that a person sits for."""
        sides = (one.holder.side for one in self.missions if one.person_id == person and one.holder)
        return next((Side(side) for side in sides if side), None)

    def obstacles_to(self, person: int) -> list[Obstacle]:
        """List what stands in the way of a person, by the rule for the office."""
        ordinary = {one.person_id for one in self.missions if one.kind == MissionKind.ORDINARY}
        leaves_on = None
        if person not in self.derived:  # whose seat follows another office
            leaves_on = first_day_without(self.held.get(person, ()), self.first, self.until)
        return obstacles_to_elect(
            self.office,
            order=as_order(self.rule),
            first=self.first,
            until=self.until,
            person=person,
            members=ordinary | self.derived,
            substitutes={one.person_id for one in self.missions} - ordinary,
            leaves_on=leaves_on,
            leads_already=person in self.busy,
            side=self.side_of(person),
            sides_against=self.against,
            previous=self.previous,
            following=self.following,
        )


def election(body: Body, office: Office, first: date, until: date | None) -> Election:
    """Return what stands about an office of a body for a period that ends after it begins."""
    period = from_day(first, until)
    missions = sorted(missions_on(body.pk, first), key=lambda one: one.kind != MissionKind.ORDINARY)
    held: dict[int, list[Period]] = defaultdict(list)
    people = {one.person_id for one in missions}
    rows = Mission.objects.filter(body=body, person__in=people)
    for person, days in rows.values_list("person_id", "period"):
        held[person].append(days)
    others = body.chair_terms.filter(period__overlap=period).exclude(office=office)
    chairs = body.chair_terms.filter(office=Office.CHAIR).order_by("period")
    return Election(
        office=office,
        first=first,
        until=until,
        rule=order_on(body, first),
        missions=missions,
        derived=frozenset(derived_people(body.pk, first)),
        held=held,
        previous=as_led(chairs.filter(period__startswith__lt=first).last()),
        following=as_led(chairs.filter(period__startswith__gt=first).first()),
        against=frozenset(sides_against(body, office, period)),
        busy=frozenset(others.values_list("person_id", flat=True)),
    )


def sides_against(body: Body, office: Office, period: Period) -> set[Side]:
    """Return the sides that the chair, for a vice chair, or the vice chairs have in a period."""
    others = body.chair_terms.filter(period__overlap=period).exclude(side="")
    of_chair = others.filter(office=Office.CHAIR)
    against = others.exclude(office=Office.CHAIR) if office is Office.CHAIR else of_chair
    return {Side(side) for side in against.values_list("side", flat=True)}
