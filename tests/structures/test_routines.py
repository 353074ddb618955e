"""The file arendegang.toml: what it says, what is found wrong in it, and that it is kept."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from samverkan.cases import routines
from samverkan.cases.choices import CaseStage, ExitKind, StepKind
from samverkan.cases.models import RoutineVersion
from samverkan.cases.rules.checking import obstacles_to_routine
from samverkan.cases.rules.routine import (
    allowed_steps,
    content_of,
    fields_before,
    lift_is_strict,
    questions_of,
)
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration
from samverkan.structures import wording
from samverkan.structures.actions import load_structure
from samverkan.structures.checks import checked
from samverkan.structures.schema import RoutineData

STRUCTURES = Path(__file__).parents[2] / "structures"
COUNTIES = ("vasterbotten", "solvik", "fjallmark")
NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)
ROUTINE = """
[[routines]]
number = 1
stage = "proposed"

[[routines.stages]]
key = "vackt"
name = "Väckt"
of = "raised"

[[routines.steps]]
key = "vack"
name = "Väck"
kind = "raise"
to_stage = "vackt"
takers = ["member"]

[[routines.exits]]
kind = "written_off"
name = "Avskrivet"
from_stages = ["vackt"]
"""


def versions(county: str) -> list[RoutineData]:
    return checked(STRUCTURES / county).structure().routines


def told(folder: Path, text: str) -> list[str]:
    (folder / "arendegang.toml").write_text(text)
    return [wording.what_is_wrong(one) for one in checked(folder).faults]


@pytest.mark.rule("R150")
@pytest.mark.parametrize("county", COUNTIES)
def test_each_county_has_a_routine_without_faults(county):
    for version in versions(county):
        routine = version.routine()
        assert obstacles_to_routine(routine) == []
        assert content_of(routine) == version.content()


def test_the_counties_routines_are_unlike_each_other():
    names = [{one.name for one in versions(county)[0].stages} for county in COUNTIES]

    assert not names[0] & names[1]
    assert not names[1] & names[2]
    assert [lift_is_strict(versions(county)[0].routine()) for county in COUNTIES] == [
        False,
        False,
        True,
    ]


@pytest.mark.rule("R150")
def test_the_first_version_of_vasterbotten_follows_the_sources():
    (version,) = versions("vasterbotten")
    routine = version.routine()

    assert {one.kind for one in routine.steps} == set(StepKind)
    assert {one.kind for one in routine.exits} == set(ExitKind)
    assert [one.key for one in questions_of(routine)] == [
        "tried_locally",
        "tried_by_officials",
        "like_handling",
        "political",
    ]
    assert allowed_steps(routine)[CaseStage.PREPARED] == {
        CaseStage.RECOMMENDED,
        CaseStage.CLOSED,
    }
    assert "value_inhabitants" in fields_before(routine, CaseStage.PREPARED)
    parts = [*routine.stages, *routine.steps, *routine.exits, *questions_of(routine)]
    assert [one for one in parts if not one.source] == []


@pytest.mark.rule("R151")
def test_nobody_is_said_to_have_decided_the_first_version(db):
    load_structure(checked(STRUCTURES / "vasterbotten").structure(), by=SYSTEM, now=NOON)

    version = RoutineVersion.objects.get()
    assert (version.stage, version.adopted_by, version.adopted_on) == ("proposed", None, None)
    assert "inget beslut finns i källorna" in version.source
    here = Collaboration.objects.get().pk
    assert routines.routine_on(here, date(2020, 8, 31)) is None
    assert routines.routine_on(here, date(2020, 9, 1)) == version


def test_a_routine_with_faults_does_not_hold(norrmark):
    found = told(norrmark, ROUTINE)

    assert len(found) == 1
    assert "leder inget steg vidare" in found[0]


def test_a_draft_may_have_faults(norrmark):
    assert told(norrmark, ROUTINE.replace("proposed", "draft")) == []


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('stage = "proposed"', 'stage = "adopted"', "vilket organ som antog den"),
        ('from_stages = ["vackt"]', 'to_bodies = ["borta"]', "Organet ”borta” finns inte"),
        ('kind = "raise"', 'kind = "rase"', "Menade du ”raise”?"),
        ('of = "raised"', 'of = "raised"\nalso = 1', "Nyckeln ”also” finns inte"),
        ("number = 1", "number = 0", "för lågt"),
    ],
)
def test_each_fault_is_told_with_its_remedy(norrmark, old, new, said):
    assert any(said in one for one in told(norrmark, ROUTINE.replace(old, new)))


def test_versions_are_told_apart(norrmark):
    twice = ROUTINE.replace("proposed", "draft") * 2

    found = told(norrmark, twice)

    assert [one for one in found if "Version 1 finns redan" in one]
    assert [one for one in found if "redan ett utkast" in one]
