"""Rules for chairs: who may lead a body, from which side, how long, and how a term runs on."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from samverkan.bodies.choices import Anchor, Extension, Office
from samverkan.bodies.rules.terms import term_until
from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side


@dataclass(frozen=True)
class Order:
    """What the texts say of a body's chairs (ChairRule), as the rules need it."""

    anchor: str = Anchor.CALENDAR_YEAR
    years: int = 1
    anchored_on: date | None = None
    alternates: bool = False
    opposite_sides: bool = False
    chair_side: Side | None = None
    vice_chairs: int = 1
    extension: str = Extension.NO

    def until(self, first: date) -> date | None:
        """Return the day after the last of a term that begins on a day."""
        return term_until(self.anchor, self.years, self.anchored_on, first)


@dataclass(frozen=True)
class Led:
    """That somebody from a side led a body: from a day until (not including) another."""

    side: Side | None
    first: date
    until: date | None


def side_in_turn(order: Order, previous: Led | None, first: date) -> Side | None:
    """Return the side whose turn the chair is from a day; None when either may have it.

    Agreement § 5.1.3 and § 6.1.4 (R068, R100): the chair changes sides every year. Which side
    begins no source says (Q06). Who comes in the middle of a term is from the same side, and one
    who is elected further ahead has the side that the years between lead to.
    """
    if order.chair_side:
        return order.chair_side
    if not order.alternates or previous is None or previous.side is None:
        return None
    planned = order.until(previous.first) or date.max
    ends = max(planned, previous.until or planned)  # it may have been let run on
    side = previous.side
    while ends <= first:  # every term between passes the chair on, also one with nobody elected
        side = side.other
        ends = order.until(ends) or date.max
    return side


def obstacles_to_elect(
    office: Office,
    *,
    order: Order | None,
    first: date,
    until: date | None,
    person: int,
    members: Collection[int],
    substitutes: Collection[int] = (),
    leaves_on: date | None = None,
    leads_already: bool = False,
    side: Side | None = None,
    sides_against: Collection[Side] = (),
    previous: Led | None = None,
    following: Led | None = None,
) -> list[Obstacle]:
    """List what stands in the way of a chair or vice chair; `until` is the day after the last.

    Agreement § 5.1.3 and § 6.1.4: appointed within the group (R066, R098), one from each side
    (R067, R099), for one calendar year, and the sides swap (R068, R100). `sides_against` are those
    of the other offices then; `previous` and `following` are the chairs before and after;
    `leaves_on` is the first day of the term when the person no longer sits there; `leads_already`
    whether they have another office. A body without an order of its own only asks for a member.
    That a substitute should not chair is a reading (Q08).
    """
    obstacles: list[Obstacle] = []
    if person not in {*members, *substitutes}:
        obstacles.append(Obstacle("chair_not_member"))
    elif person not in members:
        obstacles.append(Remark("chair_is_substitute"))
    if until is not None and until <= first:
        return [*obstacles, Obstacle("term_ends_first")]
    if leaves_on is not None and not obstacles:
        obstacles.append(Obstacle("leads_after_leaving", {"last": last_of(leaves_on)}))
    if leads_already:
        obstacles.append(Obstacle("holds_another_office"))
    if order is None:
        return obstacles
    if office is Office.SECOND_VICE_CHAIR and order.vice_chairs < 2:
        obstacles.append(Obstacle("no_second_vice_chair"))
    if order.opposite_sides and side is not None and side in sides_against:
        obstacles.append(Obstacle("chairs_from_one_side"))
    elif office is Office.CHAIR:
        turn = side_in_turn(order, previous, first)
        if turn is not None and side is not None and side is not turn:
            obstacles.append(Obstacle("not_the_sides_turn", {"side": turn.label}))
        elif side is not None and following is not None and following.side is not None:
            turn = side_in_turn(order, Led(side, first, until), following.first)
            if turn is not None and turn is not following.side:
                obstacles.append(Obstacle("next_chair_is_of_the_side", {"side": side.label}))
    return obstacles + _obstacles_to_term(order, first, until, is_first=previous is None)


def _obstacles_to_term(
    order: Order, first: date, until: date | None, *, is_first: bool
) -> list[Obstacle]:
    """A body's first term is set by hand (Q06), but it too ends with a year."""
    expected = order.until(first)
    if expected is None or until == expected:
        return []
    if order.anchor == Anchor.CALENDAR_YEAR:
        if is_first and until is not None and _is_new_year(until):
            return []
        return [Obstacle("term_not_calendar_year", {"year": expected.year - 1})]
    return [Obstacle("term_not_as_ordered", {"last": last_of(expected)})]


def obstacles_to_extend(
    *,
    order: Order | None,
    was_until: date | None,
    until: date,
    unanimous: bool,
    reasons: str,
    decided_on: date,
    today: date,
    successor: bool = False,
    leaves_on: date | None = None,
    side: Side | None = None,
    sides_against: Collection[Side] = (),
) -> list[Obstacle]:
    """List what stands in the way of letting a chair's term run on to before a day.

    Agreement § 5.1.3 (R069): in Samråd by unanimous decision, with reasons. § 6.1.4 (R101): in
    LSG by decision in the group, with reasons; unanimity is not asked for. The longer term too
    ends 31 December.
    """
    if order is None or order.extension == Extension.NO:
        return [Obstacle("extension_not_open")]
    if was_until is None or until <= was_until:
        return [Obstacle("extension_not_longer", {"last": last_of(was_until)})]
    obstacles = []
    if order.anchor == Anchor.CALENDAR_YEAR and not _is_new_year(until):
        obstacles.append(Obstacle("extension_not_to_new_year"))
    if order.extension == Extension.UNANIMOUS and not unanimous:
        obstacles.append(Obstacle("extension_not_unanimous"))
    if not reasons.strip():
        obstacles.append(Obstacle("extension_without_reasons"))
    if decided_on > today:
        obstacles.append(Obstacle("extension_not_decided_yet"))
    elif decided_on >= was_until:
        obstacles.append(Obstacle("extension_decided_late", {"last": last_of(was_until)}))
    if leaves_on is not None:
        obstacles.append(Obstacle("leads_after_leaving", {"last": last_of(leaves_on)}))
    if successor:
        obstacles.append(Obstacle("successor_elected"))
    if order.opposite_sides and side is not None and side in sides_against:
        obstacles.append(Obstacle("chairs_from_one_side"))
    return obstacles


def obstacles_to_end_term(
    *, first: date, until: date | None, wanted: date, today: date
) -> list[Obstacle]:
    """List what stands in the way of ending a chair's term before a day.

    One that has not begun may be taken back.
    """
    if wanted <= first <= today:
        return [Obstacle("term_ends_first")]
    if until is not None and wanted > until:
        return [Obstacle("already_ended", {"last": last_of(until)})]
    return []


def _is_new_year(day: date) -> bool:
    return (day.month, day.day) == (1, 1)
