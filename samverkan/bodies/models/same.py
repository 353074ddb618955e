"""Small parts that the tables of bodies share."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Value

from samverkan.bodies.choices import Anchor


def same(field: str) -> Func:
    """Return an id as a range, so that an exclusion constraint needs no extension (btree_gist)."""
    return Func(F(field), F(field), Value("[]"), function="int8range")


def once_a_day(name: str, *fields: str, condition: models.Q | None = None) -> ExclusionConstraint:
    """Return the constraint that no two rows with the same ids share a day.

    An id that may be missing must be there by the condition: a range without ends meets all others.
    """
    ids = [(same(field), RangeOperators.OVERLAPS) for field in fields]
    return ExclusionConstraint(
        name=name,
        expressions=[*ids, ("period", RangeOperators.OVERLAPS)],
        condition=condition,
    )


class Anchored(models.Model):
    """What has terms: how long one runs, and what it follows."""

    anchor = models.CharField("följer", max_length=20, choices=Anchor.choices, default=Anchor.OPEN)
    years = models.PositiveSmallIntegerField("antal år", default=1)
    # The first day of one of the terms; the others follow every so many years.
    anchored_on = models.DateField("räknas från", null=True, blank=True)

    class Meta:
        abstract = True
