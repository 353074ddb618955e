"""Which seats are vacant, missing, or somebody's who ought not to have them."""

from collections import Counter
from collections.abc import Iterator

from samverkan.bodies.choices import Level, MissionKind, Power
from samverkan.bodies.rules.findings.facts import Holder, Organ, Seating
from samverkan.bodies.rules.findings.found import Finding, Weight, rule_of
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.principals.choices import Side


def seats_vacant(day: Snapshot) -> Iterator[Finding]:
    """Which ordinary seats are fewer filled than the least there shall be?

    Agreement § 5.1.3 (R062, R064) and § 6.1.3 (R092, R094): one representative for each
    municipality, three and four for the Region. One of two is enough for Umeå and Skellefteå
    (R063, R093). Elsewhere all principals shall be represented (R013).
    """
    for body in _known(day):
        filled = _filled(day, body, MissionKind.ORDINARY)
        for seat in day.seats.get(body.pk, ()):
            has = filled[seat.holder]
            if has >= seat.ordinary_min:
                continue
            facts: dict[str, object] = {"holder": day.name_of(seat.holder), "body": body.short}
            if has == 0:
                found = Obstacle("seat_vacant", facts)
            else:
                facts |= {"filled": has, "least": seat.ordinary_min}
                found = Obstacle("seats_too_few", facts)
            yield Finding(
                found,
                _rule_of_seat(day, body, seat),
                Weight.STOPS,
                body.slug,
                day.address_of(seat.holder),
                source=seat.source,
            )


def substitutes_vacant(day: Snapshot) -> Iterator[Finding]:
    """Which substitutes are missing: one for each ordinary seat that must be filled?

    Agreement § 5.1.3 and § 6.1.3 (R062, R064, R092, R094). Where there are fewer substitutes than
    seats by the texts, those are what is asked for.
    """
    for body in _known(day):
        filled = _filled(day, body, MissionKind.SUBSTITUTE)
        for seat in day.seats.get(body.pk, ()):
            asked = min(seat.substitutes_max, seat.ordinary_min)
            if filled[seat.holder] >= asked:
                continue
            facts = {
                "holder": day.name_of(seat.holder),
                "body": body.short,
                "filled": filled[seat.holder],
                "asked": asked,
            }
            yield Finding(
                Remark("substitute_vacant", facts),
                _rule_of_seat(day, body, seat),
                Weight.WARNS,
                body.slug,
                day.address_of(seat.holder),
                source=seat.source,
            )


def not_represented(day: Snapshot) -> Iterator[Finding]:
    """Which parties have no seat at all in a body that recommends to all of them?

    Main points in § 1 (R013): all principals are represented. A party may be so through somebody
    who nominates in its side's or its grouping's name.
    """
    for body in day.there:
        counted = day.seats.get(body.pk)
        if body.power != Power.RECOMMENDS or body.level != Level.REGIONAL or not counted:
            continue
        represented = day.represented_in(body)
        for party in day.of_side(body):
            if party.pk not in represented:
                facts = {"holder": party.short_name, "body": body.short}
                yield Finding(
                    Obstacle("not_represented", facts), "R013", Weight.STOPS, body.slug, party.slug
                )


def seats_of_no_party(day: Snapshot) -> Iterator[Finding]:
    """Whose seats belong to somebody who is no party on the day (R021, R023)?"""
    parties = {party.pk for party in day.parties}
    for body in day.there:
        for seat in day.seats.get(body.pk, ()):
            if seat.principal is not None and seat.principal not in parties:
                facts = {"holder": day.name_of(seat.holder), "body": body.short}
                yield Finding(
                    Obstacle("seat_of_no_party", facts),
                    "R021",
                    Weight.STOPS,
                    body.slug,
                    day.address_of(seat.holder),
                    source=seat.source,
                )


def parity_broken(day: Snapshot) -> Iterator[Finding]:
    """Where do the sides sit with unlike numbers, though the texts say as many from each?"""
    for body in day.there:
        if not body.parity:
            continue
        sides = Counter(
            day.side_of.get(one.holder, "") for one in day.sits.get(body.pk, ()) if one.ordinary
        )
        ours, theirs = sides[Side.MUNICIPALITIES], sides[Side.REGION]
        if ours != theirs:
            facts = {"body": body.short, "municipalities": ours, "region": theirs}
            yield Finding(
                Obstacle("parity_broken", facts), "", Weight.STOPS, body.slug, source=body.source
            )


def _known(day: Snapshot) -> Iterator[Organ]:
    """Yield the bodies of the day, but those of which nobody knows who sat there then."""
    return (body for body in day.there if body.pk not in day.unknown)


def _filled(day: Snapshot, body: Organ, kind: MissionKind) -> Counter[Holder]:
    return Counter(one.holder for one in day.sits.get(body.pk, ()) if one.kind == kind)


def _rule_of_seat(day: Snapshot, body: Organ, seat: Seating) -> str:
    if day.side_of.get(seat.holder) == Side.REGION:
        return rule_of(body, "R064", "R094", "R013")
    return rule_of(body, "R062", "R092", "R013")
