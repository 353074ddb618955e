"""What is asked of periods and days everywhere. Days in, days out: no database, no clock."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import overload

from samverkan.journal.fields import Period

_DAY = timedelta(days=1)


def last_of(until: date | None) -> date | None:
    """Return the last day of what ends before a day; None when it runs until further notice."""
    return None if until is None else until - _DAY


@overload
def day_after(last: date) -> date: ...
@overload
def day_after(last: None) -> None: ...
def day_after(last: date | None) -> date | None:
    """Return the day after a last day; None when there is none."""
    return None if last is None else last + _DAY


def contains(period: Period, day: date) -> bool:
    """Return whether a day is one of a period's; an open end reaches for ever."""
    begun = period.lower is None or period.lower <= day
    return begun and (period.upper is None or day < period.upper)


def covers(whole: Period, part: Period) -> bool:
    """Return whether every day of a period is also a day of another."""
    begins = whole.lower is None or (part.lower is not None and whole.lower <= part.lower)
    ends = whole.upper is None or (part.upper is not None and part.upper <= whole.upper)
    return begins and ends


def overlap(one: Period, other: Period) -> bool:
    """Return whether two periods share a day; an open end reaches for ever."""
    return _before(one.lower, other.upper) and _before(other.lower, one.upper)


def first_day_without(periods: Iterable[Period], first: date, until: date | None) -> date | None:
    """Return the first day, from one until (not including) another, that is in no period."""
    day = first
    for period in sorted(periods, key=lambda one: one.lower or date.min):
        if contains(period, day):
            if period.upper is None:
                return None
            day = period.upper
    return day if until is None or day < until else None


def _before(first: date | None, until: date | None) -> bool:
    return first is None or until is None or first < until
