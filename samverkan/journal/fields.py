"""Small helpers that all dated tables share."""

from datetime import date

from django.contrib.postgres.fields import DateRangeField
from django.db.models import Q
from psycopg.types.range import Range

Period = Range[date]


class PeriodField(DateRangeField):
    """A period of days: from the first day up to, not including, the day after the last."""

    description = "period"


def from_day(first: date | None, until: date | None = None) -> Period:
    """Return the period from a first day until (not including) a day; None is no end there."""
    return Range(first, until, "[)")


def not_over(on: date) -> Q:
    """Return what picks the rows that run on a day or begin later."""
    return Q(period__upper_inf=True) | Q(period__endswith__gt=on)
