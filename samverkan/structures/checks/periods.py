"""Days come in order, and what belongs to something holds within its days."""

from collections.abc import Iterable, Iterator
from typing import Any

from samverkan.journal.periods import overlap
from samverkan.structures.checks.links import linking
from samverkan.structures.faults import Problem
from samverkan.structures.places import Path
from samverkan.structures.reading import Found, Reading
from samverkan.structures.rows import ALWAYS
from samverkan.structures.schema import Dated


def periods(reading: Reading) -> Iterator[Problem]:
    """Name every period that ends before it begins, leaves its owner's, or misses the other's."""
    yield from _days(reading)
    yield from _never_at_once(reading)


def _days(reading: Reading) -> Iterator[Problem]:
    for found, path, part, owner in _dated(reading):
        if ends_first(part):
            days: dict[str, object] = {"first": part.first_day, "last": part.last_day}
            yield Problem(found.file, (*path, "last_day"), "ends_before_it_begins", days)
        elif owner and not ends_first(owner) and not _inside(part, owner):
            days = {"first": owner.first_day or "…", "last": owner.last_day or "…"}
            key = "last_day" if part.last_day else "first_day"
            yield Problem(found.file, (*path, key), "outside_owner", days)


def _dated(reading: Reading) -> Iterator[tuple[Found[Any], Path, Dated, Dated | None]]:
    """Give everything that has days, with what it belongs to."""
    owners: tuple[tuple[Iterable[Found[Any]], tuple[str, ...]], ...] = (
        (reading.principals, ("former_names",)),
        (reading.groupings, ("members",)),
        (reading.federations, ("members",)),
        (reading.nominators, ()),
        (reading.bodies, ("parents", "quotas", "derived_seats", "chair_rules", "rhythms")),
        (reading.functions, ()),
        (reading.outside_actors, ()),
        (reading.agreements, ()),
    )
    for parts, owned in owners:
        for found in parts:
            yield found, found.path, found.part, None
            for name in owned:
                for nr, part in enumerate(getattr(found.part, name)):
                    yield found, (*found.path, name, nr), part, found.part


def ends_first(part: Dated) -> bool:
    """Return whether a period ends before it begins."""
    return bool(part.first_day and part.last_day and part.last_day < part.first_day)


def _inside(part: Dated, owner: Dated) -> bool:
    begins = not owner.first_day or not part.first_day or part.first_day >= owner.first_day
    ends = not owner.last_day or not part.last_day or part.last_day <= owner.last_day
    crosses = (owner.last_day and part.first_day and part.first_day > owner.last_day) or (
        owner.first_day and part.last_day and part.last_day < owner.first_day
    )
    return bool(begins and ends and not crosses)


def _never_at_once(reading: Reading) -> Iterator[Problem]:
    """What one body has from another it has while both are there."""
    bodies = {found.part.slug: found.part for found in reading.bodies}
    for found, path, slug, part in _shared(reading):
        other = bodies.get(slug)
        if other is None or other is found.part:
            continue
        if any(map(ends_first, (part, found.part, other))):
            continue
        if not overlap(part.within(found.part.within(ALWAYS)), other.within(ALWAYS)):
            facts = {"other": other.name or other.slug}
            yield Problem(found.file, path, "never_at_once", facts)


def _shared(reading: Reading) -> Iterator[tuple[Found[Any], Path, str, Dated]]:
    for found, name, nr, key, part in linking(reading.bodies):
        if name != "heirs":
            yield found, (*found.path, name, nr, key), getattr(part, key), part
    for found in reading.bodies:
        for key in ("assignment_setter", "prepared_by"):
            if slug := getattr(found.part, key):
                yield found, (*found.path, key), slug, found.part
