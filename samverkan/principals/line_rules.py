"""Rules for the days when a principal's own bodies meet. Pure: no database, no clock."""

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.journal.obstacles import Obstacle

MOST_LINE_DAYS = 120
YEARS_AHEAD = 3
LEAD_LIMIT = 200
SOURCE_LIMIT = 300
# From this month on, somebody should have confirmed next year's days too.
NEXT_YEAR_FROM = 11


@dataclass(frozen=True, order=True)
class LineDay:
    """A day when a principal's own body meets, and the last day for papers to it, if known."""

    on: date
    papers_by: date | None = None


@dataclass(frozen=True)
class DayChanges:
    """What would become of the coming days of a line body."""

    new: tuple[LineDay, ...] = ()
    changed: tuple[LineDay, ...] = ()
    gone: tuple[date, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.gone)


def obstacles_to_line_days(
    days: Sequence[LineDay], *, today: date, source: str, confirmed: bool
) -> list[Obstacle]:
    """List what stands in the way of noting when a line body meets.

    Proposal for decision 2018 (R319): decisions by all principals can be asked for by a day, so
    it is known when they can decide. A confirmed day says from where it is known.
    """
    obstacles = []
    if len(days) > MOST_LINE_DAYS:
        obstacles.append(Obstacle("line_days_too_many", {"most": MOST_LINE_DAYS}))
    if len(source) > SOURCE_LIMIT:
        obstacles.append(Obstacle("line_source_too_long", {"limit": SOURCE_LIMIT}))
    if confirmed and days and not source.strip():
        obstacles.append(Obstacle("line_days_without_source"))
    counted = Counter(one.on for one in days)
    for one in days:
        obstacles += obstacles_to_line_day(one, today)
    obstacles += [
        Obstacle("line_day_twice", {"on": on}) for on, count in counted.items() if count > 1
    ]
    return obstacles


def obstacles_to_line_day(one: LineDay, today: date) -> list[Obstacle]:
    """List what is wrong with one day by itself."""
    obstacles = []
    if one.on < today:
        obstacles.append(Obstacle("line_day_passed", {"on": one.on}))
    elif one.on.year > today.year + YEARS_AHEAD:
        obstacles.append(Obstacle("line_day_far", {"on": one.on, "years": YEARS_AHEAD}))
    if one.papers_by is not None and one.papers_by > one.on:
        facts = {"on": one.on, "papers_by": one.papers_by}
        obstacles.append(Obstacle("papers_after_line_meeting", facts))
    return obstacles


def day_changes(
    days: Sequence[LineDay], known: Mapping[date, date | None], *, replace: bool
) -> DayChanges:
    """Return what noting days does to the coming ones that are known, with their paper days.

    A day that is told without a paper day keeps the one it had, unless all days are replaced.
    """
    told = {one.on: one for one in days}
    return DayChanges(
        new=tuple(sorted(one for on, one in told.items() if on not in known)),
        changed=tuple(
            sorted(
                one
                for on, one in told.items()
                if on in known
                and known[on] != one.papers_by
                and (replace or one.papers_by is not None)
            )
        ),
        gone=tuple(sorted(on for on in known if on not in told)) if replace else (),
    )


def needs_confirming(confirmed: Collection[date], today: date) -> bool:
    """Return whether nobody has confirmed when a line body meets this year, or soon the next.

    No interval is stated (R319); this is the reading: some coming day is confirmed, and from
    November on some day of the next year.
    """
    coming = [day for day in confirmed if day >= today]
    if today.month < NEXT_YEAR_FROM:
        return not coming
    return not any(day.year > today.year for day in coming)


def obstacles_to_line_leads(
    *, told: Mapping[str, int | None], present: Mapping[str, int | None]
) -> list[Obstacle]:
    """List what stands in the way of a line body's own lead times."""
    over = [name for name, days in told.items() if days is not None and not 0 <= days <= LEAD_LIMIT]
    if over:
        return [Obstacle("line_lead_too_long", {"limit": LEAD_LIMIT})]
    return [Obstacle("line_leads_unchanged")] if dict(told) == dict(present) else []


def obstacles_to_line_body(*, name: str, limit: int, namesakes: Collection[str]) -> list[Obstacle]:
    """List what stands in the way of noting one more of a principal's own bodies (R007)."""
    if not name.strip():
        return [Obstacle("line_body_without_name")]
    if len(name) > limit:
        return [Obstacle("line_body_name_too_long", {"limit": limit})]
    if name.casefold() in map(str.casefold, namesakes):
        return [Obstacle("line_body_exists", {"name": name})]
    return []
