"""Rules for who takes part in a meeting. Pure: no database, no clock."""

from collections.abc import Sequence
from dataclasses import dataclass

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import Part


@dataclass(frozen=True)
class Present:
    """One who takes part: as what, and for which absent member of the same principal if any."""

    person: int
    part: Part
    principal: int | None = None
    is_ordinary: bool = False
    is_substitute: bool = False
    stands_for: int | None = None
    stands_for_principal: int | None = None
    stands_for_person: int | None = None
    nominator: int | None = None
    stands_for_nominator: int | None = None

    @property
    def stands_for_own(self) -> bool:
        """Return whether the absent member sat for the same principal, or nominator."""
        own, other = self.principal, self.stands_for_principal
        return (own, self.nominator) == (other, self.stands_for_nominator)


def obstacles_to_attend(present: Sequence[Present]) -> list[Obstacle]:
    """List what is wrong with a list of those present.

    Agreement § 5.1.3 and § 6.1.3 (R065, R095): a substitute who takes part in what is agreed
    stands for a named absent member of the same principal. Minutes of 2018 (R291): only those
    listed as deciding agree on anything.
    """
    obstacles = []
    people = {one.person for one in present}
    if len(people) < len(present):
        obstacles.append(Obstacle("present_twice"))
    deciding = [one for one in present if one.part is Part.DECIDING]
    for one in deciding:
        if one.is_ordinary:
            continue
        if not one.is_substitute:
            obstacles.append(Obstacle("deciding_not_member", {"person": one.person}))
        elif one.stands_for is None:
            obstacles.append(Obstacle("substitute_for_nobody", {"person": one.person}))
        elif not one.stands_for_own:
            obstacles.append(Obstacle("substitute_for_other_principal", {"person": one.person}))
        elif one.stands_for_person in people:
            obstacles.append(Obstacle("substitute_for_present", {"person": one.person}))
    stood_for = [one.stands_for for one in deciding if one.stands_for is not None]
    if len(set(stood_for)) < len(stood_for):
        obstacles.append(Obstacle("two_substitutes_for_one"))
    return obstacles
