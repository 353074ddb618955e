"""Rules for presence in part: at a distance, from a point, to a point, and jäv. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import MeetingStage, Part
from samverkan.meetings.rules.answering import NOBODY, Holder
from samverkan.meetings.rules.noting import notes_open


@dataclass(frozen=True)
class Span:
    """One at a meeting: in what part, on whose behalf, and between which positions of points."""

    person: int
    part: Part = Part.DECIDING
    holders: frozenset[Holder] = frozenset()
    substitute_for: frozenset[Holder] = frozenset()
    first: int | None = None
    until: int | None = None
    at_a_distance: bool = False

    def is_there(self, position: int) -> bool:
        """Return whether they were there when a point was taken up."""
        came = self.first is None or self.first <= position
        return came and (self.until is None or position < self.until)


@dataclass(frozen=True)
class Absence:
    """Someone who takes no part in a point, and who stands in."""

    person: int
    stood_in_by: int | None = None


def obstacles_to_presence(present: Sequence[Span], *, distance_allowed: bool) -> list[Obstacle]:
    """List what is wrong with how long people were there, and with taking part at a distance.

    Minutes of 2018 (R291): who agrees on a point is read from who was there for it.
    """
    obstacles = []
    for one in present:
        if one.at_a_distance and not distance_allowed:
            obstacles.append(Obstacle("distance_not_allowed", {"person": one.person}))
        if one.first is not None and one.until is not None and one.until <= one.first:
            obstacles.append(Obstacle("left_before_arriving", {"person": one.person}))
    return obstacles


def obstacles_to_step_aside(
    new: Absence,
    *,
    stage: MeetingStage,
    position: int,
    present: Sequence[Span],
    absences: Collection[Absence],
) -> list[Obstacle]:
    """List what stands in the way of noting that someone takes no part in a point, and who does.

    Agreement § 5.1.3 and § 6.1.3 (R065, R095): one who stands in is a substitute of the same
    principal; with jäv nobody takes part (R291), neither as member nor as the one who stands in.
    """
    there = {one.person: one for one in present if one.is_there(position)}
    obstacles = notes_open(stage)
    aside = there.get(new.person)
    if aside is None or aside.part is not Part.DECIDING:
        obstacles.append(Obstacle("not_deciding_at_point"))
    if any(one.person == new.person for one in absences):
        obstacles.append(Obstacle("already_aside"))
    if any(one.stood_in_by == new.person for one in absences):
        obstacles.append(Obstacle("stands_in_at_point"))
    if new.stood_in_by is not None:
        obstacles += _to_stand_in(new, there, aside, absences)
    return obstacles


def _to_stand_in(
    new: Absence, there: dict[int, Span], aside: Span | None, absences: Collection[Absence]
) -> list[Obstacle]:
    stands_in = there.get(new.stood_in_by or 0)
    if stands_in is None:
        return [Obstacle("stand_in_not_there")]
    obstacles = []
    if stands_in.part is Part.DECIDING:
        obstacles.append(Obstacle("stand_in_decides_already"))
    of_same = stands_in.substitute_for - {NOBODY}
    if aside is not None and not of_same & aside.holders:
        obstacles.append(Obstacle("stand_in_of_other_principal"))
    if any(one.stood_in_by == new.stood_in_by for one in absences):
        obstacles.append(Obstacle("stand_in_stands_for_other"))
    if any(one.person == new.stood_in_by for one in absences):
        obstacles.append(Obstacle("stand_in_is_aside"))
    return obstacles


def deciding_at(
    position: int, present: Sequence[Span], absences: Collection[Absence]
) -> frozenset[int]:
    """Return who takes part in what is agreed on a point (R291): there, deciding, without jäv."""
    aside = {one.person for one in absences}
    own = {
        one.person
        for one in present
        if one.part is Part.DECIDING and one.is_there(position) and one.person not in aside
    }
    return frozenset(own | {one.stood_in_by for one in absences if one.stood_in_by is not None})
