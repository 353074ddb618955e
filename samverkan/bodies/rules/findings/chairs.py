"""What is amiss with who leads the bodies, this year and the next."""

from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from samverkan.bodies.choices import MissionKind, Office, Power
from samverkan.bodies.rules.chairs import Led, side_in_turn
from samverkan.bodies.rules.findings.facts import Leading, Organ, Term, runs
from samverkan.bodies.rules.findings.found import Finding, Weight, rule_of
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side

# A term that ends at New Year is followed up from 1 September.
MONTHS_AHEAD = 4
VICE = (Office.VICE_CHAIR, Office.SECOND_VICE_CHAIR)


def chairs_missing(day: Snapshot) -> Iterator[Finding]:
    """Which bodies have no chair, or too few vice chairs?

    Agreement § 5.1.3 (R066) and § 6.1.4 (R098): chair and vice chair are appointed in the group.
    """
    for body, order in _led(day):
        if body.pk in day.unknown:
            continue
        for office in (Office.CHAIR, *VICE[: order.order.vice_chairs]):
            if day.leader(body.pk, office) is None:
                facts = {"body": body.short, "office": office.label}
                found = Obstacle("office_vacant", facts)
                yield _finding(found, body, order, ("R066", "R098"), about=office.value)


def chairs_of_one_side(day: Snapshot) -> Iterator[Finding]:
    """Where do chair and vice chair come from the same side (R067, R099)?"""
    for body, order in _led(day):
        chair, vice = (day.leader(body.pk, office) for office in (Office.CHAIR, Office.VICE_CHAIR))
        if order.order.opposite_sides and chair and vice and chair.side and chair.side == vice.side:
            facts = {"body": body.short, "side": Side(chair.side).label}
            yield _finding(Obstacle("both_chairs_one_side", facts), body, order, ("R067", "R099"))


def chairs_not_members(day: Snapshot) -> Iterator[Finding]:
    """Who leads a body without sitting there any more, or as a substitute?

    Agreement § 5.1.3 (R066) and § 6.1.4 (R098): within the group. That an ordinary member is
    meant is a reading (Q08), so a substitute gives a remark only.
    """
    for body, order in _led(day):
        seated = {one.person: one for one in day.sits.get(body.pk, ()) if not one.ordinary}
        seated |= {one.person: one for one in day.sits.get(body.pk, ()) if one.ordinary}
        derived = _by_office(day, body)
        for office in Office:
            term = day.leader(body.pk, office)
            if term is None or term.person in derived:
                continue
            facts = {"body": body.short, "office": office.label, "person": term.name}
            rules = ("R066", "R098")
            if term.person not in seated:
                found = Obstacle("chair_left_the_body", facts)
                yield _finding(found, body, order, rules, about=office.value)
            elif seated[term.person].kind == MissionKind.SUBSTITUTE:
                found = Remark("substitute_in_chair", facts)
                yield _finding(found, body, order, rules, Weight.WARNS)


def next_chairs_missing(day: Snapshot) -> Iterator[Finding]:
    """Where is it not decided who leads the body when the present term is over?

    Agreement § 5.1.3 (R068) and § 6.1.4 (R100): one calendar year; from 1 September on the next
    year's are looked for. Other terms likewise, four months before they end.
    """
    for body, order in _led(day):
        for term, until in terms_without_next(day, body):
            if day.on < months_before(until, MONTHS_AHEAD):
                continue
            facts = {
                "body": body.short,
                "office": Office(term.office).label,
                "last": last_of(until),
            }
            yield Finding(
                Remark("next_term_open", facts),
                rule_of(body, "R068", "R100"),
                Weight.DUE,
                body.slug,
                due=last_of(until),
                about=term.office,
                source=order.source,
            )


def terms_without_next(day: Snapshot, body: Organ) -> Iterator[tuple[Term, date]]:
    """Yield the terms of the day that end, with nobody after, before the body does; and when."""
    for office in Office:
        term = day.leader(body.pk, office)
        if term is None or term.until is None:
            continue
        goes_on = body.until is None or body.until > term.until
        after = (runs(one.first, one.until, term.until) for one in day.leads[(body.pk, office)])
        if goes_on and not any(after):
            yield term, term.until


def out_of_turn(day: Snapshot) -> Iterator[Finding]:
    """Which chair is not from the side whose turn it is (R068, R100)? A report: it may be meant."""
    for body, order in _led(day):
        past = [one for one in day.leads.get((body.pk, Office.CHAIR), ()) if one.first is not None]
        for before, after in pairwise(past):
            turn = side_in_turn(order.order, _as_led(before), after.first or date.min)
            if day.runs(after) and turn is not None and after.side and after.side != turn:
                facts = {
                    "body": body.short,
                    "side": Side(after.side).label,
                    "turn": Side(turn).label,
                }
                found = Remark("chair_out_of_turn", facts)
                yield _finding(found, body, order, ("R068", "R100"), Weight.NOTES)


def chairs_alike(day: Snapshot) -> Iterator[Finding]:
    """Which recommending body has its chair from the same side as the one above?

    No text says that they must differ (Q07), so it is told and no more.
    """
    for link in day.parents:
        below, above = day.body[link.child], day.body[link.parent]
        if not below.power == above.power == Power.RECOMMENDS:
            continue
        one, other = (day.leader(body.pk, Office.CHAIR) for body in (below, above))
        if one and other and one.side and one.side == other.side:
            side = Side(one.side).label
            facts = {"body": below.short, "above": above.short, "side": side}
            yield Finding(Remark("chairs_alike", facts), "", Weight.NOTES, below.slug)


def _led(day: Snapshot) -> Iterator[tuple[Organ, Leading]]:
    for body in day.there:
        if (order := day.order.get(body.pk)) is not None:
            yield body, order


def _finding(
    found: Obstacle,
    body: Organ,
    order: Leading,
    rules: tuple[str, str],
    weight: Weight = Weight.STOPS,
    *,
    about: str = "",
) -> Finding:
    rule = rule_of(body, *rules)
    return Finding(found, rule, weight, body.slug, about=about, source=order.source)


def _by_office(day: Snapshot, body: Organ) -> set[int]:
    """Return who sits in a body by an office in another."""
    holders = (day.leader(one.of_body, one.office) for one in day.gives.get(body.pk, ()))
    return {term.person for term in holders if term is not None}


def _as_led(term: Term) -> Led:
    side = Side(term.side) if term.side else None
    return Led(side, term.first or date.min, term.until)


def months_before(day: date, months: int) -> date:
    """Return the day so many months before another; the 28th where that month is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, 28))
