"""At which levels of responsibility each principal has an arena, and where there is none."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from samverkan.bodies.choices import Responsibility
from samverkan.bodies.rules.findings.facts import Organ, Party, Uncovered
from samverkan.bodies.rules.findings.found import Finding, Weight
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.journal.obstacles import Remark


class Place(NamedTuple):
    """An arena for a principal: how many sit there for it, of how many seats the texts give it.

    `seats` is None where no text counts them; `through` is who nominates in its name; `known` is
    whether anybody is known to have sat in the body by then.
    """

    body: Organ
    sitting: int
    seats: int | None
    through: str = ""
    known: bool = True


class Covered(NamedTuple):
    """A level of responsibility: each party's arenas, or why there is none."""

    level: Responsibility
    places: list[tuple[Party, list[Place]]]
    uncovered: Uncovered | None

    @property
    def arenas(self) -> bool:
        """Return whether the level has any arena at all."""
        return any(places for _, places in self.places)


def coverage(day: Snapshot) -> list[Covered]:
    """Return every level of responsibility with each party's arenas on the day.

    Main points, common structure (R010): arenas for all the principals' levels of responsibility.
    A level without one, by decision, says so (R082). Empty when no body's level is stated.
    """
    stated = [body for body in day.there if body.responsibility]
    if not stated:
        return []
    reasons = {one.responsibility: one for one in day.uncovered}
    by_level: dict[str, dict[int, list[Place]]] = {level.value: {} for level in Responsibility}
    for body in stated:
        for party, place in _places(day, body):
            by_level[body.responsibility].setdefault(party.pk, []).append(place)
    return [
        Covered(
            level,
            [(party, by_level[level.value].get(party.pk, [])) for party in day.parties],
            reasons.get(level.value),
        )
        for level in Responsibility
    ]


def _places(day: Snapshot, body: Organ) -> Iterator[tuple[Party, Place]]:
    """Yield the parties that have an arena in a body; one whose seats no text counts is open."""
    counted = day.seats.get(body.pk, ())
    seats = {seat.principal: seat.ordinary_max for seat in counted if seat.principal}
    named = [seat for seat in counted if seat.nominator]
    sitting = Counter(one.principal for one in day.sits.get(body.pk, ()) if one.ordinary)
    everybody = named or not counted
    for party in day.of_side(body) if everybody else day.among(seats.keys() | sitting.keys()):
        through = [day.name_of(one.holder) for one in named if day.speaks_for(one.nominator, party)]
        if not counted or through or party.pk in seats or sitting[party.pk]:
            most = seats.get(party.pk)
            whom = "" if most else ", ".join(through)
            known = body.pk not in day.unknown
            yield party, Place(body, sitting[party.pk], most, whom, known)


def levels_uncovered(day: Snapshot) -> Iterator[Finding]:
    """Which levels of responsibility have no arena, and which principals none at a level (R010)?

    A level that is uncovered by decision is told as that (R082), not as a fault.
    """
    for row in coverage(day):
        level = {"level": row.level.label}
        if row.uncovered is not None and not row.arenas:
            facts = level | {"reason": row.uncovered.reason}
            source = row.uncovered.source
            found = Remark("level_uncovered_by_decision", facts)
            yield Finding(found, "R082", Weight.NOTES, source=source)
        elif not row.arenas:
            yield Finding(Remark("level_without_arena", level), "R010", Weight.WARNS)
        else:
            for party, places in row.places:
                if not places:
                    facts = level | {"holder": party.short_name}
                    found = Remark("no_arena_at_level", facts)
                    yield Finding(found, "R010", Weight.WARNS, principal=party.slug)
