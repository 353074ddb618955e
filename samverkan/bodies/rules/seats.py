"""Rules for seats: how many each has, on every day, and who may be given one."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.bodies.choices import MissionKind
from samverkan.journal.fields import Period, from_day
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import contains, covers, last_of, overlap


@dataclass(frozen=True)
class Seats:
    """How many seats someone has in a body: the least and most ordinary, the substitutes."""

    ordinary_min: int
    ordinary_max: int
    substitutes_max: int

    def most(self, kind: MissionKind) -> int:
        """Return how many of a kind there may be."""
        return self.ordinary_max if kind is MissionKind.ORDINARY else self.substitutes_max


@dataclass(frozen=True)
class Wanted:
    """A mission that somebody would be given; `until` is the day after the last."""

    kind: MissionKind
    first: date
    until: date | None

    @property
    def period(self) -> Period:
        """Return its days."""
        return from_day(self.first, self.until)


def obstacles_to_appoint(
    wanted: Wanted,
    *,
    quotas: Sequence[tuple[Period, Seats]],
    held: Collection[Period],
    own: Collection[Period] = (),
    body: Period,
    holder: Period | None = None,
    body_has_quotas: bool,
    derived_only: bool = False,
) -> list[Obstacle]:
    """List what stands in the way of giving someone one more of the seats of a holder in a body.

    `quotas` and `held` are the holder's (a principal's or a nominator's) and of the same kind;
    `own` the same person's there. Agreement § 5.1.3 (R062, R063, R064) and § 6.1.3 (R092, R093,
    R094): one representative and one substitute for each municipality, up to two for Umeå and
    Skellefteå, three for the Region in Samråd and four in LSG, on every day. A seat that follows
    an office is not given by hand (R072, R123). A body whose seats no text counts takes whom it
    is given.
    """
    obstacles = obstacles_to_period(wanted.first, wanted.until, within=body)
    if obstacles:
        return obstacles
    if derived_only:
        return [Obstacle("seat_is_derived")]
    if any(overlap(wanted.period, period) for period in own):
        return [Obstacle("already_has_the_seat")]
    if holder is not None and not covers(holder, wanted.period):
        return [Obstacle("holder_not_there")]
    if not body_has_quotas:
        return []
    return obstacles_in_quotas(wanted, quotas=quotas, held=held)


def obstacles_to_period(first: date, until: date | None, *, within: Period) -> list[Obstacle]:
    """List what is wrong with a period: that it ends before it begins, or leaves the body's."""
    if until is not None and until <= first:
        return [Obstacle("ends_before_beginning", {"first": first, "last": last_of(until)})]
    if within.lower is not None and first < within.lower:
        return [Obstacle("before_the_body", {"first": within.lower})]
    if within.upper is not None and (until is None or until > within.upper):
        return [Obstacle("after_the_body", {"last": last_of(within.upper)})]
    return []


def obstacles_in_quotas(
    wanted: Wanted, *, quotas: Sequence[tuple[Period, Seats]], held: Collection[Period]
) -> list[Obstacle]:
    """List whether the seats are too few on any day of a wanted period: the first such day.

    The number of seats and of those who hold them changes on few days only; they are looked at.
    """
    for day in _turning_days(wanted, [period for period, _ in quotas], held):
        seats = next((seats for period, seats in quotas if contains(period, day)), None)
        if seats is None:
            return [Obstacle("no_seat", {"day": day})]
        most = seats.most(wanted.kind)
        if sum(contains(period, day) for period in held) >= most:
            return [Obstacle("seats_taken", {"most": most, "day": day})]
    return []


def obstacles_to_end(
    *, first: date | None, until: date | None, wanted: date, today: date
) -> list[Obstacle]:
    """List what stands in the way of ending a mission before a day.

    One that has not begun may be taken back; one that has an end is only ended earlier.
    """
    if until is not None and wanted >= until:
        return [Obstacle("already_ended", {"last": last_of(until)})]
    if first is not None and wanted <= first <= today:
        return [Obstacle("ends_before_beginning", {"first": first, "last": last_of(wanted)})]
    return []


def vacant_seats(least: int, held: int) -> int:
    """Return how many of somebody's ordinary seats stand empty that ought not to (R013).

    Each has its own: that another has more than the least fills none of them.
    """
    return max(least - held, 0)


def free_place(taken: Iterable[int]) -> int:
    """Return the lowest place that nobody has."""
    busy = set(taken)
    return next(place for place in range(1, len(busy) + 2) if place not in busy)


def _turning_days(wanted: Wanted, *groups: Iterable[Period]) -> list[date]:
    ends = (day for group in groups for period in group for day in (period.lower, period.upper))
    later = {day for day in ends if day is not None and day > wanted.first}
    within = {day for day in later if wanted.until is None or day < wanted.until}
    return sorted({wanted.first} | within)
