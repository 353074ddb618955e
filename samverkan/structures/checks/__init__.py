"""What must hold between the parts of a structure; each check names every breach it finds."""

from collections.abc import Iterator
from pathlib import Path

from samverkan.structures.checks.addresses import addresses
from samverkan.structures.checks.chairs import chairs, rhythms
from samverkan.structures.checks.federations import federations
from samverkan.structures.checks.grounds import grounds
from samverkan.structures.checks.kept import not_to_be_kept
from samverkan.structures.checks.line_rhythms import line_rhythms
from samverkan.structures.checks.names import names
from samverkan.structures.checks.order import order
from samverkan.structures.checks.periods import periods
from samverkan.structures.checks.routines import routines
from samverkan.structures.checks.seats import seats
from samverkan.structures.checks.texts import texts
from samverkan.structures.faults import Fault, Problem
from samverkan.structures.reading import Reading, read_folder, reading_of
from samverkan.structures.schema import Structure


def checked(folder: Path) -> Reading:
    """Return what stands in a folder, with every fault: of each file, and between them."""
    return _checked(read_folder(folder))


def problems_of(structure: Structure) -> list[Fault]:
    """Return every fault of a structure that stands in no files."""
    return _checked(reading_of(structure)).faults


def _checked(reading: Reading) -> Reading:
    for problem in problems_in(reading):
        reading.add(problem)
    reading.faults += not_to_be_kept(reading)
    return reading


def problems_in(reading: Reading) -> Iterator[Problem]:
    """Name every breach between the parts that could be read."""
    checks = (
        *(addresses, periods, seats, chairs, rhythms, names),
        *(order, texts, routines, grounds, federations, line_rhythms),
    )
    for check in checks:
        yield from check(reading)
