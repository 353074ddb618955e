"""Rules for held seats. Pure: no database, no clock."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from samverkan.bodies.choices import MissionKind
from samverkan.journal.fields import Period
from samverkan.journal.periods import contains, overlap


def has_seat(quotas: Collection[Mapping[str, Any]], kind: str, place: int, period: Period) -> bool:
    """Return whether a held seat is within the quotas on every one of its days that they cover."""
    most = "ordinary_max" if kind == MissionKind.ORDINARY else "substitutes_max"
    concerned = [quota for quota in quotas if overlap(quota["period"], period)]
    return bool(concerned) and all(place <= quota[most] for quota in concerned)


def loses_seat(
    was: Collection[Period], becomes: Collection[Period], counted: Collection[Period], held: Period
) -> bool:
    """Return whether a held seat, on some of its days, was within the quotas and is not any more.

    `was` and `becomes` are the periods of the holder's quotas; where the body's seats are not
    `counted` at all, it takes whom it is given.
    """
    ends = (day for one in (*was, *becomes, *counted) for day in (one.lower, one.upper))
    days = {held.lower or date.min} | {day for day in ends if day and contains(held, day)}
    return any(
        _on(was, day) and not _on(becomes, day) and _on(counted, day) for day in sorted(days)
    )


def _on(periods: Collection[Period], day: date) -> bool:
    return any(contains(one, day) for one in periods)
