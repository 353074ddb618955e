"""The year wheel: days that follow from a meeting's, days to meet on, and days that are bad."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.meetings.choices import Deadline, MeetingStage
from samverkan.meetings.rules import (
    Due,
    Rhythm,
    When,
    YearDay,
    deadlines,
    obstacles_to_move,
    obstacles_to_plan_year,
    proposed_year,
    remark_on_number,
    wished_day,
    working_day_after,
    working_day_before,
)
from samverkan.meetings.rules.days import why_free

TODAY = date(2026, 1, 1)
SUMMER = frozenset(range(27, 32))


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 6, 18), ""),
        (date(2026, 6, 19), "Midsommarafton"),
        (date(2026, 6, 20), "Midsommardagen"),
        (date(2026, 6, 21), "söndag"),
        (date(2026, 12, 24), "Julafton"),
        (date(2026, 12, 31), "Nyårsafton"),
        (date(2026, 4, 3), "Långfredagen"),
        (date(2026, 5, 14), "Kristi himmelsfärdsdag"),
        (date(2026, 5, 16), "lördag"),
    ],
)
def test_nobody_works_on_holidays_their_eves_and_weekends(day, why):
    assert why_free(day) == why


@pytest.mark.rule("R157")
def test_the_days_that_follow_from_a_meeting_are_told_in_order():
    leads = {
        Deadline.APPROVAL: 14,
        Deadline.SUMMONS: 14,
        Deadline.ITEMS: 35,
        Deadline.COMMITTEE: 28,
    }

    assert deadlines(date(2026, 3, 12), leads) == [
        Due(Deadline.ITEMS, date(2026, 2, 5)),
        Due(Deadline.COMMITTEE, date(2026, 2, 12)),
        Due(Deadline.SUMMONS, date(2026, 2, 26)),
        Due(Deadline.APPROVAL, date(2026, 3, 26)),
    ]


@pytest.mark.parametrize(
    ("meeting", "summons"),
    [
        (date(2026, 4, 17), date(2026, 4, 2)),  # Good Friday, so Maundy Thursday
        (date(2026, 4, 20), date(2026, 4, 2)),  # Easter Monday, past the whole weekend
        (date(2027, 1, 15), date(2026, 12, 30)),  # New Year's Day, past the eve, into last year
    ],
)
def test_a_deadline_on_a_free_day_is_the_working_day_before(meeting, summons):
    assert deadlines(meeting, {Deadline.SUMMONS: 14}) == [Due(Deadline.SUMMONS, summons)]


@given(st.dates(date(2000, 1, 1), date(2090, 1, 1)), st.integers(0, 200))
def test_a_deadline_is_always_a_working_day_and_never_later_than_meant(meeting, days):
    for due in deadlines(meeting, {Deadline.ITEMS: days, Deadline.APPROVAL: days}):
        meant = meeting + timedelta(days=days if due.what is Deadline.APPROVAL else -days)
        assert not why_free(due.on)
        assert due.on <= meant
        assert due.on == working_day_before(meant)


@pytest.mark.parametrize(
    ("month", "week", "weekday", "day"),
    [
        (1, 1, 4, 1),
        (2, 3, 4, 19),
        (3, 5, 2, 31),  # the last Tuesday is the fifth
        (2, 5, 1, 23),  # the last Monday is the fourth
        (8, 1, 6, 1),
    ],
)
def test_a_weekday_of_a_month(month, week, weekday, day):
    assert wished_day(2026, month, week=week, weekday=weekday) == date(2026, month, day)


@pytest.mark.parametrize(
    ("day", "on"),
    [
        (date(2026, 6, 19), date(2026, 6, 22)),
        (date(2026, 7, 1), date(2026, 8, 3)),  # week 27 until week 31
        (date(2026, 6, 26), date(2026, 6, 26)),  # the last day of week 26
        (date(2026, 12, 24), date(2026, 12, 28)),
    ],
)
def test_a_meeting_day_moves_on_to_the_next_working_day(day, on):
    assert working_day_after(day, SUMMER) == on


def proposed(*rhythms, year=2026, today=date(2025, 12, 1), meets=None, people=None):
    found = proposed_year(rhythms, year, today=today, meets=meets or {}, people=people or {})
    return [(one.body, one.on) for one in found]


def test_a_year_is_proposed_by_the_rhythm():
    rhythm = Rhythm(1, months=(2, 5), week=3, weekday=4)

    assert proposed(rhythm) == [(1, date(2026, 2, 19)), (1, date(2026, 5, 21))]


def test_a_month_where_the_body_meets_already_is_left_alone():
    rhythm = Rhythm(1, months=(2, 5), week=3, weekday=4)

    assert proposed(rhythm, meets={1: [date(2026, 2, 3)]}) == [(1, date(2026, 5, 21))]


def test_days_that_have_been_are_not_proposed():
    rhythm = Rhythm(1, months=(2, 5), week=3, weekday=4)

    assert proposed(rhythm, today=date(2026, 2, 19)) == [(1, date(2026, 5, 21))]


def test_bodies_with_a_member_in_common_never_get_the_same_day():
    one, other = (Rhythm(body, months=(2,), week=3, weekday=4) for body in (1, 2))

    shared = proposed(one, other, people={1: {7}, 2: {7}})
    apart = proposed(one, other, people={1: {7}, 2: {8}})

    assert shared == [(1, date(2026, 2, 19)), (2, date(2026, 2, 20))]
    assert apart == [(1, date(2026, 2, 19)), (2, date(2026, 2, 19))]


def test_a_proposal_tells_why_it_is_not_the_wished_day():
    rhythm = Rhythm(1, months=(7,), avoided_weeks=SUMMER, week=1, weekday=3)
    found = proposed_year([rhythm], 2026, today=TODAY, meets={}, people={})

    assert [(one.wished, one.on, one.in_avoided_week) for one in found] == [
        (date(2026, 7, 1), date(2026, 8, 3), True)
    ]


def test_a_rhythm_proposes_only_within_its_days():
    rhythm = Rhythm(1, months=(2, 5), week=3, weekday=4, until=date(2026, 3, 1))

    assert proposed(rhythm) == [(1, date(2026, 2, 19))]


@given(
    st.lists(
        st.tuples(st.integers(1, 12), st.integers(1, 5), st.integers(1, 7)), min_size=1, max_size=8
    ),
    st.integers(2024, 2060),
)
def test_no_proposal_is_on_a_free_day_or_on_another_body_of_the_same_people(wishes, year):
    rhythms = [
        Rhythm(body, months=(month,), week=week, weekday=weekday, avoided_weeks=SUMMER)
        for body, (month, week, weekday) in enumerate(wishes)
    ]
    people = {rhythm.body: {1} for rhythm in rhythms}
    found = proposed_year(rhythms, year, today=date(2020, 1, 1), meets={}, people=people)
    days = [one.on for one in found if one.on]

    assert len(days) == len(set(days))
    assert not any(why_free(day) or day.isocalendar().week in SUMMER for day in days)


# --- A year in one act ---------------------------------------------------------------------------


NAMES = {1: "LSG", 2: "Samråd"}


def year_codes(*days, meets=None, people=None):
    found = obstacles_to_plan_year(
        days, today=TODAY, names=NAMES, meets=meets or {}, people=people or {1: {7}, 2: {7}}
    )
    return [one.code for one in found]


@pytest.mark.parametrize(
    ("days", "codes"),
    [
        ([], ["no_days_chosen"]),
        ([YearDay(1, date(2026, 3, 12))], []),
        ([YearDay(1, TODAY)], ["year_day_passed", "meeting_on_free_day"]),
        ([YearDay(1, date(2026, 3, 12))] * 2, ["year_day_taken"]),
        ([YearDay(1, date(2026, 6, 19))], ["meeting_on_free_day"]),
        (
            [YearDay(1, date(2026, 3, 12)), YearDay(2, date(2026, 3, 12))],
            ["members_meet_elsewhere"],
        ),
        ([YearDay(1, date(2026, 3, 12))] * 201, ["too_many_days"]),
    ],
)
def test_what_stands_in_the_way_of_planning_a_year(days, codes):
    assert year_codes(*days) == codes


def test_a_day_when_the_body_meets_is_taken():
    day = date(2026, 3, 12)

    assert year_codes(YearDay(1, day), meets={1: {day}}) == ["year_day_taken"]
    assert year_codes(YearDay(1, day), meets={2: {day}}) == ["members_meet_elsewhere"]


# --- Moving --------------------------------------------------------------------------------------


WAS = When(date(2026, 3, 12), time(9), "Umeå")
TO = When(date(2026, 3, 19), time(9), "Umeå")
READY = {
    "stage": MeetingStage.CALLED,
    "today": TODAY,
    "first": date(2020, 1, 1),
    "until": None,
    "busy": False,
    "reason": "Ordföranden är sjuk.",
}


@pytest.mark.parametrize(
    ("to", "change", "codes"),
    [
        (TO, {}, []),
        (When(WAS.on, time(10), "Umeå"), {}, []),
        (When(TODAY, time(9), "Umeå"), {}, []),
        (When(TODAY - timedelta(days=1)), {}, ["moved_to_the_past"]),
        (When(date(2029, 12, 31)), {}, []),
        (When(date(2030, 1, 1)), {}, ["moved_too_far"]),
        (WAS, {}, ["move_changes_nothing"]),
        (TO, {"busy": True}, ["meeting_exists"]),
        (TO, {"until": TO.on}, ["body_not_there"]),
        (TO, {"until": TO.on + timedelta(days=1)}, []),
        (TO, {"reason": " "}, ["moved_without_reason"]),
        (TO, {"reason": "", "stage": MeetingStage.PLANNED}, []),
        (TO, {"stage": MeetingStage.HELD}, ["meeting_is_held"]),
        (TO, {"stage": MeetingStage.APPROVED}, ["meeting_is_held"]),
        (TO, {"stage": MeetingStage.CANCELLED}, ["meeting_is_held"]),
    ],
)
def test_what_stands_in_the_way_of_moving_a_meeting(to, change, codes):
    assert [one.code for one in obstacles_to_move(WAS, to, **(READY | change))] == codes


# --- How often at least --------------------------------------------------------------------------


YEARLY = Rhythm(1, least=1, first=date(2020, 9, 1))
AUTUMN = Rhythm(1, least=3, first=date(2020, 9, 1), until=date(2021, 1, 1))


@pytest.mark.rule("R045")
@pytest.mark.parametrize(
    ("rhythm", "year", "count", "told"),
    [
        (YEARLY, 2026, 0, True),
        (YEARLY, 2026, 1, False),
        (YEARLY, 2020, 0, False),  # began in the autumn
        (YEARLY, 2019, 0, False),
        (Rhythm(1, first=date(2020, 9, 1)), 2026, 0, False),
    ],
)
def test_a_year_without_the_seminar_is_told(rhythm, year, count, told):
    remark = remark_on_number(rhythm, year, count, body="Seminariet", source="§ 5.2")

    assert (remark is not None) == told


@pytest.mark.rule("R030")
@pytest.mark.parametrize(
    ("year", "count", "told"), [(2020, 2, True), (2020, 3, False), (2021, 0, False)]
)
def test_the_first_bilateral_meetings_are_expected_in_the_autumn_of_2020(year, count, told):
    remark = remark_on_number(AUTUMN, year, count, body="Särskilda frågor", source="§ 5.3")

    assert (remark is not None) == told
