"""Periods and days, at their limits."""

from datetime import date

import pytest

from samverkan.journal.fields import from_day
from samverkan.journal.periods import (
    contains,
    covers,
    day_after,
    first_day_without,
    last_of,
    overlap,
)

SPRING = from_day(date(2026, 1, 1), date(2026, 7, 1))
AUTUMN = from_day(date(2026, 7, 1), date(2027, 1, 1))
YEAR = from_day(date(2026, 1, 1), date(2027, 1, 1))
EVER = from_day(None)
ON = from_day(date(2026, 6, 30))
BEFORE = from_day(None, date(2026, 6, 30))
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


def test_the_last_day_is_the_one_before_the_end_and_back_again():
    assert last_of(date(2024, 3, 1)) == date(2024, 2, 29)
    assert day_after(date(2024, 2, 29)) == date(2024, 3, 1)
    assert last_of(None) is day_after(None) is None


@pytest.mark.parametrize(
    ("day", "inside"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 6, 30), True),
        (date(2026, 7, 1), False),
    ],
)
def test_a_period_has_its_first_day_but_not_the_one_after_its_last(day, inside):
    assert contains(SPRING, day) is inside
    assert contains(EVER, day)


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        (SPRING, AUTUMN, False),
        (SPRING, ON, True),
        (SPRING, BEFORE, True),
        (ON, BEFORE, False),
        (EVER, AUTUMN, True),
    ],
)
def test_periods_share_a_day(one, other, shared):
    assert overlap(one, other) is overlap(other, one) is shared


@pytest.mark.parametrize(
    ("whole", "part", "covered"),
    [
        (EVER, SPRING, True),
        (SPRING, SPRING, True),
        (SPRING, EVER, False),
        (SPRING, ON, False),
        (BEFORE, SPRING, False),
    ],
)
def test_a_period_covers_another(whole, part, covered):
    assert covers(whole, part) is covered


@pytest.mark.parametrize(
    ("periods", "day"),
    [
        ([], FIRST),
        ([YEAR], None),
        ([from_day(None)], None),
        ([from_day(date(2026, 1, 2))], FIRST),
        ([from_day(None, date(2026, 12, 31))], date(2026, 12, 31)),
        ([from_day(date(2026, 5, 1)), from_day(None, date(2026, 5, 1))], None),
        ([from_day(date(2026, 5, 2)), from_day(None, date(2026, 5, 1))], date(2026, 5, 1)),
    ],
)
def test_the_first_day_that_nothing_covers(periods, day):
    assert first_day_without(periods, FIRST, UNTIL) == day
