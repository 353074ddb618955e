"""Bodies stand in an order, and halves make a whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter

from samverkan.structures.faults import Problem
from samverkan.structures.reading import Reading
from samverkan.structures.rows import ALWAYS


def order(reading: Reading) -> Iterator[Problem]:
    """Name every circle of bodies, and every cost that is not shared out as a whole."""
    yield from _circles(reading)
    yield from _setters(reading)
    yield from _preparers(reading)
    yield from _shares(reading)


def _circles(reading: Reading) -> Iterator[Problem]:
    """On no day may a body stand under, or meet before, itself through however many others."""
    links = [
        (found, found.part.slug, parent.body, parent.within(found.part.within(ALWAYS)))
        for found in reading.bodies
        for parent in found.part.parents
        if parent.body and parent.body != found.part.slug
    ]
    told: set[frozenset[str]] = set()
    for day in sorted({period.lower or date.min for _, _, _, period in links}):
        on = [
            (child, parent)
            for _, child, parent, period in links
            if (period.lower or date.min) <= day < (period.upper or date.max)
        ]
        circle = _circle(on)
        if circle and frozenset(circle) not in told:
            told.add(frozenset(circle))
            found = next(f for f, child, _, _ in links if child in circle)
            facts = {"circle": " → ".join(circle)}
            yield Problem(found.file, (*found.path, "parents"), "circle", facts)


def _setters(reading: Reading) -> Iterator[Problem]:
    links = {
        found.part.slug: (found, found.part.assignment_setter)
        for found in reading.bodies
        if found.part.assignment_setter and found.part.assignment_setter != found.part.slug
    }
    if circle := _circle((child, setter) for child, (_, setter) in links.items() if setter):
        found = next(links[slug][0] for slug in links if slug in circle)
        facts = {"circle": " → ".join(circle)}
        yield Problem(found.file, (*found.path, "assignment_setter"), "circle_of_setters", facts)


def _preparers(reading: Reading) -> Iterator[Problem]:
    links = {
        found.part.slug: (found, found.part.prepared_by)
        for found in reading.bodies
        if found.part.prepared_by and found.part.prepared_by != found.part.slug
    }
    if circle := _circle((child, preparer) for child, (_, preparer) in links.items() if preparer):
        found = next(links[slug][0] for slug in links if slug in circle)
        facts = {"circle": " → ".join(circle)}
        yield Problem(found.file, (*found.path, "prepared_by"), "circle_of_preparers", facts)


def _circle(links: Iterable[tuple[str, str]]) -> list[str]:
    graph: dict[str, set[str]] = defaultdict(set)
    for child, parent in links:
        graph[child].add(parent)
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as stopped:
        return list(stopped.args[1])
    return []


def _shares(reading: Reading) -> Iterator[Problem]:
    for found in reading.functions:
        one, other = found.part.municipalities_percent, found.part.region_percent
        if (one is None) != (other is None) or (
            one is not None and other is not None and one + other != 100
        ):
            path = (*found.path, "region_percent")
            yield Problem(found.file, path, "shares_not_whole", {"one": one, "other": other})
