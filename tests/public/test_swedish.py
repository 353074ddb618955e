"""Tests of how dates, times, numbers and sizes are written."""

from datetime import UTC, date, datetime

import pytest

from samverkan.public.templatetags.swedish import (
    clock,
    day,
    file_size,
    moment,
    short_day,
    thousands,
    weekday,
)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 3, 12), "12\xa0mars 2026"),
        (date(2027, 1, 1), "1\xa0januari 2027"),
        (datetime(2026, 12, 31, 23, 30, tzinfo=UTC), "1\xa0januari 2027"),
        (None, ""),
    ],
)
def test_day_is_written_out_in_swedish_local_time(value, text):
    assert day(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (date(2026, 10, 12), "12\xa0okt"),
        (date(2026, 3, 2), "2\xa0mars"),
        (date(2025, 9, 30), "30\xa0sept 2025"),
        (date(2027, 1, 4), "4\xa0jan 2027"),
        (None, ""),
    ],
)
def test_short_day_names_the_year_only_when_it_is_another(value, text, time_machine):
    time_machine.move_to("2026-11-22")

    assert short_day(value) == text


def test_short_day_counts_the_year_from_swedish_midnight(time_machine):
    time_machine.move_to("2026-12-31T23:30:00Z")

    assert short_day(date(2027, 1, 4)) == "4\xa0jan"


@pytest.mark.parametrize(("value", "text"), [(date(2026, 3, 12), "torsdag"), (None, "")])
def test_weekday(value, text):
    assert weekday(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (datetime(2026, 11, 22, 8, 14, tzinfo=UTC), "22\xa0november 2026 kl.\xa009.14"),
        (datetime(2026, 7, 1, 22, 5, tzinfo=UTC), "2\xa0juli 2026 kl.\xa000.05"),
        (None, ""),
    ],
)
def test_moment_is_swedish_local_time_summer_and_winter(value, text):
    assert moment(value) == text


def test_clock_of_nothing_is_nothing():
    assert clock(None) == ""


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (999, "999"), (4812, "4\xa0812"), (1234567, "1\xa0234\xa0567"), (None, "")],
)
def test_thousands_are_parted_by_a_space_that_does_not_break(value, text):
    assert thousands(value) == text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0, "0\xa0byte"),
        (999, "999\xa0byte"),
        (1000, "1\xa0kB"),
        (1_449, "1,4\xa0kB"),
        (12_345, "12\xa0kB"),
        (999_960, "1\xa0MB"),
        (20_000_000, "20\xa0MB"),
        (None, ""),
    ],
)
def test_file_size_has_two_figures_and_a_comma(value, text):
    assert file_size(value) == text
