"""What must be so before a bifall is said to be carried out, put off or written off."""

from datetime import date, timedelta

import pytest

from samverkan.dispatches.choices import DispatchState, ExecutionState, ShownExecution
from samverkan.dispatches.rules import (
    Named,
    obstacles_to_done,
    obstacles_to_name,
    obstacles_to_postpone,
    obstacles_to_take_back,
    obstacles_to_write_off,
    shown_execution,
)
from samverkan.dispatches.rules.executing import DUE_AT_MOST

TODAY = date(2027, 5, 12)
DAY = timedelta(days=1)
TO_DO, DONE, OFF = ExecutionState.TO_DO, ExecutionState.DONE, ExecutionState.WRITTEN_OFF
YES, NO = DispatchState.APPROVED, DispatchState.REJECTED
NAME = {
    "answer": YES,
    "state": None,
    "today": TODAY,
    "person_is_manager": True,
    "function": "Socialchefen",
    "due_on": TODAY,  # on the limit
    "person": 7,
}
AT_WORK = {"answer": YES, "state": TO_DO, "seen": 2, "given": 2}
REPORT = AT_WORK | {
    "line": "Rutinen är införd.",
    "on": TODAY,
    "decided_on": TODAY,
    "today": TODAY,
}
LATER = AT_WORK | {
    "due_on": TODAY - DAY,
    "new_day": TODAY,
    "reason": "Upphandlingen drog ut på tiden.",
    "today": TODAY,
}
WRITE_OFF = AT_WORK | {"reason": "Verksamheten har upphört.", "decided_by": "Socialnämnden"}
REOPEN = AT_WORK | {"state": DONE, "reason": "Fel rad."}


def codes(found):
    return [one.code for one in found]


def to_name(**change):
    facts = NAME | change
    named = Named(facts.pop("function"), facts.pop("due_on"), person=facts.pop("person"))
    return codes(obstacles_to_name(named, **facts))


@pytest.mark.rule("R022")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answer": NO}, "execution_not_approved"),
        ({"answer": DispatchState.PLANNED}, "execution_not_approved"),
        ({"state": DONE, "reason": "Byte."}, "execution_ended"),
        ({"function": " "}, "execution_no_function"),
        ({"person_is_manager": False}, "execution_not_line_manager"),
        ({"state": TO_DO}, "execution_no_reason_to_change"),
        ({"state": TO_DO, "unchanged": True}, "execution_unchanged"),
        ({"seen": 0, "given": 1}, "execution_changed_meanwhile"),
        ({"due_on": None}, "execution_no_day"),
        ({"due_on": TODAY - DAY}, "execution_day_passed"),
        ({"due_on": TODAY + DUE_AT_MOST + DAY}, "execution_day_far"),
    ],
)
def test_nobody_is_named_when(change, code):
    assert to_name(**change) == [code]


def test_a_function_is_named_without_a_person_and_changed_with_a_reason():
    assert to_name() == []
    assert to_name(person=None, person_is_manager=False) == []
    assert to_name(due_on=TODAY + DUE_AT_MOST) == []
    assert to_name(state=TO_DO, reason="Hon har slutat.", seen=3, given=3) == []


@pytest.mark.rule("R022")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answer": NO}, "execution_not_approved"),
        ({"state": OFF}, "execution_ended"),
        ({"line": ""}, "execution_no_line"),
        ({"on": None}, "execution_no_done_day"),
        ({"on": TODAY + DAY}, "execution_done_ahead"),
        ({"on": TODAY - DAY}, "execution_done_before_decision"),
        ({"seen": 1}, "execution_changed_meanwhile"),
    ],
)
def test_done_is_not_reported_when(change, code):
    assert codes(obstacles_to_done(**REPORT)) == []
    assert codes(obstacles_to_done(**REPORT | change)) == [code]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answer": NO}, "execution_not_approved"),
        ({"state": DONE}, "execution_ended"),
        ({"due_on": TODAY}, "execution_same_day"),
        ({"reason": ""}, "execution_no_reason_to_postpone"),
        ({"new_day": None}, "execution_no_day"),
        ({"new_day": TODAY - 2 * DAY}, "execution_day_passed"),
    ],
)
def test_it_is_not_put_off_when(change, code):
    assert codes(obstacles_to_postpone(**LATER)) == []
    assert codes(obstacles_to_postpone(**LATER | change)) == [code]


@pytest.mark.rule("R022")
@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"answer": NO}, "execution_not_approved"),
        ({"state": OFF}, "execution_ended"),
        ({"reason": " "}, "execution_no_reason_to_write_off"),
        ({"decided_by": " "}, "execution_nobody_wrote_off"),
        ({"given": 3}, "execution_changed_meanwhile"),
    ],
)
def test_it_is_not_written_off_when(change, code):
    assert codes(obstacles_to_write_off(**WRITE_OFF)) == []
    assert codes(obstacles_to_write_off(**WRITE_OFF | change)) == [code]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"state": TO_DO}, "execution_not_ended"),
        ({"reason": ""}, "execution_no_reason_to_take_back"),
    ],
)
def test_it_is_not_opened_again_when(change, code):
    assert codes(obstacles_to_take_back(**REOPEN)) == []
    assert codes(obstacles_to_take_back(**REOPEN | change)) == [code]


@pytest.mark.rule("R022")
@pytest.mark.parametrize(
    ("state", "due_on", "shown"),
    [
        (None, None, ShownExecution.UNNAMED),
        (TO_DO, TODAY, ShownExecution.TO_DO),
        (TO_DO, TODAY - DAY, ShownExecution.NOT_REPORTED),
        (DONE, TODAY - DAY, ShownExecution.DONE),
        (OFF, TODAY - DAY, ShownExecution.WRITTEN_OFF),
    ],
)
def test_what_is_said_follows_from_the_day(state, due_on, shown):
    assert shown_execution(state, due_on=due_on, today=TODAY) is shown
