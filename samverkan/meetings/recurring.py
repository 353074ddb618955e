"""On which days an event recurs (RFC 5545, 3.3.10): every day of a span is asked once, no more.

A library that looks for the next day never ends when there is none, so a file could hold us up.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
OFTEN = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
KNOWN = {"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTH", "BYMONTHDAY", "BYSETPOS"}
_DAY = timedelta(days=1)


class Strange(Exception):
    """The rule is none that meetings are called by, or none at all."""


@dataclass(frozen=True)
class Recurrence:
    """How an event recurs: how often, and on which of those days."""

    often: str
    interval: int = 1
    months: frozenset[int] = frozenset()
    days: frozenset[int] = frozenset()  # of the month; -1 is the last
    weekdays: frozenset[tuple[int, int]] = frozenset()  # which of the month (0 is each), weekday
    places: frozenset[int] = frozenset()  # among the days of a month
    week_begins: int = 0


def recurrence_of(told: Mapping[str, Collection[object]]) -> Recurrence:
    """Return a rule as it is told in a file, part by part.

    Raises Strange for what is told in another way than meetings are.
    """
    often = str(next(iter(told.get("FREQ", ())), ""))
    if set(told) - KNOWN or often not in OFTEN:
        raise Strange
    weekdays = frozenset(_weekday(str(one)) for one in told.get("BYDAY", ()))
    places = frozenset(_numbers(told, "BYSETPOS"))
    by_number = any(number for number, _ in weekdays)
    if (by_number or places) and often not in ("MONTHLY", "YEARLY"):
        raise Strange
    if often == "YEARLY" and (places or by_number) and not told.get("BYMONTH"):
        raise Strange
    if often == "YEARLY" and places:
        raise Strange
    begins = str(next(iter(told.get("WKST", ())), "MO"))
    interval = next(iter(_numbers(told, "INTERVAL")), 1)
    if interval < 1 or begins not in DAYS:
        raise Strange
    return Recurrence(
        often,
        interval,
        frozenset(_numbers(told, "BYMONTH")),
        frozenset(_numbers(told, "BYMONTHDAY")),
        weekdays,
        places,
        DAYS.index(begins),
    )


def _numbers(told: Mapping[str, Collection[object]], name: str) -> list[int]:
    try:
        return [int(str(one)) for one in told.get(name, ())]
    except ValueError as problem:
        raise Strange from problem


def _weekday(text: str) -> tuple[int, int]:
    number, day = text[:-2], text[-2:].upper()
    if day not in DAYS:
        raise Strange
    return (_numbers({"": [number]}, "")[0] if number else 0), DAYS.index(day)


def days_of(rule: Recurrence, start: date, last: date) -> Iterator[date]:
    """Yield the days from a first to a last on which something recurs."""
    span = (start + _DAY * after for after in range((last - start).days + 1))
    days = (day for day in span if _holds(rule, day, start))
    if not rule.places:
        yield from days
        return
    for _, of_month in groupby(_whole_months(rule, start, last), lambda day: (day.year, day.month)):
        several = list(of_month)
        chosen = {place - 1 if place > 0 else len(several) + place for place in rule.places}
        for at, day in enumerate(several):
            if at in chosen and start <= day <= last:
                yield day


def _whole_months(rule: Recurrence, start: date, last: date) -> Iterator[date]:
    """Yield the days that count, also those of the first month before the start."""
    first = start.replace(day=1)
    for after in range((last - first).days + 32):
        day = first + _DAY * after
        if _holds(rule, day, start):
            yield day


def _holds(rule: Recurrence, day: date, start: date) -> bool:
    if rule.months and day.month not in rule.months:
        return False
    if rule.days and not rule.days & {day.day, day.day - _length(day) - 1}:
        return False
    if rule.weekdays and not _of_weekdays(rule, day):
        return False
    return _by_itself(rule, day, start) and _in_turn(rule, day, start)


def _of_weekdays(rule: Recurrence, day: date) -> bool:
    forth = (day.day - 1) // 7 + 1
    back = -((_length(day) - day.day) // 7 + 1)
    return bool(rule.weekdays & {(number, day.weekday()) for number in (0, forth, back)})


def _by_itself(rule: Recurrence, day: date, start: date) -> bool:
    """Return whether what the rule leaves out is as on the first day."""
    if rule.often == "WEEKLY" and not rule.weekdays:
        return day.weekday() == start.weekday()
    if rule.often in ("MONTHLY", "YEARLY") and not (rule.weekdays or rule.days):
        same_month = rule.often == "MONTHLY" or bool(rule.months) or day.month == start.month
        return day.day == start.day and same_month
    if rule.often == "YEARLY" and rule.days and not rule.months:
        return day.month == start.month or bool(rule.weekdays)
    return True


def _in_turn(rule: Recurrence, day: date, start: date) -> bool:
    return _turn(rule, day, start) % rule.interval == 0


def _turn(rule: Recurrence, day: date, start: date) -> int:
    """Return how many days, weeks, months or years after the first."""
    if rule.often == "DAILY":
        return (day - start).days
    if rule.often == "WEEKLY":
        begin = start - _DAY * ((start.weekday() - rule.week_begins) % 7)
        return (day - begin).days // 7
    years = day.year - start.year
    return years if rule.often == "YEARLY" else years * 12 + day.month - start.month


def _length(day: date) -> int:
    later = day.replace(day=28) + timedelta(days=4)
    return (later - timedelta(days=later.day)).day
