"""A routine that holds has no faults, and its versions can be told apart."""

from collections.abc import Iterator

from samverkan.bodies.choices import TextStage
from samverkan.cases.rules.checking import obstacles_to_routine
from samverkan.cases.wording.routines import OBSTACLES
from samverkan.structures.faults import Problem
from samverkan.structures.reading import Found, Reading
from samverkan.structures.schema import RoutineData


def routines(reading: Reading) -> Iterator[Problem]:
    """Name every version that is there twice, or holds with faults; a draft may have them."""
    seen: set[int] = set()
    drafts = 0
    for found in reading.routines:
        version = found.part
        if version.number in seen:
            facts = {"number": version.number}
            yield Problem(found.file, (*found.path, "number"), "version_twice", facts)
        seen.add(version.number)
        drafts += version.stage == TextStage.DRAFT
        if version.stage == TextStage.DRAFT and drafts > 1:
            yield Problem(found.file, (*found.path, "stage"), "two_drafts")
        if version.stage == TextStage.ADOPTED and not version.adopted_by:
            yield Problem(found.file, (*found.path, "stage"), "adopted_by_nobody")
        if version.stage != TextStage.DRAFT and version.number and not reading.faults:
            yield from _faults(found)


def _faults(found: Found[RoutineData]) -> Iterator[Problem]:
    for obstacle in obstacles_to_routine(found.part.routine()):
        told = OBSTACLES[obstacle.code] % obstacle.facts
        yield Problem(found.file, found.path, "routine_fault", {"told": told})
