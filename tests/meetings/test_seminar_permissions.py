"""Who may do what with the leadership seminar."""

import pytest

from samverkan.meetings.seminar_permissions import Act, NotAllowed, may, require
from tests.factories import CollaborationFactory, MissionFactory
from tests.meetings.seminars import group, planned, seminar_body
from tests.permissions import ON, account, cast, who_may

PLANNERS = {"chair", "vice chair", "coordinator"}
WHO_MAY = {Act.PLAN: {"coordinator"}, Act.KEEP: PLANNERS, Act.ADOPT: {"coordinator"}}


@pytest.fixture
def leading(db):
    here = CollaborationFactory()
    seminar_body(here)
    return group(here)


@pytest.fixture
def people(leading):
    return cast(leading)


@pytest.fixture
def seminar(leading):
    return planned(leading.collaboration, planner=leading)


@pytest.mark.rule("R051")
@pytest.mark.parametrize("act", WHO_MAY)
def test_who_may(act, seminar, people):
    assert who_may(people, may, act, seminar) == WHO_MAY[act]


@pytest.mark.rule("R089")
def test_a_body_proposes_themes_by_its_members(leading, people):
    others = account(MissionFactory(body__collaboration=leading.collaboration).person)

    found = who_may(people | {"another": others}, may, Act.PROPOSE_THEME, leading)

    assert found == {"member", "substitute", "chair", "vice chair", "coordinator"}


def test_nobody_but_the_coordinators_keeps_one_that_nobody_plans(seminar, people):
    seminar.planner = None

    assert who_may(people, may, Act.KEEP, seminar) == {"coordinator"}


@pytest.mark.parametrize("act", WHO_MAY)
def test_the_refusal_says_who_may(act, seminar, people):
    with pytest.raises(NotAllowed) as refused:
        require(people["visitor"], act, seminar, ON)

    assert str(refused.value) == act.value
