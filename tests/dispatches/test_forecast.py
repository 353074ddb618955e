"""Rules for the forecast, at their limits: deadlines, pace, ties, moved days, unknown calendars."""

from datetime import date, timedelta

import pytest

from samverkan.dispatches.choices import DayBasis
from samverkan.dispatches.rules import (
    AssumedRhythm,
    ChainLink,
    Facing,
    KnownDay,
    Sitting,
    assumed_days,
    forecast,
    foreseen,
    learnt_rhythm,
    moved_to,
    remarks_on_reply_by,
    reply_days,
    sittings_of,
)
from samverkan.dispatches.wording.forecasts import cannot_said, conclusion

TODAY = date(2027, 1, 11)
MONTHLY = AssumedRhythm((1, 2, 3, 4, 5, 6), week=3, weekday=3)


def sitting(on, papers_by=None, *, confirmed=True):
    return Sitting(on, papers_by or on - timedelta(days=14), confirmed)


def facing(name, *days, confirmed=True, **facts):
    meets = [day if isinstance(day, Sitting) else sitting(day, confirmed=confirmed) for day in days]
    known = {"sent_on": TODAY} | facts
    return Facing(name.lower(), name, [ChainLink("nämnden", meets)] if meets else [], **known)


@pytest.mark.rule("R319")
@pytest.mark.parametrize(
    ("papers_by", "earliest"),
    [
        (TODAY - timedelta(days=1), date(2027, 3, 17)),  # the day before: too late
        (TODAY, date(2027, 1, 27)),  # the last day counts
        (TODAY + timedelta(days=1), date(2027, 1, 27)),
    ],
)
def test_papers_are_in_time_until_the_last_day(papers_by, earliest):
    one = facing("Malå", sitting(date(2027, 1, 27), papers_by), date(2027, 3, 17))

    assert foreseen(one, TODAY).earliest == earliest


def test_papers_sent_before_are_in_time_also_when_the_last_day_has_passed():
    one = facing("Malå", date(2027, 1, 13), sent_on=date(2026, 12, 1))

    assert foreseen(one, TODAY).earliest == date(2027, 1, 13)


def test_a_meeting_today_counts_and_yesterdays_does_not():
    early = {"sent_on": date(2026, 12, 1)}

    assert foreseen(facing("Malå", TODAY, **early), TODAY).earliest == TODAY
    yesterday = facing("Malå", TODAY - timedelta(days=1), **early)
    assert foreseen(yesterday, TODAY).basis is DayBasis.UNKNOWN


def test_without_a_body_or_meetings_left_it_is_unknown():
    for one in (facing("Malå"), facing("Malå", sitting(date(2027, 1, 20), TODAY - timedelta(1)))):
        found = foreseen(one, TODAY)
        assert (found.basis, found.earliest, found.final_by) == (DayBasis.UNKNOWN, None, None)


def test_the_council_comes_after_its_committee():
    """The papers go on when the committee has met, not before."""
    committee = ChainLink("nämnden", [sitting(date(2027, 2, 10))])
    council = ChainLink(
        "fullmäktige",
        [
            sitting(date(2027, 2, 22), date(2027, 2, 9)),  # its papers were due the day before
            sitting(date(2027, 3, 29), date(2027, 2, 10), confirmed=False),
        ],
    )
    found = foreseen(Facing("mala", "Malå", [committee, council], TODAY), TODAY)

    assert found.earliest == date(2027, 3, 29)
    assert found.body == "fullmäktige"
    assert found.is_assumed  # one assumed day on the way is enough


def test_what_the_principal_has_planned_is_its_own_word_until_it_has_passed():
    planned = facing("Malå", date(2027, 3, 17), planned_on=date(2027, 2, 17))
    passed = facing("Malå", date(2027, 3, 17), planned_on=TODAY - timedelta(days=1))

    assert foreseen(planned, TODAY).earliest == date(2027, 2, 17)
    assert foreseen(planned, TODAY).basis is DayBasis.PLANNED
    assert foreseen(passed, TODAY).earliest == date(2027, 3, 17)


@pytest.mark.rule("R153")
def test_a_fact_takes_the_place_of_the_forecast():
    done = facing("Malå", date(2027, 3, 17), decided=True, decided_on=date(2026, 12, 9))

    found = forecast([done, facing("Norsjö", date(2027, 2, 10))], TODAY)

    assert found.rows[0].basis is DayBasis.DECIDED
    assert found.rows[0].earliest == date(2026, 12, 9)
    assert found.all_by == date(2027, 2, 10)
    assert [one.name for one in found.pace] == ["Norsjö"]


