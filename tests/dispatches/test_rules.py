from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.cases.choices import CaseStage
from samverkan.dispatches.choices import AnswerKind, DispatchState, RecommendationState, ShownState
from samverkan.dispatches.rules import (
    REMIND_AT_MOST_EVERY,
    Told,
    may_be_reminded,
    obstacles_to_answer,
    obstacles_to_dispatch,
    recommendation_state,
    report_back_due,
    shown_state,
    tally,
)

DISPATCHED_ON = date(2026, 3, 12)
TODAY = date(2026, 5, 20)
NOW = datetime(2026, 5, 20, 9, 0, tzinfo=UTC)
DAY = timedelta(days=1)

RECEIVED = Told(AnswerKind.RECEIVED, reference_number="SN 2026/7")
PLANNED = Told(AnswerKind.PLANNED, on=TODAY + 30 * DAY)
APPROVED = Told(AnswerKind.APPROVED, on=TODAY, deciding_body="Socialnämnden", paragraph="§ 31")
REJECTED = Told(AnswerKind.REJECTED, on=TODAY, deciding_body="Socialnämnden", paragraph="§ 31")


def codes(obstacles):
    return [obstacle.code for obstacle in obstacles]


def to_answer(told, **change):
    facts = {
        "state": DispatchState.DISPATCHED,
        "dispatched_on": DISPATCHED_ON,
        "today": TODAY,
        "has_extract": True,
        "seen": 0,
        "given": 0,
    }
    return codes(obstacles_to_answer(told, **facts | change))


# --- Dispatch ------------------------------------------------------------------------------------

READY = {
    "dispatched": False,
    "minutes_approved": True,
    "case_stage": CaseStage.RECOMMENDED,
    "clauses": ["att anta rutinen"],
    "missing_annexes": [],
    "unreachable": [],
    "reply_by": None,
    "today": TODAY,
}


@pytest.mark.rule("R152")
def test_a_recommendation_from_approved_minutes_can_be_dispatched():
    assert obstacles_to_dispatch(**READY) == []
    assert obstacles_to_dispatch(**READY | {"reply_by": TODAY + DAY}) == []


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"dispatched": True, "case_stage": CaseStage.DISPATCHED}, "already_dispatched"),
        ({"case_stage": CaseStage.PREPARED}, "wrong_stage"),
        ({"case_stage": CaseStage.REPORTED_BACK}, "wrong_stage"),
        pytest.param(
            {"minutes_approved": False}, "minutes_not_approved", marks=pytest.mark.rule("R304")
        ),
        ({"clauses": []}, "no_clauses"),
        pytest.param(
            {"missing_annexes": ["bilaga 2"]}, "annexes_missing", marks=pytest.mark.rule("R299")
        ),
        ({"unreachable": ["Malå kommun"]}, "unreachable"),
        ({"reply_by": TODAY}, "reply_by_passed"),
        ({"reply_by": TODAY - DAY}, "reply_by_passed"),
    ],
)
@pytest.mark.rule("R152")
def test_a_recommendation_cannot_be_dispatched_when(change, code):
    assert codes(obstacles_to_dispatch(**READY | change)) == [code]


def test_everything_that_stands_in_the_way_of_dispatch_is_said_at_once():
    change = {"minutes_approved": False, "clauses": [], "unreachable": ["Malå kommun"]}
    found = codes(obstacles_to_dispatch(**READY | change))
    assert found == ["minutes_not_approved", "no_clauses", "unreachable"]


# --- Answers -------------------------------------------------------------------------------------


@pytest.mark.parametrize("told", [RECEIVED, PLANNED, APPROVED, REJECTED])
@pytest.mark.parametrize(
    "state", [DispatchState.DISPATCHED, DispatchState.RECEIVED, DispatchState.PLANNED]
)
@pytest.mark.rule("R152")
def test_any_of_the_answers_may_come_first(told, state):
    assert to_answer(told, state=state) == []


