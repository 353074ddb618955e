"""Rules for what is noted beside outcomes, at their limits."""

from datetime import date

import pytest

from samverkan.meetings.choices import MeetingStage, Part, TaskState, VoiceKind
from samverkan.meetings.rules import (
    agenda_open,
    notes_open,
    obstacles_to_conclude,
    obstacles_to_end_task,
    obstacles_to_next_meeting,
    obstacles_to_order,
    obstacles_to_voice,
)
from tests.meetings.test_rules import CONCLUDING

DAY = date(2026, 3, 12)
VOICE = {
    "stage": MeetingStage.CALLED,
    "kind": VoiceKind.RESERVATION,
    "text": "Jag reserverar mig.",
    "named": 1,
    "part": Part.DECIDING,
}
ORDER = {
    "stage": MeetingStage.CALLED,
    "what": "Presentera förutsättningarna.",
    "whom": "Koordinatorerna",
    "has_due": True,
    "due": date(2026, 3, 13),
    "met_on": DAY,
}


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


@pytest.mark.rule("R290")
@pytest.mark.parametrize("stage", MeetingStage)
def test_a_meeting_opened_again_lets_notes_change_but_no_point_come_or_go(stage):
    closed = stage in (MeetingStage.HELD, MeetingStage.APPROVED, MeetingStage.CANCELLED)

    assert codes(notes_open(stage)) == (["meeting_is_held"] if closed else [])
    if stage is MeetingStage.REOPENED:
        assert codes(agenda_open(stage)) == ["points_are_numbered"]


@pytest.mark.rule("R291")
@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, []),
        ({"kind": VoiceKind.VIEW, "part": Part.GUEST}, []),
        ({"stage": MeetingStage.HELD}, ["meeting_is_held"]),
        ({"text": " "}, ["voice_without_text"]),
        ({"named": 0}, ["voice_of_nobody"]),
        ({"named": 2}, ["voice_of_nobody"]),
        ({"part": None}, ["voice_of_absent"]),
        ({"part": Part.RAPPORTEUR}, ["voice_not_deciding"]),
        ({"part": Part.GUEST, "kind": VoiceKind.PROPOSAL}, ["voice_not_deciding"]),
        ({"part": Part.GUEST, "kind": VoiceKind.DISSENT}, ["voice_not_deciding"]),
    ],
)
def test_what_someone_put_forward(facts, found):
    assert codes(obstacles_to_voice(**VOICE | facts)) == found


@pytest.mark.rule("R305")
@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, []),
        ({"due": None}, []),  # due at a time that is no day yet, in words
        ({"stage": MeetingStage.REOPENED}, []),
        ({"stage": MeetingStage.HELD}, ["meeting_is_held"]),
        ({"what": " "}, ["no_task"]),
        ({"whom": ""}, ["nobody_to_do_the_task"]),
        ({"has_due": False, "due": None}, ["task_without_due"]),
        ({"due": DAY}, ["task_due_too_early"]),
    ],
)
def test_a_task_says_what_who_and_when(facts, found):
    assert codes(obstacles_to_order(**ORDER | facts)) == found


@pytest.mark.rule("R305")
@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, []),
        ({"stage": MeetingStage.HELD}, []),
        ({"stage": MeetingStage.CALLED}, ["task_is_not_ordered_yet"]),
        ({"state": TaskState.DONE}, ["task_is_ended"]),
        ({"state": TaskState.DROPPED}, ["task_is_ended"]),
        ({"dropping": True, "note": " "}, ["no_reason_to_drop"]),
        ({"dropping": True, "note": "Frågan är löst."}, []),
    ],
)
def test_no_task_disappears_without_a_word(facts, found):
    ending = {
        "state": TaskState.OPEN,
        "stage": MeetingStage.APPROVED,
        "dropping": False,
        "note": "",
    }

    assert codes(obstacles_to_end_task(**ending | facts)) == found


@pytest.mark.rule("R301")
@pytest.mark.parametrize(
    ("on", "found"), [(None, []), (date(2026, 3, 13), []), (DAY, ["next_before_this"])]
)
def test_the_next_meeting_comes_after_this(on, found):
    given = {"stage": MeetingStage.CALLED, "met_on": DAY}

    assert codes(obstacles_to_next_meeting(on=on, **given)) == found


@pytest.mark.rule("R298")
@pytest.mark.parametrize(
    ("count", "found"), [(0, []), (1, []), (2, ["one_clause_in_running_text"])]
)
def test_in_running_text_there_is_one_clause(count, found):
    assert codes(obstacles_to_conclude(**CONCLUDING | {"in_running_text": count})) == found
