"""Days as people write them."""

from datetime import date

import pytest

from samverkan.bodies.rosters.days import day_in

NEW_YEAR = date(2026, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "2026-01-01",
        "2026-1-1",
        "2026/01/01",
        "2026.01.01",
        "20260101",
        "260101",
        "2026-01-01 00:00:00",
        "1/1 2026",
        "1/1 -26",
        "1/1-26",
        "1/1/2026",
        "1.1.2026",
        "01.01.26",
        "1-1-2026",
        "1 januari 2026",
        "1 Jan. 2026",
        "1 jan -26",
        "den 1 januari 2026",
        "1:a januari 2026",
        "torsdag 1 januari 2026",
        "torsdagen den 1 januari 2026",
        "46023",
        "46023.5",
    ],
)
def test_new_years_day_is_read_however_it_is_written(text):
    assert day_in(text) == NEW_YEAR


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/4 2026", date(2026, 4, 3)),
        ("3.4.2026", date(2026, 4, 3)),
        ("31/12 2026", date(2026, 12, 31)),
        ("13/04/2026", date(2026, 4, 13)),
        ("04/13/2026", date(2026, 4, 13)),
        ("12 maj 2026", date(2026, 5, 12)),
        ("31 okt 2026", date(2026, 10, 31)),
        ("29 februari 2028", date(2028, 2, 29)),
    ],
)
def test_the_day_stands_before_the_month_where_the_writing_is_swedish(text, day):
    assert day_in(text) == day


@pytest.mark.parametrize("text", ["03/04/2026", "3-4-2026", "03/04/26"])
def test_what_can_be_read_in_two_ways_is_not_guessed(text):
    found = day_in(text)

    assert found.code == "roster_day_unclear"
    assert (found.facts["one"], found.facts["other"]) == (date(2026, 3, 4), date(2026, 4, 3))


@pytest.mark.parametrize(
    "text",
    [
        "2026",
        "januari 2026",
        "2026-02-29",
        "31/4 2026",
        "32 maj 2026",
        "1 vinter 2026",
        "26-01-02",
        "1899-12-31",
        "2200-01-01",
        "snart",
        "12345",
        "2026-01-01 12:30:00",
    ],
)
def test_what_is_no_day_is_said(text):
    assert day_in(text).code == "roster_bad_day"
