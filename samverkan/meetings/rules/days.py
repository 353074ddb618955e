"""Which days people work in Sweden. Pure: no database, no clock; the days come from a library."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import cache

from holidays import country_holidays

_DAY = timedelta(days=1)
# Where a month has many free days, and in the weeks without meetings.
_FURTHEST = 60


@cache
def free_days(year: int) -> dict[date, str]:
    """Return the Swedish holidays of a year that are no Saturdays or Sundays by rule, with name.

    Semesterlagen 3 a §: midsummer eve, Christmas eve and New Year's eve count as holidays.
    """
    found = country_holidays(
        "SE",
        years=year,
        language="sv",
        categories=("public", "de_facto"),
        include_sundays=False,
    )
    return {day: str(found[day]) for day in found}


def why_free(day: date) -> str:
    """Return why nobody works on a day: a holiday's name, "lördag" or "söndag"; "" for work."""
    holiday = free_days(day.year).get(day, "")
    if holiday:
        return holiday
    return {5: "lördag", 6: "söndag"}.get(day.weekday(), "")


def working_day_before(day: date) -> date:
    """Return the day, or the working day before it: a deadline never lands on a free day."""
    while why_free(day):
        day -= _DAY
    return day


def working_day_after(day: date, avoided_weeks: Collection[int] = ()) -> date | None:
    """Return the day, or the next working day that is not in a week without meetings."""
    for _ in range(_FURTHEST):
        if not why_free(day) and day.isocalendar().week not in avoided_weeks:
            return day
        day += _DAY
    return None