def test_when_all_have_decided_nobody_sets_the_pace():
    found = forecast([facing("Malå", decided=True, decided_on=date(2026, 12, 9))], TODAY)

    assert (found.pace, found.waiting) == ([], [])
    assert conclusion(found) == ["Alla har beslutat."]


@pytest.mark.rule("R319")
def test_who_decides_last_sets_the_pace_and_several_may():
    last = date(2027, 3, 30)
    found = forecast(
        [facing("Malå", last), facing("Sorsele", last), facing("Umeå", date(2027, 2, 3))], TODAY
    )

    assert conclusion(found) == [
        "Alla kan ha beslutat tidigast 30 mars 2027.",
        "Malå och Sorsele bestämmer takten.",
    ]


def test_what_is_assumed_is_said_in_the_conclusion():
    found = forecast(
        [facing("Malå", date(2027, 2, 17)), facing("Sorsele", date(2027, 3, 30), confirmed=False)],
        TODAY,
    )

    assert "Antaget: dagen för Sorsele har ingen hos huvudmannen bekräftat." in conclusion(found)


def test_what_is_not_known_is_said_and_nothing_is_promised_for_all():
    some = forecast([facing("Malå", date(2027, 2, 17)), facing("Åsele")], TODAY)
    none = forecast([facing("Malå"), facing("Åsele")], TODAY)

    assert conclusion(some) == [
        "Malå kan ha beslutat tidigast 17 februari 2027. Okänt för Åsele.",
        "Malå bestämmer takten.",
    ]
    assert conclusion(none) == [
        "Okänt när alla kan ha beslutat: inga kommande sammanträdesdagar är kända för Malå och "
        "Åsele."
    ]


@pytest.mark.parametrize(("took", "likely"), [((90, 90), None), ((20, 90, 400), 90)])
def test_history_counts_from_three_decisions_on(took, likely):
    days = [date(2027, 2, 10), date(2027, 3, 17), date(2027, 4, 14)]

    found = foreseen(facing("Malå", *days, took=took), TODAY)

    assert found.earliest == days[0]
    assert found.usual_days == likely
    assert found.likely == (days[2] if likely else None)  # the first meeting after 90 days


def test_it_is_never_likely_before_it_is_possible():
    found = foreseen(facing("Malå", date(2027, 2, 10), took=(3, 3, 3)), TODAY)

    assert found.likely == date(2027, 2, 10)


def test_what_is_final_is_reckoned_by_the_longest_times_of_the_law():
    # 14 + 2 + 21 days after the meeting; a free day moves to the next working day.
    assert foreseen(facing("Malå", date(2027, 2, 10)), TODAY).final_by == date(2027, 3, 19)
    shorter = facing("Malå", date(2027, 2, 10), approval_days=7)
    assert foreseen(shorter, TODAY).final_by == date(2027, 3, 12)
    on_good_friday = facing("Malå", date(2027, 2, 17))
    assert foreseen(on_good_friday, TODAY).final_by == date(2027, 3, 30)


@pytest.mark.rule("R319")
@pytest.mark.parametrize(("days", "cannot"), [(-1, ["Malå"]), (0, []), (1, [])])
def test_who_decides_on_the_day_itself_is_in_time(days, cannot):
    on = date(2027, 2, 17)
    found = forecast([facing("Malå", on), facing("Umeå", date(2027, 2, 3))], TODAY)

    moved = moved_to(found, on + timedelta(days=days))

    assert [one.name for one in moved.cannot] == cannot
    assert moved.can == 2 - len(cannot)


def test_a_moved_day_counts_those_who_have_decided_and_not_the_unknown():
    found = forecast(
        [
            facing("Malå", decided=True),  # on a day that nobody knows
            facing("Umeå", date(2027, 2, 3), took=(60, 60, 60)),
            facing("Åsele"),
        ],
        TODAY,
    )

    moved = moved_to(found, date(2027, 2, 3))

    assert (moved.can, moved.usually, moved.unknown) == (2, 2, 1)
    assert cannot_said(moved) == "ingen känd"


def test_the_reply_days_go_month_by_month_to_the_day_when_all_can():
    found = forecast([facing("Umeå", date(2027, 2, 3)), facing("Malå", date(2027, 4, 14))], TODAY)

    moved = reply_days(found, TODAY, date(2027, 2, 1))

    assert [(one.day, one.can) for one in moved] == [
        (date(2027, 1, 31), 0),
        (date(2027, 2, 1), 0),
        (date(2027, 2, 28), 1),
        (date(2027, 4, 14), 2),
    ]
    assert [one.asked for one in moved] == [False, True, False, False]


