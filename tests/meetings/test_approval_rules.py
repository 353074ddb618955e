"""Rules for approving minutes, at their limits."""

from datetime import UTC, date, datetime, timedelta

import pytest

from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.rules import (
    changed_parts,
    days_late,
    may_be_reminded,
    obstacles_to_approve,
    obstacles_to_comment,
    obstacles_to_correct,
    obstacles_to_reopen,
    obstacles_to_send_for_approval,
    to_be_approved_by,
)
from tests.documents.texts import MINUTES

DAY = date(2026, 3, 12)
APPROVING = {
    "stage": MeetingStage.HELD,
    "is_adjuster": True,
    "adjusters": ["Carin Ordförande"],
    "has_approved": False,
    "seen": "a" * 64,
    "drafted": "a" * 64,
    "current": "a" * 64,
    "approved_on": DAY,
    "met_on": DAY,
    "today": DAY,
    "from_source": False,
}
SENDING = {
    "stage": MeetingStage.HELD,
    "adjusters": [1, 2],
    "deciding": {1, 2, 3},
    "without_title": False,
    "same_as": None,
}


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


@pytest.mark.rule("R304")
@pytest.mark.parametrize("seen", ["a" * 64, ""])
def test_who_is_chosen_approves_what_they_read_from_the_day_of_the_meeting(seen):
    assert obstacles_to_approve(**APPROVING | {"seen": seen}) == []


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"stage": MeetingStage.CALLED}, "not_to_approve_now"),
        ({"stage": MeetingStage.REOPENED}, "not_to_approve_now"),
        ({"stage": MeetingStage.APPROVED}, "not_to_approve_now"),
        ({"is_adjuster": False}, "not_an_adjuster"),
        ({"has_approved": True}, "approved_already"),
        ({"seen": "b" * 64}, "minutes_changed_meanwhile"),
        ({"current": "b" * 64}, "draft_out_of_date"),
        ({"approved_on": None}, "no_approval_day"),
        ({"approved_on": date(2026, 3, 11)}, "approval_day_outside"),
        ({"approved_on": date(2026, 3, 13)}, "approval_day_outside"),
    ],
)
def test_minutes_are_not_approved_when(facts, code):
    assert codes(obstacles_to_approve(**APPROVING | facts)) == [code]


@pytest.mark.rule("R304")
def test_history_may_lack_the_day_of_approval():
    assert obstacles_to_approve(**APPROVING | {"approved_on": None, "from_source": True}) == []


@pytest.mark.rule("R304")
def test_one_or_more_who_decided_are_sent_the_draft():
    assert obstacles_to_send_for_approval(**SENDING) == []
    assert obstacles_to_send_for_approval(**SENDING | {"adjusters": [3]}) == []


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"stage": MeetingStage.CALLED}, "not_to_approve_now"),
        ({"stage": MeetingStage.APPROVED}, "not_to_approve_now"),
        ({"adjusters": []}, "no_adjusters"),
        ({"adjusters": [1, 1]}, "adjuster_chosen_twice"),
        ({"adjusters": [1, 4]}, "adjuster_did_not_decide"),
        ({"without_title": True}, "adjuster_without_title"),
        ({"same_as": 1}, "draft_is_the_same"),
    ],
)
def test_a_draft_is_not_sent_when(facts, code):
    assert codes(obstacles_to_send_for_approval(**SENDING | facts)) == [code]


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, []),
        ({"has_open_draft": False}, ["no_draft_to_comment"]),
        ({"is_adjuster": False}, ["only_adjusters_comment"]),
        ({"text": " \n"}, ["no_comment"]),
    ],
)
def test_comments_come_from_adjusters_while_a_draft_waits(facts, found):
    given = {"has_open_draft": True, "is_adjuster": True, "text": "Fel dag."} | facts

    assert codes(obstacles_to_comment(**given)) == found


@pytest.mark.rule("R304")
@pytest.mark.parametrize("stage", MeetingStage)
def test_only_a_closed_meeting_that_is_not_approved_is_opened_again(stage):
    found = codes(obstacles_to_reopen(stage=stage, reason="Fel dag."))

    assert found == ([] if stage is MeetingStage.HELD else ["not_to_reopen"])


@pytest.mark.rule("R304")
def test_who_opens_a_meeting_again_says_why():
    assert codes(obstacles_to_reopen(stage=MeetingStage.HELD, reason=" ")) == [
        "no_reason_to_reopen"
    ]


@pytest.mark.rule("R304")
@pytest.mark.parametrize("stage", MeetingStage)
def test_only_approved_minutes_are_corrected_by_a_note(stage):
    found = codes(obstacles_to_correct(stage=stage, text="Rätt dag är den 13."))

    assert found == ([] if stage is MeetingStage.APPROVED else ["not_to_correct_yet"])
    assert codes(obstacles_to_correct(stage=MeetingStage.APPROVED, text=" ")) == ["no_correction"]


@pytest.mark.rule("R304")
def test_minutes_are_to_be_approved_within_fourteen_days():
    due = to_be_approved_by(DAY)

    assert due == date(2026, 3, 26)
    assert [days_late(due, due + timedelta(days=days)) for days in (-1, 0, 1)] == [0, 0, 1]
    assert days_late(None, DAY) == 0


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    ("day", "days_since", "reminded"),
    [
        (date(2026, 3, 22), 10, False),  # the day is not near
        (date(2026, 3, 23), 7, True),
        (date(2026, 3, 23), 6, False),  # told less than a week ago
        (date(2026, 4, 30), 7, True),
    ],
)
def test_who_has_not_answered_is_reminded_near_the_day_and_once_a_week(day, days_since, reminded):
    now = datetime(day.year, day.month, day.day, 7, tzinfo=UTC)
    told = now - timedelta(days=days_since)

    assert may_be_reminded(due_on=date(2026, 3, 26), last_told=told, now=now) is reminded


@pytest.mark.rule("R304")
def test_only_the_parts_that_are_other_are_shown():
    points = [{**MINUTES["points"][0], "text": "Bo öppnar."}, *MINUTES["points"][1:]]

    [changed] = changed_parts(MINUTES, {**MINUTES, "points": points})

    assert changed.heading == "76. Mötet öppnas"
    assert [(one.kind, one.text) for one in changed.spans][:2] == [
        ("removed", "Anna"),
        ("added", "Bo"),
    ]
    assert changed_parts(MINUTES, MINUTES) == []


@pytest.mark.rule("R304")
@pytest.mark.parametrize(
    ("change", "heading"),
    [
        ({"place": "Umeå"}, "Tid och plats"),
        ({"next_meeting": None}, "Tid och plats"),
        ({"guests": ["Gun Gäst"]}, "Närvarande"),
    ],
)
def test_a_change_of_the_head_is_a_changed_part(change, heading):
    assert [one.heading for one in changed_parts(MINUTES, MINUTES | change)] == [heading]
