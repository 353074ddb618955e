"""Who in a body may be given an office for a period, and why the others may not."""

from collections.abc import Iterable
from dataclasses import dataclass

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Mission
from samverkan.bodies.queries.elections import Election
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.people.models import Person
from samverkan.principals.choices import Side
from samverkan.sentences import say

# What is wrong with the days is said at the days; it makes nobody less eligible.
OF_THE_DAYS = ("term_ends_first", "term_not_calendar_year", "term_not_as_ordered")


@dataclass(frozen=True)
class Candidate:
    """A member of a body, with what would stand in the way of giving them the office."""

    person: Person
    sits_for: str
    side: Side | None
    found: tuple[Obstacle, ...]

    @property
    def eligible(self) -> bool:
        """Return whether nothing stands in the way that a written reason does not pass."""
        return all(isinstance(one, Remark) for one in self.found)

    @property
    def label(self) -> str:
        """Return the name and on whose behalf the person sits."""
        return f"{self.person.name} ({self.sits_for})" if self.sits_for else self.person.name


def candidates(held: Election) -> list[Candidate]:
    """Return a body's members on the first day, in the order of their seats."""
    people = {one.person_id: one.person for one in held.missions}
    people |= {one.pk: one for one in Person.objects.filter(pk__in=held.derived - set(people))}
    return [
        Candidate(person, _sits_for(held.mission_of(pk)), held.side_of(pk), _found(held, pk))
        for pk, person in people.items()
    ]


def barred(found: Iterable[Candidate]) -> list[tuple[str, list[str]]]:
    """Return who may not be given the office, by what is said of why."""
    why: dict[str, list[str]] = {}
    for one in found:
        if not one.eligible:
            why.setdefault(" ".join(say(each) for each in one.found), []).append(one.label)
    return list(why.items())


def _found(held: Election, person: int) -> tuple[Obstacle, ...]:
    return tuple(one for one in held.obstacles_to(person) if one.code not in OF_THE_DAYS)


def _sits_for(mission: Mission | None) -> str:
    if mission is None:
        return "genom uppdrag i ett annat organ"
    kind = "" if mission.kind == MissionKind.ORDINARY else "ersättare"
    return ", ".join(filter(None, [str(mission.holder or ""), kind]))