def test_there_are_few_reply_days_however_long_it_takes():
    many = [facing(f"K{nr}", date(2027 + nr // 12, nr % 12 + 1, 20)) for nr in range(1, 18)]

    moved = reply_days(forecast(many, TODAY), TODAY, date(2027, 2, 2))

    assert len(moved) == 8
    assert moved[-1].day == date(2028, 6, 20)
    assert any(one.asked for one in moved)


def test_with_nothing_known_only_the_asked_day_is_shown():
    found = forecast([facing("Malå")], TODAY)

    assert [one.day for one in reply_days(found, TODAY, date(2027, 2, 2))] == [date(2027, 2, 2)]
    assert reply_days(found, TODAY, None) == []


@pytest.mark.rule("R319")
def test_a_reply_day_that_some_cannot_keep_is_a_remark_that_names_them():
    found = forecast(
        [facing("Malå", date(2027, 2, 17)), facing("Umeå", date(2027, 2, 3)), facing("Åsele")],
        TODAY,
    )

    (remark,) = remarks_on_reply_by(found, date(2027, 2, 16))

    assert remark.code == "reply_by_before_possible"
    assert remark.facts == {"principals": ["Malå"], "day": date(2027, 2, 17)}
    assert remarks_on_reply_by(found, date(2027, 2, 17)) == []
    assert remarks_on_reply_by(found, None) == []


def test_a_remark_that_rests_on_assumed_days_says_so():
    found = forecast([facing("Malå", date(2027, 2, 17), confirmed=False)], TODAY)

    assert [one.code for one in remarks_on_reply_by(found, date(2027, 2, 1))] == [
        "reply_by_before_assumed"
    ]


# --- Calendars -----------------------------------------------------------------------------------


def test_noted_days_come_first_and_assumed_ones_after_the_last_month_of_them():
    known = [KnownDay(date(2027, 2, 3), confirmed=True), KnownDay(date(2027, 3, 3))]

    found = sittings_of(known, MONTHLY, today=TODAY, papers_days=14)

    assert [(one.on, one.confirmed) for one in found[:3]] == [
        (date(2027, 2, 3), True),
        (date(2027, 3, 3), False),
        (date(2027, 4, 21), False),
    ]


def test_without_noted_days_and_rhythm_there_are_none():
    assert sittings_of([], None, today=TODAY, papers_days=14) == ()
    passed = [KnownDay(TODAY - timedelta(days=1), confirmed=True)]
    assert sittings_of(passed, None, today=TODAY, papers_days=14) == ()


def test_a_day_noted_twice_counts_as_its_surest():
    known = [KnownDay(date(2027, 2, 3), confirmed=True), KnownDay(date(2027, 2, 3))]

    (found,) = sittings_of(known, None, today=TODAY, papers_days=None)

    assert found.confirmed
    assert (found.papers_by, found.papers_known) == (date(2027, 1, 27), False)


def test_a_last_day_for_papers_never_lands_on_a_free_day():
    (found,) = sittings_of([KnownDay(date(2027, 1, 20))], None, today=TODAY, papers_days=14)

    assert found.papers_by == date(2027, 1, 5)  # the sixth is a holiday


def test_an_assumed_day_moves_past_a_free_one():
    rhythm = AssumedRhythm((1, 2), week=1, weekday=3)

    assert assumed_days(rhythm, date(2026, 12, 31), date(2027, 2, 28)) == [
        date(2027, 1, 7),  # the sixth is a holiday
        date(2027, 2, 3),
    ]


def test_days_that_are_assumed_one_by_one_are_taken_as_they_are():
    rhythm = AssumedRhythm((1,), days=(date(2027, 3, 4), date(2027, 1, 1), date(2030, 1, 1)))

    assert assumed_days(rhythm, TODAY, date(2028, 1, 1)) == [date(2027, 3, 4)]


def test_a_rhythm_is_learnt_from_three_days_alike():
    alike = [date(2026, 2, 18), date(2026, 4, 15), date(2026, 10, 21)]

    assert learnt_rhythm(alike, (2, 4)) == AssumedRhythm((2, 4), week=3, weekday=3)
    assert learnt_rhythm(alike[:2]) is None
    assert learnt_rhythm([alike[0]] * 3) is None
    assert learnt_rhythm([*alike[:2], date(2026, 5, 11), date(2026, 6, 9)]) is None
