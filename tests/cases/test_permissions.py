"""Who may do what with a case."""

import pytest

from samverkan.cases.permissions import Act, NotAllowed, may, require
from samverkan.cases.queries import cases_visible_to
from tests.factories import BodyFactory, CaseFactory, MissionFactory
from tests.permissions import ON, account, cast, who_may

SITS = {"member", "substitute", "chair", "vice chair", "raiser"}
WHO_MAY = {
    Act.RAISE: {*SITS, "coordinator"},
    Act.DOCUMENT: {"raiser", "coordinator"},
    Act.PREPARE: {"coordinator"},
    Act.RANK: {"chair", "vice chair", "coordinator"},
    Act.FINISH: {"coordinator"},
    Act.WATCH: {"raiser", "chair", "vice chair", "coordinator"},
    Act.LEAVE: {"coordinator"},
    Act.WITHDRAW: {"raiser", "coordinator"},
    Act.KEEP_ROUTINE: {"coordinator"},
    Act.STEER_AREA: {"chair", "vice chair", "coordinator"},
    Act.KEEP_RISKS: {*SITS, "coordinator"},
    Act.COMPARE: {*SITS, "coordinator"},
    Act.ADMIT: {"chair", "vice chair", "coordinator"},
    Act.LIFT: {"coordinator"},
}
READS_DRAFTS = {*SITS, "member of another body", "coordinator"}


@pytest.fixture
def body(db):
    return BodyFactory()


@pytest.fixture
def raiser(body):
    return account(MissionFactory(body=body).person)


@pytest.fixture
def case(body, raiser):
    return CaseFactory(collaboration=body.collaboration, body=body, raised_by=raiser.person)


@pytest.fixture
def people(body, raiser):
    return {**cast(body), "raiser": raiser}


@pytest.mark.parametrize("act", Act)
def test_who_may(act, case, people):
    assert who_may(people, may, act, case) == WHO_MAY[act]


def test_a_question_is_raised_in_a_body(body, people):
    assert who_may(people, may, Act.RAISE, body) == WHO_MAY[Act.RAISE]


def test_a_raiser_who_left_the_body_no_longer_writes(body):
    gone = account(MissionFactory(body=body, ended=True).person)
    case = CaseFactory(collaboration=body.collaboration, body=body, raised_by=gone.person)

    assert not may(gone, Act.DOCUMENT, case, ON)


@pytest.mark.parametrize("act", Act)
def test_the_refusal_says_who_may(act, case, people):
    with pytest.raises(NotAllowed) as refused:
        require(people["visitor"], act, case, ON)

    assert str(refused.value) == act.value


def test_a_raised_case_is_read_by_those_who_take_part(case, people):
    here = case.collaboration_id
    readers = {who for who, user in people.items() if case in cases_visible_to(user, here, ON)}

    assert readers == READS_DRAFTS


def test_a_prepared_case_is_read_by_everyone(body, people):
    case = CaseFactory(collaboration=body.collaboration, body=body, prepared=True)

    readers = {
        who
        for who, user in people.items()
        if case in cases_visible_to(user, case.collaboration_id, ON)
    }

    assert readers == set(people)
