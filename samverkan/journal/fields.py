"""Small helpers that all dated tables share."""

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from psycopg.types.range import Range

Period = Range[date]


class PeriodField(DateRangeField):
    """A period of days: from the first day up to, not including, the day after the last."""

    description = "period"


def from_day(first: date, until: date | None = None) -> Period:
    """Return the period from a first day until (not including) a day, or until further notice."""
    return Range(first, until, "[)")
