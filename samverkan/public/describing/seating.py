"""Seats and those who hold them, in words."""

from collections.abc import Iterator

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.dispatches.wording import listed
from samverkan.principals.choices import Side
from samverkan.public.paging import Row
from samverkan.public.pictures.words import capitalised, holders
from samverkan.public.queries.description import Details
from samverkan.public.queries.structure.seats import named
from samverkan.public.structure_words import seats_allowed, span

GIVES = {
    DerivedPart.SEAT.value: "har plats genom sitt uppdrag",
    DerivedPart.RAPPORTEUR.value: "är föredragande",
    DerivedPart.ADJOINED.value: "adjungeras vid behov, utan plats",
}


def seat_counts(one: Details) -> str:
    """Return how many seats there are and whose, those with as many together."""
    alike: dict[str, list[str]] = {}
    for seats in one.seats:
        if seats.quota:
            held_by = seats.quota["held_by"]
            office = f", platsen följer funktionen {held_by}" if held_by else ""
            alike.setdefault(seats_allowed(seats.quota) + office, []).append(seats.whose)
    said = [
        f"{listed(names)}: {count}{' var' if len(names) > 1 else ''}"
        for count, names in alike.items()
    ]
    offices: dict[tuple[str, str], list[str]] = {}
    for gift in one.derived:
        offices.setdefault((gift["of_body__name"], gift["part"]), []).append(gift["office"])
    for (name, part), held in offices.items():
        said.append(f"{capitalised(holders(held))} i {name} {GIVES[part]}")
    return "\n".join(f"{line}." for line in said)


def leading(one: Details) -> Iterator[str]:
    """Yield who leads a body, for which side and how long."""
    for term in one.chairs:
        side = f", för {Side(term['side']).label}" if term["side"] else ""
        days = span(term["period"].lower, term["period"].upper)
        office = capitalised(Office(term["office"]).label)
        yield f"{office}: {named(term)}{side}{f', {days}' if days else ''}"


def people(one: Details) -> Iterator[list[str]]:
    """Yield who sits for whom: the ordinary, and the substitutes."""
    for seats in one.seats:
        ordinary = [_sitting(row) for row in (one.mission for one in seats.ordinary)]
        ordinary += ["okänt"] if seats.unknown else ["vakant"] * seats.vacant
        substitutes = [named(one.mission) for one in seats.substitutes]
        yield [
            seats.whose or "Okänt för vem",
            "\n".join(ordinary) or "–",
            "\n".join(substitutes) or "–",
        ]
    for gift in one.derived:
        holder = one.holders.get((gift["of_body"], gift["office"]))
        if holder and gift["part"] == DerivedPart.SEAT:
            office = Office(gift["office"]).label
            yield [f"{capitalised(office)} i {gift['of_body__name']}", holder, "–"]


def _sitting(mission: Row) -> str:
    behind = f", {mission['line_function']}" if mission["line_function"] else ""
    return f"{named(mission)}{behind}"
