"""Which cases are found."""

from datetime import date

import pytest

from samverkan.cases.choices import CaseStage
from samverkan.cases.queries import cases_visible_to, is_member, public_cases
from tests.factories import (
    CaseFactory,
    CollaborationFactory,
    MissionFactory,
    RoleFactory,
    UserFactory,
)

ON = date(2026, 3, 12)


@pytest.mark.parametrize("stage", CaseStage)
def test_everyone_reads_all_but_the_raised(db, stage):
    case = CaseFactory(stage=stage)

    assert (case in public_cases(case.collaboration_id)) is (stage != CaseStage.RAISED)


def test_a_role_or_a_mission_makes_a_member(db):
    here = CollaborationFactory()
    role = RoleFactory(collaboration=here).person
    mission = MissionFactory(body__collaboration=here).person
    ended = MissionFactory(body__collaboration=here, ended=True).person

    found = [is_member(UserFactory(person=one), here.pk, ON) for one in (role, mission, ended)]

    assert found == [True, True, False]


@pytest.mark.parametrize("count", [1, 3])
def test_visible_cases_take_as_many_questions_however_many(db, django_assert_num_queries, count):
    here = CollaborationFactory()
    user = UserFactory(person=RoleFactory(collaboration=here).person)
    CaseFactory.create_batch(count, collaboration=here)
    CaseFactory()

    with django_assert_num_queries(2):
        found = list(cases_visible_to(user, here.pk, ON))

    assert len(found) == count
