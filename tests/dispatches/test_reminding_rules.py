from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

import pytest

from samverkan.dispatches.choices import DispatchState, Rung
from samverkan.dispatches.rules import (
    LADDER,
    NOTE_LIMIT,
    Due,
    Silent,
    may_be_reminded,
    next_letter_day,
    next_reminder,
    obstacles_to_hold,
    obstacles_to_remind,
    weekday_from,
)

# 2026-11-20 is a Friday.
FRIDAY = date(2026, 11, 20)
MONDAY = date(2026, 11, 23)


def at(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 7, tzinfo=UTC)


def test_the_first_reminder_goes_the_day_after_the_reply_by_day():
    assert next_reminder(Silent([date(2026, 11, 17)])) == Due(Rung.REGISTRAR, date(2026, 11, 18))


def test_it_waits_for_a_weekday():
    assert next_reminder(Silent([FRIDAY])) == Due(Rung.REGISTRAR, MONDAY)
    assert weekday_from(FRIDAY) == FRIDAY
    assert weekday_from(FRIDAY + timedelta(days=2)) == MONDAY


@pytest.mark.rule("R153")
def test_the_role_is_asked_twice_then_the_representative_and_the_chair_are_told():
    sent, rungs, day = [], [], FRIDAY
    while due := next_reminder(Silent([day], sent)):
        rungs.append(due.rung)
        sent.append((due.rung, at(due.on)))

    assert rungs == list(LADDER)
    assert rungs == [Rung.REGISTRAR, Rung.REGISTRAR, Rung.REPRESENTATIVE, Rung.CHAIR]
    days = [moment.date() for _, moment in sent]
    assert all(later - earlier >= timedelta(days=7) for earlier, later in pairwise(days))


def test_a_planned_day_more_time_and_a_pause_all_put_it_off():
    far = date(2026, 12, 15)

    assert next_reminder(Silent([FRIDAY, far])).on == far + timedelta(days=1)


def test_an_answer_starts_the_ladder_anew_but_not_within_the_week():
    sent = [(Rung.REGISTRAR, at(MONDAY)), (Rung.REGISTRAR, at(MONDAY + timedelta(days=7)))]
    answered = at(MONDAY + timedelta(days=8))

    due = next_reminder(Silent([FRIDAY], sent, last_answer_at=answered))

    assert due == Due(Rung.REGISTRAR, MONDAY + timedelta(days=14))


def test_without_a_reply_by_day_nothing_goes_by_itself():
    assert next_reminder(Silent([])) is None


def test_a_role_gets_one_letter_a_week_whatever_it_is_about():
    letter = at(MONDAY)

    assert next_letter_day([MONDAY], last_letter_at=None) == MONDAY
    assert next_letter_day([MONDAY], last_letter_at=letter) == MONDAY + timedelta(days=7)
    later = MONDAY + timedelta(days=9)
    assert next_letter_day([later], last_letter_at=letter) == later


@pytest.mark.parametrize(
    ("days", "may"), [(6, False), (7, True)], ids=["six days after", "seven days after"]
)
def test_a_reminder_by_hand_waits_a_week_too(days, may):
    now = at(MONDAY + timedelta(days=days))

    assert may == may_be_reminded(
        state=DispatchState.RECEIVED,
        dispatched_at=at(MONDAY),
        reminded_at=None,
        quiet_until=None,
        now=now,
    )


def test_who_has_asked_for_more_time_is_left_alone_through_that_day():
    def may(until):
        return may_be_reminded(
            state=DispatchState.DISPATCHED,
            dispatched_at=at(FRIDAY) - timedelta(days=60),
            reminded_at=None,
            quiet_until=until,
            now=at(MONDAY),
        )

    assert not may(MONDAY)
    assert may(MONDAY - timedelta(days=1))


def codes(found):
    return [one.code for one in found]


def test_what_stands_in_the_way_of_reminding():
    assert codes(obstacles_to_remind(letters=0, note="")) == ["nobody_to_remind"]
    assert codes(obstacles_to_remind(letters=1, note="x" * NOTE_LIMIT)) == []
    over = "x" * (NOTE_LIMIT + 1)
    assert codes(obstacles_to_remind(letters=1, note=over)) == ["reminder_note_too_long"]


def test_what_stands_in_the_way_of_waiting():
    def found(until, reason="Ledig", state=DispatchState.RECEIVED):
        return codes(obstacles_to_hold(state=state, until=until, reason=reason, today=MONDAY))

    assert found(MONDAY) == []
    assert found(MONDAY + timedelta(days=180)) == []
    assert found(MONDAY + timedelta(days=181)) == ["hold_day_far"]
    assert found(MONDAY - timedelta(days=1)) == ["hold_day_passed"]
    assert found(None, " ") == ["no_hold_day", "hold_without_reason"]
    assert found(MONDAY, state=DispatchState.APPROVED) == ["already_decided"]
