"""Rules for who holds a coordinator function, and how much of it. Pure: no database, no clock."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from samverkan.journal.obstacles import Obstacle, Remark
from samverkan.journal.periods import last_of

FULL_TIME = Decimal(1)


@dataclass(frozen=True)
class Held:
    """That somebody holds a share of a full time: from a day until (not including) another."""

    share: Decimal
    first: date
    until: date | None = None

    def on(self, day: date) -> bool:
        """Return whether it is held on a day."""
        return self.first <= day and (self.until is None or day < self.until)


def held_on(holdings: Collection[Held], day: date) -> Decimal:
    """Return how much is held on a day."""
    return sum((one.share for one in holdings if one.on(day)), Decimal(0))


def vacant_on(size: Decimal, holdings: Collection[Held], day: date) -> Decimal:
    """Return how much of a function nobody holds on a day.

    Agreement § 8: 2.0 full-time equivalents (R162), 1.0 for assistive devices (R163). A
    coordinating function shall exist (main points of 2018, R166).
    """
    return max(size - held_on(holdings, day), Decimal(0))


def vacancies(size: Decimal, holdings: Collection[Held], since: date) -> list[tuple[date, Decimal]]:
    """Return what nobody holds on a day and then each day that it becomes otherwise."""
    turns = {one.first for one in holdings} | {one.until for one in holdings if one.until}
    found = [(since, vacant_on(size, holdings, since))]
    for day in sorted(turn for turn in turns if turn > since):
        vacant = vacant_on(size, holdings, day)
        if vacant != found[-1][1]:
            found.append((day, vacant))
    return found


def remarks_on_function(*, size: Decimal, vacant: Decimal, has_assignment: bool) -> list[Remark]:
    """List what a day's function lacks: holders (R016, R162, R163, R166), an assignment (R168)."""
    remarks = []
    if vacant == size:
        remarks.append(Remark("function_without_holder", {"size": said(size)}))
    elif vacant:
        facts = {"vacant": said(vacant), "size": said(size)}
        remarks.append(Remark("function_partly_vacant", facts))
    if not has_assignment:
        remarks.append(Remark("function_without_assignment"))
    return remarks


def fullest(holdings: Collection[Held], within: Held) -> tuple[Decimal, date]:
    """Return the most that is held on any day of a period, and the first such day.

    What is held grows only when something begins, so those days are all that need be looked at.
    """
    begins = {one.first for one in holdings if within.on(one.first)} | {within.first}
    return max(((held_on(holdings, day), day) for day in sorted(begins)), key=lambda one: one[0])


def obstacles_to_hold(
    *,
    wanted: Held,
    size: Decimal,
    function: tuple[date | None, date | None],
    taken: Collection[Held],
    own: Collection[Held],
    elsewhere: Collection[Held],
    host: str,
    employer: str,
    elected: bool = False,
) -> list[Obstacle]:
    """List what stands in the way of giving someone a share of a coordinator function.

    Agreement § 8: so many full-time equivalents and no more (R162, R163), placed with the Region
    (R161). The functions are officials' support (R160). `own` is what the person already holds of
    this function, `elsewhere` of others.
    """
    if wanted.until is not None and wanted.until <= wanted.first:
        return [Obstacle("holding_ends_before_it_begins", {"first": wanted.first})]
    obstacles = [
        *_obstacles_to_share(wanted.share),
        *_obstacles_to_period(wanted, function),
        *_obstacles_to_room(wanted, size, taken),
        *_remarks_on_full_time(wanted, elsewhere),
    ]
    if any(_meet(wanted, one) for one in own):
        obstacles.append(Obstacle("already_holds_function"))
    if employer != host:
        obstacles.append(Remark("employer_not_host", {"host": host, "employer": employer}))
    if elected:
        obstacles.append(Remark("holder_is_elected"))
    return obstacles


def obstacles_to_change_share(
    *,
    wanted: Held,
    present: Held,
    size: Decimal,
    taken: Collection[Held],
    elsewhere: Collection[Held],
) -> list[Obstacle]:
    """List what stands in the way of a new share from a day within a holding (R162, R163).

    `taken` is what the others hold of the function, `elsewhere` what the person holds of others.
    """
    if not present.on(wanted.first):
        return [Obstacle("share_changes_outside_holding", {"first": present.first})]
    if wanted.share == present.share:
        return [Obstacle("share_unchanged")]
    return [
        *_obstacles_to_share(wanted.share),
        *_obstacles_to_room(wanted, size, taken),
        *_remarks_on_full_time(wanted, elsewhere),
    ]


def obstacles_to_end_holding(
    *, present: Held, until: date, leaves_none: bool = False
) -> list[Obstacle]:
    """List what stands in the way of ending a holding; `until` is the day after its last.

    Agreement § 1 and the main points: the collaboration is supported by coordinators (R016), so
    the last one's role is not taken away without a word.
    """
    if until <= present.first:
        return [Obstacle("holding_ends_before_it_begins", {"first": present.first})]
    if present.until is not None and until >= present.until:
        return [Obstacle("holding_ended_already", {"last": last_of(present.until)})]
    return [Remark("no_coordinator_left")] if leaves_none else []


def percent(share: Decimal) -> int:
    """Return a share of a full time as whole percent, as people say it."""
    return int(share * 100)


def said(amount: Decimal) -> str:
    """Return full-time equivalents as people write them: "0,50"."""
    return f"{amount:.2f}".replace(".", ",")


def _obstacles_to_share(share: Decimal) -> list[Obstacle]:
    whole = share * 100 == int(share * 100)
    return [] if 0 < share <= FULL_TIME and whole else [Obstacle("share_not_of_full_time")]


def _obstacles_to_period(wanted: Held, function: tuple[date | None, date | None]) -> list[Obstacle]:
    first, until = function
    too_early = first is not None and wanted.first < first
    too_late = until is not None and (wanted.until is None or wanted.until > until)
    if too_late and until is not None:
        return [Obstacle("holding_after_function", {"last": last_of(until)})]
    return [Obstacle("holding_before_function", {"first": first})] if too_early else []


def _obstacles_to_room(wanted: Held, size: Decimal, taken: Collection[Held]) -> list[Obstacle]:
    most, day = fullest(taken, wanted)
    if most + wanted.share <= size:
        return []
    free = said(max(size - most, Decimal(0)))
    return [Obstacle("function_is_full", {"day": day, "free": free, "size": said(size)})]


def _remarks_on_full_time(wanted: Held, elsewhere: Collection[Held]) -> list[Remark]:
    most, day = fullest(elsewhere, wanted)
    if most + wanted.share <= FULL_TIME:
        return []
    return [Remark("person_over_full_time", {"day": day, "percent": percent(most + wanted.share)})]


def _meet(one: Held, other: Held) -> bool:
    return one.on(other.first) or other.on(one.first)
