"""What the rules need to know, read from the tables."""

from datetime import date

from django.db.models import QuerySet

from samverkan.bodies.models import Body, ChairRule, ChairTerm, Quota
from samverkan.bodies.rules.chairs import Led, Order
from samverkan.bodies.rules.seats import Seats
from samverkan.journal.fields import Period
from samverkan.principals.choices import Side


def seats_of(quotas: QuerySet[Quota]) -> list[tuple[Period, Seats]]:
    """Return the seats that some quotas give, each with its period."""
    rows = quotas.values_list("period", "ordinary_min", "ordinary_max", "substitutes_max")
    return [(period, Seats(*numbers)) for period, *numbers in rows]


def order_on(body: Body, on: date) -> ChairRule | None:
    """Return what the texts say of a body's chairs on a day."""
    return body.chair_rules.filter(period__contains=on).first()


def as_order(rule: ChairRule | None) -> Order | None:
    """Return a chair rule as the rules take it."""
    if rule is None:
        return None
    return Order(
        anchor=rule.anchor,
        years=rule.years,
        anchored_on=rule.anchored_on,
        alternates=rule.alternates,
        opposite_sides=rule.opposite_sides,
        chair_side=Side(rule.chair_side) if rule.chair_side else None,
        vice_chairs=rule.vice_chairs,
        extension=rule.extension,
    )


def as_led(term: ChairTerm | None) -> Led | None:
    """Return a chair's term as the rules take it."""
    if term is None:
        return None
    side = Side(term.side) if term.side else None
    return Led(side, term.period.lower, term.period.upper)
