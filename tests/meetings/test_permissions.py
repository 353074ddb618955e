"""Who may do what with a meeting."""

import pytest

from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.permissions import Act, NotAllowed, may, require
from samverkan.meetings.queries import meetings_visible_to
from tests.factories import (
    BodyFactory,
    MeetingFactory,
    MinutesApprovalFactory,
    MinutesDraftFactory,
    MissionFactory,
    PersonFactory,
    TaskFactory,
)
from tests.permissions import ON, account, cast, who_may

COMMITTEE = {"chair", "vice chair", "coordinator"}
WHO_MAY = {
    Act.PLAN: COMMITTEE,
    Act.PREPARE_AGENDA: COMMITTEE,
    Act.MOVE: COMMITTEE,
    Act.AGREE: {"chair", "vice chair"},
    Act.CALL: COMMITTEE,
    Act.READ_PAPERS: {"member", "substitute", "the one who led it", *COMMITTEE},
    Act.NOTE: COMMITTEE,
    Act.REPORT: COMMITTEE,
    Act.APPROVE: {"the one who led it"},
    Act.REOPEN: COMMITTEE | {"the one who led it"},
    Act.CORRECT: COMMITTEE,
    Act.FOLLOW_TASKS: COMMITTEE,
    Act.KEEP_CALENDAR: {"coordinator"},
}
TAKE_PART = {
    "member",
    "substitute",
    "member of another body",
    "chair",
    "vice chair",
    "coordinator",
    "the one who led it",
}


@pytest.fixture
def body(db):
    return BodyFactory()


@pytest.fixture
def leader(body):
    return account(MissionFactory(body=body).person)


@pytest.fixture
def people(body, leader):
    return {**cast(body), "the one who led it": leader}


@pytest.fixture
def meeting(body, leader):
    return MeetingFactory(collaboration=body.collaboration, body=body, led_by=leader.person)


@pytest.mark.parametrize("act", [act for act in Act if act is not Act.APPROVE])
def test_who_may(act, meeting, people):
    assert who_may(people, may, act, meeting) == WHO_MAY[act]


@pytest.mark.rule("R304")
def test_only_the_one_who_led_may_approve(meeting, people):
    assert who_may(people, may, Act.APPROVE, meeting) == WHO_MAY[Act.APPROVE]


@pytest.mark.rule("R304")
def test_when_others_are_chosen_only_they_approve(meeting, people, body):
    adjuster = account(MissionFactory(body=body).person)
    draft = MinutesDraftFactory(meeting=meeting)
    MinutesApprovalFactory(draft=draft, person=adjuster.person)
    MinutesApprovalFactory(draft=draft, person=people["chair"].person, position=2)

    everybody = {**people, "chosen to approve": adjuster}

    assert who_may(everybody, may, Act.APPROVE, meeting) == {"chosen to approve", "chair"}


@pytest.mark.rule("R305")
def test_who_was_given_a_task_reports_it(people, body, meeting):
    given = account(PersonFactory(collaboration=body.collaboration))
    task = TaskFactory(item__meeting=meeting, person=given.person)

    everybody = {**people, "was given it": given}

    assert who_may(everybody, may, Act.FOLLOW_TASKS, task) == COMMITTEE | {"was given it"}


def test_a_meeting_is_planned_in_a_body(body, people):
    assert who_may(people, may, Act.PLAN, body) == COMMITTEE


@pytest.mark.parametrize("act", Act)
def test_the_refusal_says_who_may(act, meeting, people):
    with pytest.raises(NotAllowed) as refused:
        require(people["visitor"], act, meeting, ON)

    assert str(refused.value) == act.value


@pytest.mark.parametrize("stage", MeetingStage)
def test_a_planned_meeting_is_read_by_those_who_take_part(body, people, stage):
    meeting = MeetingFactory(collaboration=body.collaboration, body=body, stage=stage)

    readers = {
        who
        for who, user in people.items()
        if meeting in meetings_visible_to(user, body.collaboration_id, ON)
    }

    never_called = stage in (MeetingStage.PLANNED, MeetingStage.CANCELLED)
    assert readers == (TAKE_PART if never_called else set(people))
