"""When a principal's own body meets, as far as it is known: confirmed days first, then assumed."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from samverkan.meetings.rules import wished_day, working_day_after, working_day_before

# Without July: nobody meets then. Used where a rhythm is learnt and the county says no months.
USUAL_MONTHS = (1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12)
LEARNT_FROM = 3
HORIZON = timedelta(days=548)
# Kommunallagen 5 kap. 13 §: the council's matters are made known at least a week before.
LEGAL_PAPERS_DAYS = 7
LAST_WEEK = 5


@dataclass(frozen=True)
class AssumedRhythm:
    """When such a body is assumed to meet: days one by one, or a weekday of some months."""

    months: tuple[int, ...] = ()
    week: int = 1
    weekday: int = 1
    days: tuple[date, ...] = ()


@dataclass(frozen=True)
class Sitting:
    """A coming meeting of a line body: its day, the last day for papers, and how sure it is."""

    on: date
    papers_by: date
    confirmed: bool
    papers_known: bool = False


@dataclass(frozen=True)
class KnownDay:
    """A meeting day that is noted, confirmed by somebody or not."""

    on: date
    papers_by: date | None = None
    confirmed: bool = False


def learnt_rhythm(
    decided: Collection[date], months: Sequence[int] = USUAL_MONTHS
) -> AssumedRhythm | None:
    """Return the rhythm that earlier decisions tell of; None when they are too few or too unlike.

    At least three days, most of them on one weekday; the months are the county's. Always assumed.
    """
    days = set(decided)
    if len(days) < LEARNT_FROM:
        return None
    ((weekday, count),) = Counter(day.isoweekday() for day in days).most_common(1)
    if count * 2 <= len(days):
        return None
    weeks = Counter(min((day.day - 1) // 7 + 1, LAST_WEEK) for day in days)
    week = min(weeks, key=lambda one: (-weeks[one], one))
    return AssumedRhythm(tuple(months), week, weekday)


def assumed_days(rhythm: AssumedRhythm, after: date, last: date) -> list[date]:
    """Return the days on which a rhythm lets a body be assumed to meet, after a day.

    A day that is free from work moves to the working day after it.
    """
    return list(_assumed_days(rhythm, after, last))


@lru_cache(maxsize=256)  # many principals share the county's
def _assumed_days(rhythm: AssumedRhythm, after: date, last: date) -> tuple[date, ...]:
    if rhythm.days:
        return tuple(sorted(day for day in set(rhythm.days) if after < day <= last))
    found = set()
    for year in range(after.year, last.year + 1):
        for month in rhythm.months:
            day = working_day_after(
                wished_day(year, month, week=rhythm.week, weekday=rhythm.weekday)
            )
            if day is not None and after < day <= last:
                found.add(day)
    return tuple(sorted(found))


def sittings_of(
    known: Iterable[KnownDay],
    rhythm: AssumedRhythm | None,
    *,
    today: date,
    papers_days: int | None,
) -> tuple[Sitting, ...]:
    """Return a line body's coming meetings, the first first.

    Proposal for decision 2018 (R319): days that are noted count as they are; after the month of
    the last one, or where none is noted, days follow from the rhythm, as assumed.
    """
    noted = {one.on: one for one in sorted(known, key=_surest_last) if one.on >= today}
    after = _last_of_month(max(noted)) if noted else today - timedelta(days=1)
    guessed = assumed_days(rhythm, after, today + HORIZON) if rhythm else []
    days = [*noted.values(), *(KnownDay(day) for day in guessed)]
    return tuple(
        Sitting(
            one.on,
            one.papers_by or _papers_by(one.on, papers_days),
            one.confirmed,
            papers_known=one.papers_by is not None or papers_days is not None,
        )
        for one in sorted(days, key=lambda one: one.on)
    )


def first_told(name: str, *sources: Mapping[str, int | None] | None) -> int | None:
    """Return a lead time from the first source that tells it."""
    told = (one[name] for one in sources if one is not None and one[name] is not None)
    return next(told, None)


def _papers_by(on: date, papers_days: int | None) -> date:
    days = LEGAL_PAPERS_DAYS if papers_days is None else papers_days
    return working_day_before(on - timedelta(days=days))


def _surest_last(one: KnownDay) -> tuple[bool, bool]:
    return one.confirmed, one.papers_by is not None


def _last_of_month(day: date) -> date:
    later = day.replace(day=28) + timedelta(days=4)
    return later - timedelta(days=later.day)
