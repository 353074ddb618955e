"""One name means one body on any day, or old texts could not be followed."""

from collections import defaultdict
from collections.abc import Iterator

from samverkan.journal.periods import overlap
from samverkan.structures.faults import Problem
from samverkan.structures.places import Path
from samverkan.structures.reading import Reading
from samverkan.structures.rows import ALWAYS
from samverkan.structures.schema import BodyData


def names(reading: Reading) -> Iterator[Problem]:
    """Name every name that two bodies have at once, or that a body has twice."""
    held: dict[str, list[BodyData]] = defaultdict(list)
    for found in reading.bodies:
        period = found.part.within(ALWAYS)
        own: set[str] = set()
        for path, name in _names_of(found.part):
            word = " ".join(name.casefold().split())
            at = (*found.path, *path)
            for other in held[word]:
                if other is not found.part and overlap(period, other.within(ALWAYS)):
                    facts = {"name": name, "other": other.name or other.slug}
                    yield Problem(found.file, at, "name_taken", facts, name)
            if name in own:
                yield Problem(found.file, at, "stated_again", {"what": name}, name)
            own.add(name)
            held[word].append(found.part)


def _names_of(body: BodyData) -> Iterator[tuple[Path, str]]:
    for key in ("name", "short_name"):
        if getattr(body, key):
            yield (key,), getattr(body, key)
    for nr, alias in enumerate(body.aliases):
        yield ("aliases", nr), alias