@pytest.mark.parametrize("number", ["", "  "])
@pytest.mark.rule("R316")
def test_reception_names_the_principals_own_number(number):
    assert to_answer(Told(AnswerKind.RECEIVED, reference_number=number)) == ["no_reference_number"]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        (None, ["no_planned_day"]),
        (TODAY - DAY, ["planned_day_passed"]),
        (TODAY + 730 * DAY, []),
        (TODAY + 731 * DAY, ["planned_day_far"]),
        (TODAY, []),
        (TODAY + DAY, []),
        (DISPATCHED_ON - DAY, ["planned_day_passed", "before_dispatch"]),
    ],
)
def test_a_planned_meeting_is_to_come(on, found):
    assert to_answer(Told(AnswerKind.PLANNED, on=on)) == found


@pytest.mark.parametrize("kind", [AnswerKind.APPROVED, AnswerKind.REJECTED])
@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({"on": None}, ["no_decision_day"]),
        ({"on": TODAY}, []),
        ({"on": TODAY + DAY}, ["decision_day_ahead"]),
        ({"on": DISPATCHED_ON}, []),
        ({"on": DISPATCHED_ON - DAY}, ["before_dispatch"]),
        pytest.param({"deciding_body": " "}, ["no_deciding_body"], marks=pytest.mark.rule("R007")),
        ({"paragraph": " "}, ["no_paragraph"]),
    ],
)
@pytest.mark.rule("R152")
def test_a_decision_says_who_decided_and_when(kind, change, found):
    facts = {"on": TODAY, "deciding_body": "Socialnämnden", "paragraph": "§ 31"}
    assert to_answer(Told(kind, **facts | change)) == found


@pytest.mark.rule("R152")
def test_a_decision_is_proved_by_its_extract():
    assert to_answer(APPROVED, has_extract=False) == ["no_extract"]
    assert to_answer(RECEIVED, has_extract=False) == []


@pytest.mark.parametrize("state", [DispatchState.APPROVED, DispatchState.REJECTED])
@pytest.mark.parametrize("told", [RECEIVED, PLANNED, APPROVED, REJECTED])
@pytest.mark.rule("R152")
def test_what_is_decided_is_only_corrected(told, state):
    given = {"seen": 1, "given": 1, "state": state}
    assert to_answer(told, **given) == ["already_decided"]
    assert to_answer(told, **given, correcting=True, reason="Fel ruta") == []


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_correction_says_why(reason):
    given = {"seen": 1, "given": 1, "state": DispatchState.APPROVED}
    assert to_answer(APPROVED, **given, correcting=True, reason=reason) == ["no_reason"]


def test_nothing_is_corrected_before_there_is_an_answer():
    assert to_answer(RECEIVED, correcting=True, reason="Fel") == ["nothing_to_correct"]


@given(seen=st.integers(-1, 20), answers=st.integers(0, 20))
@pytest.mark.rule("R152")
def test_two_at_once_are_told_of_each_other(seen, answers):
    found = to_answer(RECEIVED, seen=seen, given=answers)
    assert ("answered_meanwhile" in found) == (seen != answers)


@pytest.mark.rule("R152")
def test_history_may_leave_unsaid_what_its_source_leaves_unsaid():
    about = Told(AnswerKind.APPROVED, about="årsskiftet 2018/2019")
    assert to_answer(about, has_extract=False, from_source=True) == []
    assert to_answer(Told(AnswerKind.APPROVED), from_source=True) == ["no_decision_day"]


@given(st.builds(Told, kind=st.sampled_from(AnswerKind), on=st.dates() | st.none()))
def test_no_decision_passes_outside_the_days_from_dispatch_to_today(told):
    passed = not to_answer(
        Told(told.kind, on=told.on, reference_number="1", deciding_body="N", paragraph="1")
    )
    if told.kind in (AnswerKind.APPROVED, AnswerKind.REJECTED):
        assert passed == (told.on is not None and DISPATCHED_ON <= told.on <= TODAY)


