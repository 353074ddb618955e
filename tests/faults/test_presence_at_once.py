"""Two who write, call or answer at once about a meeting: one waits, and nothing is lost."""

from datetime import UTC, date, datetime

import pytest

from samverkan.meetings.actions import (
    answer_call,
    call_meeting,
    call_substitute,
    close_meeting,
    note_attendance,
    note_point,
    plan_meeting,
    stamp_of,
    step_aside,
)
from samverkan.meetings.actions.attendance import Attending
from samverkan.meetings.choices import AbsenceKind, Part, Reply
from samverkan.meetings.models import Item
from tests.factories import (
    TESTER,
    BodyFactory,
    CollaborationFactory,
    MissionFactory,
    PrincipalFactory,
)
from tests.faults.test_at_once import DONE, at_once

THEN = {"by": TESTER, "now": datetime(2026, 4, 1, 9, 0, tzinfo=UTC)}


@pytest.fixture
def here(transactional_db):
    return CollaborationFactory()


@pytest.fixture
def body(here):
    return BodyFactory(collaboration=here)


@pytest.fixture
def seats(here, body):
    """One ordinary member and two substitutes of the same principal."""
    ask = PrincipalFactory(collaboration=here)
    member = MissionFactory(body=body, principal=ask)
    both = [
        MissionFactory(body=body, principal=ask, substitute=True, place=place) for place in (1, 2)
    ]
    return member, *both


@pytest.fixture
def meeting(body, seats):
    meeting = plan_meeting(body.pk, on=date(2026, 4, 1), **THEN)
    call_meeting(meeting.pk, **THEN)
    return meeting


def reply(meeting, mission, answer):
    call = meeting.calls.get(person=mission.person)
    return lambda: answer_call(call.pk, answer, **THEN)


@pytest.mark.rule("R065")
def test_two_substitutes_are_called_at_once(here, meeting, seats):
    member, *substitutes = seats
    reply(meeting, member, Reply.ABSENT)()

    def calls(one):
        return lambda: call_substitute(meeting.pk, member.pk, one.person_id, **THEN)

    assert at_once(here, *map(calls, substitutes)) == [DONE, "substitute_is_called"]
    assert meeting.calls.get(instead_of=member).person == substitutes[0].person


@pytest.mark.rule("R065")
def test_a_substitute_is_called_while_the_member_can_come_after_all(here, meeting, seats):
    member, substitute, _ = seats
    reply(meeting, member, Reply.ABSENT)()

    outcomes = at_once(
        here,
        reply(meeting, member, Reply.COMING),
        lambda: call_substitute(meeting.pk, member.pk, substitute.person_id, **THEN),
    )

    assert outcomes == [DONE, "member_is_coming"]
    assert not meeting.calls.filter(instead_of=member).exists()


def test_two_secretaries_save_at_once(here, meeting):
    item = meeting.items.get(kind="report")
    seen = stamp_of(item)

    def writes(text):
        return lambda: note_point(item.pk, text=text, seen=seen, **THEN)

    assert at_once(here, writes("Det ena."), writes("Det andra.")) == [
        DONE,
        "point_written_meanwhile",
    ]
    assert Item.objects.get(pk=item.pk).text == "Det ena."


def test_the_secretary_saves_while_the_meeting_is_ended(here, meeting, seats):
    item = meeting.items.get(kind="report")
    member, *_ = seats
    note_attendance(meeting.pk, [Attending(member.person_id)], led_by=member.person_id, **THEN)

    outcomes = at_once(
        here,
        lambda: close_meeting(meeting.pk, **THEN),
        lambda: note_point(item.pk, text="Sist.", seen=stamp_of(item), **THEN),
    )

    assert outcomes == [DONE, "meeting_is_held"]


def test_somebody_leaves_the_attendance_while_jav_is_noted(here, meeting, seats):
    item = meeting.items.get(kind="report")
    member, substitute, _ = seats
    both = [Attending(member.person_id), Attending(substitute.person_id, Part.GUEST)]
    note_attendance(meeting.pk, both, led_by=member.person_id, **THEN)
    jav = {"stood_in_by": substitute.person_id, **THEN}

    outcomes = at_once(
        here,
        lambda: step_aside(item.pk, member.person_id, AbsenceKind.CONFLICT, **jav),
        lambda: note_attendance(meeting.pk, both[:1], led_by=member.person_id, **THEN),
    )

    assert outcomes == [DONE, "aside_no_longer_holds"]
