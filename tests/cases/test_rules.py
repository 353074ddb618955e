"""Rules for raising and preparing a case, at their limits."""

import pytest

from samverkan.cases.choices import CaseStage, Scope
from samverkan.cases.rules import (
    MINIMUM,
    is_public,
    obstacles_to_prepare,
    obstacles_to_raise,
    remarks_on_case,
    remarks_on_preparation,
)
from samverkan.journal.obstacles import Remark, StepRefused, refuse

RAISING = {
    "title": "Gemensam rutin",
    "question": "Ska vi?",
    "raiser_is_member": True,
    "raiser_known": True,
    "from_source": False,
}
WRITTEN = {
    "value_inhabitants": "Trygghet",
    "value_operations": "Färre omtag",
    "scope": Scope.ELDERLY_CARE,
    "responsible_management": "Socialchefen",
}
FULL = dict.fromkeys(MINIMUM, "skrivet")


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


def test_a_title_and_a_question_from_a_member_are_enough():
    assert obstacles_to_raise(**RAISING) == []


@pytest.mark.parametrize(
    ("change", "code"), [({"title": " "}, "no_title"), ({"question": "\n"}, "no_question")]
)
def test_a_question_is_not_raised_without(change, code):
    assert codes(obstacles_to_raise(**RAISING | change)) == [code]


@pytest.mark.rule("R086")
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"raiser_is_member": False}, ["raiser_not_member"]),
        ({"raiser_known": False, "raiser_is_member": False}, ["no_raiser"]),
        ({"raiser_known": False, "raiser_is_member": False, "from_source": True}, []),
        ({"raiser_is_member": False, "from_source": True}, ["raiser_not_member"]),
    ],
)
def test_questions_are_raised_by_one_of_the_bodys_members(change, found):
    assert codes(obstacles_to_raise(**RAISING | change)) == found


def test_nothing_is_remarked_on_a_full_question():
    assert remarks_on_case(**WRITTEN) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(
            {"value_inhabitants": ""}, "no_value_inhabitants", marks=pytest.mark.rule("R001")
        ),
        pytest.param(
            {"value_operations": " "}, "no_value_operations", marks=pytest.mark.rule("R002")
        ),
        pytest.param(
            {"responsible_management": ""},
            "no_responsible_management",
            marks=pytest.mark.rule("R009"),
        ),
        pytest.param({"scope": ""}, "no_scope", marks=pytest.mark.rule("R026")),
        pytest.param({"scope": Scope.OUTSIDE}, "outside_scope", marks=pytest.mark.rule("R026")),
    ],
)
def test_what_a_question_lacks_is_remarked(change, code):
    found = remarks_on_case(**WRITTEN | change)

    assert codes(found) == [code]
    assert all(isinstance(one, Remark) for one in found)


def test_a_documented_case_with_a_handler_is_prepared():
    assert obstacles_to_prepare(stage=CaseStage.RAISED, fields=FULL, handler_known=True) == []


@pytest.mark.rule("R149")
@pytest.mark.parametrize("name", MINIMUM)
def test_every_minimum_field_is_needed(name):
    (found,) = obstacles_to_prepare(
        stage=CaseStage.RAISED, fields=FULL | {name: ""}, handler_known=True
    )

    assert (found.code, found.facts) == ("not_documented", {"missing": [name]})


@pytest.mark.rule("R110")
def test_a_case_needs_a_coordinator_as_its_handler():
    found = obstacles_to_prepare(stage=CaseStage.RAISED, fields=FULL, handler_known=False)

    assert codes(found) == ["no_handler"]


@pytest.mark.rule("R079")
def test_experts_are_asked_or_it_is_said_why_not():
    found = remarks_on_preparation(experts=" ", scope=Scope.ELDERLY_CARE)

    assert codes(found) == ["no_experts"]
    with pytest.raises(StepRefused):
        refuse(found)
    with pytest.raises(StepRefused):
        refuse(found, reason="  ")
    refuse(found, reason="Frågan är administrativ.")


@pytest.mark.rule("R026")
def test_a_question_outside_the_agreements_areas_needs_a_reason():
    assert codes(remarks_on_preparation(experts="MAS", scope=Scope.OUTSIDE)) == ["outside_scope"]


@pytest.mark.parametrize("stage", CaseStage)
def test_all_but_the_raised_are_public(stage):
    assert is_public(stage) is (stage is not CaseStage.RAISED)
