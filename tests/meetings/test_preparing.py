"""A body prepares a case for the one above it, at a meeting."""

import pytest

from samverkan.meetings.actions import Attending, close_meeting, conclude_point, note_attendance
from samverkan.meetings.choices import ItemKind, Outcome
from samverkan.meetings.rules import obstacles_to_prepare_for_next
from tests.cases.ladders import THEN, a_ladder, refused
from tests.factories import CaseFactory, ItemFactory, MeetingFactory, MissionFactory

READY = {
    "outcome": Outcome.PREPARED,
    "kind": ItemKind.DECISION,
    "has_case": True,
    "prepares_for_another": True,
}


@pytest.mark.rule("R091")
@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({}, []),
        ({"kind": ItemKind.INFORMATION}, ["not_a_decision_point"]),
        ({"has_case": False}, ["preparation_without_case"]),
        ({"prepares_for_another": False}, ["prepares_for_nobody"]),
        ({"outcome": Outcome.NOTED, "prepares_for_another": False}, []),
    ],
)
def test_a_body_has_prepared_when(change, expected):
    assert [one.code for one in obstacles_to_prepare_for_next(**READY | change)] == expected


def point_in(body):
    meeting = MeetingFactory(collaboration=body.collaboration, body=body, on=THEN["now"].date())
    case = CaseFactory(collaboration=body.collaboration, body=body, prepared=True)
    return ItemFactory(meeting=meeting, body=body, case=case, kind=ItemKind.DECISION)


@pytest.mark.rule("R091")
def test_lsg_prepares_for_samrad_and_the_case_stays_prepared(db):
    item = point_in(a_ladder().lsg)
    member = MissionFactory(body=item.body).person
    note_attendance(item.meeting_id, [Attending(member.pk)], led_by=member.pk, **THEN)

    conclude_point(item.pk, Outcome.PREPARED, text="Underlaget räcker.", **THEN)
    close_meeting(item.meeting_id, **THEN)

    item.case.refresh_from_db()
    assert (item.case.stage, item.case.items.get().outcome) == ("prepared", "prepared")


def test_a_body_that_prepares_for_nobody_cannot_say_so(db):
    item = point_in(a_ladder().top)

    assert refused(conclude_point, item.pk, Outcome.PREPARED, **THEN) == ["prepares_for_nobody"]
