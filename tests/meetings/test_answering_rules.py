"""Who is called when a member cannot come, at the limits of the order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.meetings.choices import MeetingStage, Reply
from samverkan.meetings.rules import (
    Answered,
    Seat,
    obstacles_to_answer_call,
    obstacles_to_call_substitute,
    substitute_for,
)

ASK, AHED, FEDERATION = (1, None), (2, None), (None, 1)
ABSENT = Seat(100, 10, ASK)
FIRST, SECOND = Seat(201, 21, ASK, place=1), Seat(202, 22, ASK, place=2)
OTHERS = Seat(203, 23, AHED, place=1)
CALLED = {"stage": MeetingStage.CALLED, "is_absent": True, "answers": {}}
ANSWERING = {"distance_allowed": False, "revoked": False}


def codes(obstacles) -> list[str]:
    return [one.code for one in obstacles]


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
@pytest.mark.parametrize(
    ("answers", "found"),
    [
        ({}, FIRST),
        ({21: Answered(Reply.COMING)}, FIRST),
        ({21: Answered(Reply.ABSENT)}, SECOND),
        ({21: Answered(stands_for=101)}, SECOND),
        ({21: Answered(revoked=True)}, SECOND),
        ({21: Answered(Reply.ABSENT), 22: Answered(Reply.ABSENT)}, None),
    ],
)
def test_the_next_of_the_same_principal_is_called(answers, found):
    assert substitute_for(ABSENT, [OTHERS, SECOND, FIRST], answers) == found


@pytest.mark.rule("R065")
@pytest.mark.parametrize("holder", [AHED, FEDERATION, (None, None)])
def test_nobody_steps_in_for_another_principal_or_for_an_unknown_one(holder):
    absent = Seat(100, 10, holder)
    substitutes = [FIRST, Seat(204, 24, (None, None))]

    assert substitute_for(absent, substitutes, {}) is None


@pytest.mark.rule("R065")
def test_a_nominators_substitute_steps_in_for_the_same_nominator():
    own = Seat(205, 25, FEDERATION)

    assert substitute_for(Seat(100, 10, FEDERATION), [FIRST, own], {}) == own


def test_one_who_is_absent_is_not_the_own_substitute():
    assert substitute_for(ABSENT, [Seat(206, ABSENT.person, ASK)], {}) is None


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
@given(
    places=st.lists(st.integers(1, 5), min_size=1, max_size=6),
    holders=st.lists(st.sampled_from([ASK, AHED]), min_size=6, max_size=6),
    replies=st.lists(st.sampled_from([None, *Reply]), min_size=6, max_size=6),
    taken=st.lists(st.booleans(), min_size=6, max_size=6),
)
def test_whoever_is_proposed_is_free_own_and_first(places, holders, replies, taken):
    seats = [
        Seat(n, n, holder, place)
        for n, (place, holder) in enumerate(zip(places, holders, strict=False), 1)
    ]
    answers = {
        n: Answered(reply, stands_for=999 if held else None)
        for n, (reply, held) in enumerate(zip(replies, taken, strict=True), 1)
    }

    found = substitute_for(ABSENT, seats, answers)

    free = [
        one
        for one in seats
        if one.holder == ASK
        and answers[one.person].reply != Reply.ABSENT
        and answers[one.person].stands_for is None
    ]
    assert (found is None) is (free == [])
    if found:
        assert found in free
        assert found.place == min(one.place for one in free)
        told = {"stage": MeetingStage.CALLED, "is_absent": True, "answers": answers}
        assert obstacles_to_call_substitute(ABSENT, found, **told) == []


@pytest.mark.rule("R065")
@pytest.mark.parametrize(
    ("chosen", "change", "code"),
    [
        (FIRST, {"stage": MeetingStage.PLANNED}, "not_called_yet"),
        (FIRST, {"stage": MeetingStage.HELD}, "not_called_yet"),
        (FIRST, {"is_absent": False}, "member_is_coming"),
        (SECOND, {"answers": {21: Answered(stands_for=100)}}, "substitute_is_called"),
        (None, {}, "no_substitute_left"),
        (OTHERS, {}, "substitute_of_other_principal"),
        (FIRST, {"answers": {21: Answered(Reply.ABSENT)}}, "substitute_is_taken"),
        (FIRST, {"answers": {21: Answered(stands_for=101)}}, "substitute_is_taken"),
    ],
)
def test_a_substitute_is_not_called_when(chosen, change, code):
    assert codes(obstacles_to_call_substitute(ABSENT, chosen, **CALLED | change)) == [code]


@pytest.mark.parametrize("stage", MeetingStage)
def test_an_answer_changes_until_the_meeting_ends(stage):
    found = codes(obstacles_to_answer_call(stage=stage, reply=Reply.COMING, **ANSWERING))

    assert found == ([] if stage in ("planned", "called") else ["answer_too_late"])


@pytest.mark.parametrize(
    ("reply", "change", "found"),
    [
        (Reply.AT_A_DISTANCE, {}, ["no_distance_here"]),
        (Reply.AT_A_DISTANCE, {"distance_allowed": True}, []),
        (Reply.ABSENT, {}, []),
        (Reply.COMING, {"revoked": True}, ["call_is_revoked"]),
    ],
)
def test_an_answer_is_one_of_what_the_body_allows(reply, change, found):
    asked = {"stage": MeetingStage.CALLED, "reply": reply, **ANSWERING, **change}

    assert codes(obstacles_to_answer_call(**asked)) == found
