"""A case that has gone all the way is ended."""

from datetime import UTC, datetime

import pytest

from samverkan.cases.actions import finish_case
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.rules import PLAIN, obstacles_to_finish
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import Dispatch
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Remark, StepRefused
from tests.factories import TESTER, CollaborationFactory, PrincipalFactory, agreed_recommendation

NOW = datetime(2026, 9, 1, 9, tzinfo=UTC)


@pytest.fixture
def case(db):
    here = CollaborationFactory()
    PrincipalFactory(collaboration=here, short_name="Malå")
    case = agreed_recommendation(here, dispatched=True).case
    Case.objects.filter(pk=case.pk).update(stage=CaseStage.REPORTED_BACK)
    return case


def finish(case, **facts) -> Case:
    return finish_case(case.collaboration_id, case.number, by=TESTER, now=NOW, **facts)


@pytest.mark.rule("R153")
@pytest.mark.parametrize("stage", [one for one in CaseStage if one != CaseStage.REPORTED_BACK])
def test_a_case_is_ended_when_it_has_been_reported_back(stage):
    found = obstacles_to_finish(stage=stage, routine=PLAIN, silent=[])

    assert [one.code for one in found] == ["not_reported_back"]


def test_a_silent_principal_is_a_remark():
    (found,) = obstacles_to_finish(stage=CaseStage.REPORTED_BACK, routine=PLAIN, silent=["Malå"])

    assert isinstance(found, Remark)
    assert obstacles_to_finish(stage=CaseStage.REPORTED_BACK, routine=PLAIN, silent=[]) == []


def test_a_case_that_all_have_answered_is_ended(case):
    Dispatch.objects.update(state=DispatchState.APPROVED, decided_on=NOW.date())

    assert finish(case).stage == CaseStage.CLOSED
    assert Entry.objects.filter(verb="case.finished").count() == 1


def test_a_case_with_a_silent_principal_is_ended_with_a_reason(case):
    with pytest.raises(StepRefused) as refusal:
        finish(case)
    assert "Malå" in refusal.value.obstacles[0].facts["principals"]

    finish(case, reason="Kommunen har upphört.")

    assert Entry.objects.get(verb="case.finished").content["facts"]["reason"]
