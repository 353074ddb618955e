"""What differs between the structures of two days, and which days to compare."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import BooleanField, Count, F, Q, Value

from samverkan.bodies.models import Body, Succession
from samverkan.principals.choices import Standing
from samverkan.public.paging import Row

MOST_DAYS = 12


@dataclass(frozen=True)
class Tied:
    """A body on the other side of a change, and how sure it is that one follows the other."""

    slug: str
    name: str
    standing: str


@dataclass(frozen=True)
class Differing:
    """A body that is there on one of the days only, with those that it follows or that follow."""

    slug: str
    name: str
    tied: list[Tied]


@dataclass(frozen=True)
class Differences:
    """What ended and what began between two days."""

    before: date
    after: date
    ended: list[Differing]
    begun: list[Differing]


@dataclass(frozen=True)
class Turn:
    """A day on which bodies begin or end, with the day before it."""

    before: date
    on: date
    begun: int
    ended: int


def differences(collaboration_id: int, before: date, after: date) -> Differences:
    """Return which bodies ended and began from one day to another, and what took over."""
    here = Body.objects.filter(collaboration_id=collaboration_id)
    then, later = Q(period__contains=before), Q(period__contains=after)
    ended = list(here.filter(then & ~later).values("pk", "slug", "name"))
    begun = list(here.filter(later & ~then).values("pk", "slug", "name"))
    tied = list(
        Succession.objects.filter(
            Q(predecessor__in=[row["pk"] for row in ended])
            | Q(heir__in=[row["pk"] for row in begun])
        )
        .order_by("predecessor__position", "heir__position")
        .values(
            "predecessor",
            "predecessor__slug",
            "predecessor__name",
            "heir",
            "heir__slug",
            "heir__name",
            "standing",
        )
    )
    return Differences(
        before,
        after,
        _differing(ended, tied, "predecessor", "heir"),
        _differing(begun, tied, "heir", "predecessor"),
    )


def turns(collaboration_id: int, near: date) -> list[Turn]:
    """Return the days on which bodies begin or end, those nearest a day, in order."""
    here = Body.objects.filter(collaboration_id=collaboration_id).order_by()
    counted = [
        here.filter(**{f"period__{edge}__isnull": False})
        .annotate(day=F(f"period__{edge}"), ends=Value(ends, output_field=BooleanField()))
        .values_list("day", "ends")
        .annotate(bodies=Count("pk"))
        for edge, ends in (("startswith", False), ("endswith", True))
    ]
    found: dict[date, dict[bool, int]] = {}
    for on, ends, bodies in counted[0].union(counted[1], all=True):
        found.setdefault(on, {})[ends] = bodies
    nearest = sorted(found, key=lambda on: (abs(on - near), on))[:MOST_DAYS]
    return [
        Turn(on - timedelta(days=1), on, found[on].get(False, 0), found[on].get(True, 0))
        for on in sorted(nearest)
    ]


def _differing(rows: Iterable[Row], tied: Iterable[Row], own: str, other: str) -> list[Differing]:
    by_own: dict[int, list[Tied]] = {}
    for row in tied:
        one = Tied(row[f"{other}__slug"], row[f"{other}__name"], Standing(row["standing"]).label)
        by_own.setdefault(row[own], []).append(one)
    return [Differing(row["slug"], row["name"], by_own.get(row["pk"], [])) for row in rows]
