"""What a federation gets it recommends on to each member once, and a successor is another."""

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from samverkan.journal.fields import Period
from samverkan.journal.periods import overlap
from samverkan.structures.faults import Problem
from samverkan.structures.reading import Reading
from samverkan.structures.rows import ALWAYS


def federations(reading: Reading) -> Iterator[Problem]:
    """Name every circle of federations, every member of two at once, every odd successor."""
    yield from _circle(reading)
    yield from _members(reading)
    yield from _heirs(reading)


def _circle(reading: Reading) -> Iterator[Problem]:
    above = {one.part.slug: one.part.part_of for one in reading.federations}
    graph = {slug: {parent} for slug, parent in above.items() if parent}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as stopped:
        circle = list(stopped.args[1])
        found = next(one for one in reading.federations if one.part.slug in circle)
        facts = {"circle": " → ".join(circle)}
        yield Problem(found.file, (*found.path, "part_of"), "circle_of_federations", facts)


def _members(reading: Reading) -> Iterator[Problem]:
    held: dict[str, list[tuple[str, Period]]] = {}
    for found in reading.federations:
        for nr, members in enumerate(found.part.members):
            period = members.within(found.part.within(ALWAYS))
            for place, slug in enumerate(members.principals):
                path = (*found.path, "members", nr, "principals", place)
                for other, its in held.get(slug, []):
                    if other == found.part.name:
                        yield Problem(found.file, path, "stated_again", {"what": slug}, slug)
                    elif overlap(period, its):
                        facts = {"slug": slug, "other": other}
                        yield Problem(found.file, path, "in_two_federations", facts, slug)
                held.setdefault(slug, []).append((found.part.name, period))


def _heirs(reading: Reading) -> Iterator[Problem]:
    for found in reading.principals:
        heir = found.part.heir
        if heir is None:
            continue
        path = (*found.path, "heir")
        if heir.principal == found.part.slug:
            facts = {"slug": heir.principal}
            yield Problem(found.file, (*path, "principal"), "succeeds_itself", facts)
        elif found.part.last_day is None or found.part.last_day >= heir.first_day:
            facts = {"name": found.part.name}
            yield Problem(found.file, (*path, "first_day"), "succeeded_while_there", facts)