# --- What is shown -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("state", "reply_by", "planned_on", "shown"),
    [
        (None, None, None, ShownState.NOT_DISPATCHED),
        (DispatchState.DISPATCHED, None, None, ShownState.DISPATCHED),
        (DispatchState.DISPATCHED, TODAY, None, ShownState.DISPATCHED),
        (DispatchState.DISPATCHED, TODAY - DAY, None, ShownState.UNANSWERED),
        (DispatchState.RECEIVED, TODAY, None, ShownState.RECEIVED),
        (DispatchState.RECEIVED, TODAY - DAY, None, ShownState.UNANSWERED),
        (DispatchState.PLANNED, TODAY - DAY, TODAY, ShownState.PLANNED),
        (DispatchState.PLANNED, TODAY - DAY, TODAY - DAY, ShownState.UNANSWERED),
        (DispatchState.PLANNED, None, TODAY - DAY, ShownState.PLANNED),
        (DispatchState.APPROVED, TODAY - DAY, None, ShownState.APPROVED),
        (DispatchState.REJECTED, TODAY - DAY, None, ShownState.REJECTED),
    ],
)
@pytest.mark.rule("R154")
def test_the_board_says(state, reply_by, planned_on, shown):
    assert shown_state(state, reply_by=reply_by, planned_on=planned_on, today=TODAY) is shown


@pytest.mark.parametrize(
    ("states", "dispatched", "whole"),
    [
        ([], False, RecommendationState.NOT_DISPATCHED),
        (["approved", "planned"], True, RecommendationState.OUT),
        (["approved", "rejected"], True, RecommendationState.ALL_ANSWERED),
        (["approved"] * 16, True, RecommendationState.ALL_ANSWERED),
        (["approved"] * 15 + ["received"], True, RecommendationState.OUT),
    ],
)
@pytest.mark.rule("R153")
def test_the_whole_follows_from_the_principals_answers(states, dispatched, whole):
    parts = [DispatchState(state) for state in states]
    assert recommendation_state(parts, dispatched=dispatched) is whole


def test_the_tally_counts_every_principal_once():
    states = {DispatchState.APPROVED: 13, DispatchState.REJECTED: 1, DispatchState.PLANNED: 2}
    counted = tally(states)
    assert (counted.addressed, counted.approved, counted.rejected) == (16, 13, 1)
    assert counted.decided == 14
    assert tally({}).decided == 0


# --- Report back and reminders -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("dispatched", "reported_at", "last_answer_at", "due"),
    [
        (False, None, NOW, False),
        (True, None, None, False),
        (True, None, NOW, True),
        (True, NOW, NOW, False),
        (True, NOW, NOW - DAY, False),
        (True, NOW, NOW + timedelta(microseconds=1), True),
    ],
)
@pytest.mark.rule("R153")
def test_what_is_new_is_reported_back(dispatched, reported_at, last_answer_at, due):
    facts = {"reported_at": reported_at, "last_answer_at": last_answer_at}
    assert report_back_due(dispatched=dispatched, **facts) is due


@pytest.mark.parametrize(
    ("state", "reminded_at", "planned_on", "may"),
    [
        (DispatchState.DISPATCHED, None, None, True),
        (DispatchState.RECEIVED, None, None, True),
        (DispatchState.RECEIVED, NOW - REMIND_AT_MOST_EVERY, None, True),
        (DispatchState.RECEIVED, NOW - REMIND_AT_MOST_EVERY + timedelta(seconds=1), None, False),
        (DispatchState.PLANNED, None, TODAY, False),
        (DispatchState.PLANNED, None, TODAY - DAY, True),
        (DispatchState.APPROVED, None, None, False),
        (DispatchState.REJECTED, None, None, False),
    ],
)
@pytest.mark.rule("R153")
def test_those_who_have_not_answered_are_reminded(state, reminded_at, planned_on, may):
    facts = {"reminded_at": reminded_at, "quiet_until": planned_on, "now": NOW}
    assert may_be_reminded(state=state, dispatched_at=NOW - 30 * DAY, **facts) is may


@pytest.mark.parametrize(
    ("since", "may"),
    [(REMIND_AT_MOST_EVERY, True), (REMIND_AT_MOST_EVERY - timedelta(seconds=1), False)],
)
@pytest.mark.rule("R153")
def test_nobody_is_reminded_of_what_was_sent_this_week(since, may):
    facts = {"reminded_at": None, "quiet_until": None, "now": NOW}
    state = DispatchState.DISPATCHED
    assert may_be_reminded(state=state, dispatched_at=NOW - since, **facts) is may
