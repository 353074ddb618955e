"""Rules for periods and held seats. Pure: no database, no clock."""

from collections.abc import Collection, Mapping
from typing import Any

from samverkan.bodies.choices import MissionKind
from samverkan.journal.fields import Period


def has_seat(quotas: Collection[Mapping[str, Any]], kind: str, place: int, period: Period) -> bool:
    """Return whether a held seat is within the quotas on every one of its days that they cover."""
    most = "ordinary_max" if kind == MissionKind.ORDINARY else "substitutes_max"
    concerned = [quota for quota in quotas if overlap(quota["period"], period)]
    return bool(concerned) and all(place <= quota[most] for quota in concerned)


def covers(whole: Period, part: Period) -> bool:
    """Return whether every day of a period is also a day of another."""
    begins = whole.lower is None or (part.lower is not None and whole.lower <= part.lower)
    ends = whole.upper is None or (part.upper is not None and part.upper <= whole.upper)
    return begins and ends


def overlap(one: Period, other: Period) -> bool:
    """Return whether two periods share a day; an open end reaches for ever."""
    return _before(one.lower, other.upper) and _before(other.lower, one.upper)


def _before(first: object, until: object) -> bool:
    return first is None or until is None or first < until  # type: ignore[operator]
