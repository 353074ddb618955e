"""Rules for seats, at their limits."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.rules.seats import (
    Seats,
    Wanted,
    free_place,
    obstacles_in_quotas,
    obstacles_to_appoint,
    obstacles_to_end,
)
from samverkan.journal.fields import from_day
from samverkan.journal.periods import contains

ONE, TWO, THREE, FOUR = Seats(1, 1, 1), Seats(1, 2, 2), Seats(3, 3, 3), Seats(4, 4, 4)
ORDINARY, SUBSTITUTE = MissionKind.ORDINARY, MissionKind.SUBSTITUTE
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)
YEAR = from_day(FIRST, UNTIL)
ALWAYS = from_day(date(2020, 1, 1))


def appoint(kind=ORDINARY, first=FIRST, until=UNTIL, **change) -> list[str]:
    facts = {
        "quotas": [(ALWAYS, ONE)],
        "held": [],
        "body": ALWAYS,
        "holder": ALWAYS,
        "body_has_quotas": True,
    }
    found = obstacles_to_appoint(Wanted(kind, first, until), **facts | change)
    return [one.code for one in found]


@pytest.mark.parametrize("kind", [ORDINARY, SUBSTITUTE])
@pytest.mark.parametrize(
    ("seats", "most"),
    [
        pytest.param(ONE, 1, marks=[pytest.mark.rule("R062"), pytest.mark.rule("R092")]),
        pytest.param(TWO, 2, marks=[pytest.mark.rule("R063"), pytest.mark.rule("R093")]),
        pytest.param(THREE, 3, marks=pytest.mark.rule("R064")),
        pytest.param(FOUR, 4, marks=pytest.mark.rule("R094")),
    ],
)
def test_seats_are_given_up_to_the_quota_and_no_further(seats, most, kind):
    quotas = [(ALWAYS, seats)]

    assert appoint(kind, quotas=quotas, held=[YEAR] * (most - 1)) == []
    assert appoint(kind, quotas=quotas, held=[YEAR] * most) == ["seats_taken"]


def test_one_without_a_quota_has_no_seat():
    assert appoint(quotas=[]) == ["no_seat"]


def test_a_body_whose_seats_no_text_counts_takes_whom_it_is_given():
    assert appoint(quotas=[], held=[YEAR] * 40, body_has_quotas=False) == []


@pytest.mark.parametrize("first", [date(2026, 7, 1), date(2026, 1, 1)])
def test_the_quota_is_kept_on_every_day_and_not_only_the_first(first):
    fewer = [(from_day(date(2020, 1, 1), date(2026, 9, 1)), TWO), (from_day(date(2026, 9, 1)), ONE)]

    assert appoint(first=first, quotas=fewer, held=[YEAR]) == ["seats_taken"]
    assert appoint(first=first, until=date(2026, 9, 1), quotas=fewer, held=[YEAR]) == []


def test_a_seat_that_somebody_takes_later_is_free_until_then():
    later = [from_day(date(2026, 10, 1))]

    assert appoint(held=later, until=date(2026, 10, 1)) == []
    assert appoint(held=later, until=date(2026, 10, 2)) == ["seats_taken"]


def test_a_quota_that_ends_leaves_no_seat_after_it():
    ended = [(from_day(date(2020, 1, 1), date(2026, 6, 1)), ONE)]

    assert appoint(quotas=ended, until=date(2026, 6, 1)) == []
    assert appoint(quotas=ended, until=date(2026, 6, 2)) == ["no_seat"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"until": FIRST}, "ends_before_beginning"),
        ({"until": date(2025, 12, 31)}, "ends_before_beginning"),
        ({"body": from_day(date(2026, 1, 2))}, "before_the_body"),
        ({"body": from_day(None, date(2026, 12, 31))}, "after_the_body"),
        ({"body": from_day(None, UNTIL), "until": None}, "after_the_body"),
        ({"holder": from_day(date(2026, 1, 2))}, "holder_not_there"),
        ({"own": [from_day(date(2026, 12, 31))]}, "already_has_the_seat"),
    ],
)
def test_a_period_that_does_not_fit_is_refused(change, code):
    assert appoint(**change) == [code]


@pytest.mark.rule("R072")
@pytest.mark.rule("R123")
def test_a_seat_that_follows_an_office_is_not_given_by_hand():
    assert appoint(quotas=[], body_has_quotas=False, derived_only=True) == ["seat_is_derived"]


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (date(2026, 1, 2), []),
        (date(2026, 12, 31), []),
        (UNTIL, ["already_ended"]),
        (date(2027, 1, 2), ["already_ended"]),
        (FIRST, ["ends_before_beginning"]),
        (date(2025, 12, 31), ["ends_before_beginning"]),
    ],
)
def test_a_mission_ends_after_it_began_and_not_later_than_it_does(wanted, codes):
    found = obstacles_to_end(first=FIRST, until=UNTIL, wanted=wanted, today=date(2026, 6, 1))

    assert [one.code for one in found] == codes


def test_what_has_not_begun_may_be_taken_back():
    found = obstacles_to_end(first=FIRST, until=UNTIL, wanted=FIRST, today=date(2025, 12, 31))

    assert found == []


def test_the_lowest_place_is_taken_first():
    assert free_place([]) == 1
    assert free_place([2, 3]) == 1
    assert free_place([1, 3]) == 2


days = st.integers(0, 60).map(lambda n: date(2026, 1, 1) + timedelta(days=n))
periods = st.tuples(days, st.integers(1, 40)).map(
    lambda made: from_day(made[0], made[0] + timedelta(days=made[1]))
)


@given(
    wanted=periods,
    most=st.integers(0, 3),
    held=st.lists(periods, max_size=6),
    quota=periods,
)
def test_the_turning_days_tell_the_same_as_every_single_day(wanted, most, held, quota):
    def is_full(day: date) -> bool:
        given_then = most if contains(quota, day) else 0
        return sum(contains(period, day) for period in held) >= given_then

    days_of = (wanted.upper - wanted.lower).days
    each = [wanted.lower + timedelta(days=n) for n in range(days_of)]

    found = obstacles_in_quotas(
        Wanted(ORDINARY, wanted.lower, wanted.upper),
        quotas=[(quota, Seats(0, most, 0))],
        held=held,
    )

    assert bool(found) is any(map(is_full, each))
