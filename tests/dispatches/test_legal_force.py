"""Days that follow by law from a decision, and answers that are missing or late."""

from datetime import date

import pytest

from samverkan.dispatches.choices import DispatchState, Lateness, Sureness
from samverkan.dispatches.rules import (
    LegalForce,
    SureDay,
    ToldDays,
    last_day,
    lateness,
    legal_force,
    obstacles_to_legal_days,
    unanswered_since,
)
from samverkan.dispatches.wording.legal_days import legal_words
from samverkan.dispatches.wording.paths import late_words, since_words

TOLD, BY_LAW, AT_LATEST = Sureness.TOLD, Sureness.BY_LAW, Sureness.AT_LATEST
DECIDED = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("day", "ends"),
    [
        (date(2026, 3, 26), date(2026, 3, 26)),
        (date(2026, 3, 28), date(2026, 3, 30)),  # Saturday
        (date(2026, 4, 3), date(2026, 4, 7)),  # Good Friday to the Tuesday after Easter
        (date(2026, 5, 14), date(2026, 5, 15)),  # Ascension Day
        (date(2026, 6, 19), date(2026, 6, 22)),  # midsummer eve
        (date(2026, 12, 24), date(2026, 12, 28)),  # Christmas eve on a Thursday
        (date(2026, 12, 31), date(2027, 1, 4)),  # New Year's eve on a Thursday
    ],
)
def test_a_period_by_law_ends_on_a_weekday(day, ends):
    assert last_day(day) == ends


@pytest.mark.rule("R152")
def test_the_latest_days_by_law_are_computed_one_from_another():
    force = legal_force(DECIDED, "council", ToldDays())

    assert force == LegalForce(
        approved=SureDay(date(2026, 3, 26), AT_LATEST),
        announced=SureDay(date(2026, 3, 30), AT_LATEST),  # the 28th is a Saturday
        appeal_until=SureDay(date(2026, 4, 20), AT_LATEST),
        final=SureDay(date(2026, 4, 21), AT_LATEST),
    )


def test_three_weeks_that_end_on_a_free_day_end_on_the_next_weekday():
    force = legal_force(DECIDED, "board", ToldDays(announced_on=date(2026, 5, 29)))

    assert force.appeal_until == SureDay(date(2026, 6, 22), BY_LAW)  # 19 June is midsummer eve
    assert force.final == SureDay(date(2026, 6, 23), BY_LAW)


def test_what_is_told_goes_before():
    told = ToldDays(date(2026, 3, 16), date(2026, 3, 17), date(2026, 4, 9))

    force = legal_force(DECIDED, "committee", told)

    assert (force.approved, force.announced) == (
        SureDay(date(2026, 3, 16), TOLD),
        SureDay(date(2026, 3, 17), TOLD),
    )
    assert force.final == SureDay(date(2026, 4, 9), TOLD)


@pytest.mark.parametrize(("on", "by"), [(DECIDED, "officer"), (DECIDED, ""), (None, "council")])
def test_nothing_is_computed_for_officers_or_what_is_not_known(on, by):
    assert legal_force(on, by, ToldDays()) == LegalForce()
    told = legal_force(on, by, ToldDays(final_on=date(2026, 5, 1)))
    assert told.final == SureDay(date(2026, 5, 1), TOLD)


def test_an_appeal_leaves_the_end_unknown_until_it_is_told():
    assert legal_force(DECIDED, "council", ToldDays(appealed=True)).final is None
    ended = ToldDays(appealed=True, final_on=date(2026, 9, 1))
    assert legal_force(DECIDED, "council", ended).final == SureDay(date(2026, 9, 1), TOLD)


def test_days_told_of_a_decision_that_was_corrected_do_not_follow_along():
    told = ToldDays(date(2026, 3, 10), date(2026, 3, 11))

    assert legal_force(DECIDED, "council", told) == legal_force(DECIDED, "council", ToldDays())


@pytest.mark.parametrize(
    ("force", "said"),
    [
        (LegalForce(), "okänt"),
        (LegalForce(final=SureDay(DECIDED, TOLD)), "12 mars 2026"),
        (
            LegalForce(final=SureDay(DECIDED, BY_LAW)),
            "12 mars 2026, räknat enligt lag, om ingen överklagar",
        ),
        (
            LegalForce(final=SureDay(DECIDED, AT_LATEST)),
            "senast 12 mars 2026 om lagens tider följs, om ingen överklagar",
        ),
        (LegalForce(appealed=True), "överklagat; laga kraft är okänd"),
        (LegalForce(final=SureDay(DECIDED, TOLD), appealed=True), "överklagat, 12 mars 2026"),
    ],
)
def test_legal_force_in_words(force, said):
    assert legal_words(force)[-1] == ("Laga kraft", said)


def codes(told, **facts):
    known = {
        "decided": True,
        "decided_on": DECIDED,
        "today": date(2026, 5, 1),
        "seen": 0,
        "given": 0,
    }
    return [one.code for one in obstacles_to_legal_days(told, **known | facts)]


@pytest.mark.parametrize(
    ("told", "found"),
    [
        (ToldDays(DECIDED, DECIDED, date(2026, 4, 9)), []),
        (ToldDays(appealed=True), []),
        (ToldDays(), ["no_legal_days"]),
        (ToldDays(date(2026, 3, 11)), ["approved_before_decision"]),
        (ToldDays(date(2026, 3, 16), date(2026, 3, 15)), ["announced_before_approval"]),
        (ToldDays(None, date(2026, 3, 11)), ["announced_before_approval"]),
        (ToldDays(None, date(2026, 3, 17), date(2026, 3, 17)), ["final_before_announcement"]),
        (ToldDays(date(2026, 5, 1)), []),
        (ToldDays(date(2026, 5, 2)), ["legal_day_ahead"]),
        (ToldDays(final_on=date(2026, 5, 2)), ["legal_day_ahead"]),
    ],
)
def test_each_day_comes_after_the_one_before_and_has_come(told, found):
    assert codes(told) == found


def test_days_are_told_of_a_decision_and_may_be_taken_back():
    assert codes(ToldDays(DECIDED), decided=False) == ["legal_days_without_decision"]
    assert codes(ToldDays(), seen=1, given=1) == []
    assert codes(ToldDays(DECIDED), seen=0, given=1) == ["legal_days_meanwhile"]


REPLY_BY = date(2027, 2, 28)


@pytest.mark.rule("R154")
@pytest.mark.parametrize(
    ("state", "planned", "today", "since"),
    [
        (DispatchState.RECEIVED, None, date(2027, 2, 28), None),
        (DispatchState.RECEIVED, None, date(2027, 3, 1), date(2027, 3, 1)),
        (DispatchState.PLANNED, date(2027, 3, 9), date(2027, 3, 9), None),
        (DispatchState.PLANNED, date(2027, 3, 9), date(2027, 3, 20), date(2027, 3, 10)),
        (DispatchState.PLANNED, date(2027, 2, 1), date(2027, 3, 20), date(2027, 3, 1)),
        (DispatchState.APPROVED, None, date(2027, 3, 20), None),
    ],
)
def test_a_missing_answer_has_a_day(state, planned, today, since):
    found = unanswered_since(state, reply_by=REPLY_BY, planned_on=planned, today=today)

    assert found == since


@pytest.mark.rule("R154")
@pytest.mark.parametrize(
    ("state", "decided", "answered", "late"),
    [
        (DispatchState.APPROVED, REPLY_BY, REPLY_BY, []),
        (DispatchState.APPROVED, REPLY_BY, date(2027, 3, 1), [Lateness.ANSWERED_LATE]),
        (DispatchState.REJECTED, date(2027, 3, 1), date(2027, 3, 2), [Lateness.ANSWERED_LATE]),
        (DispatchState.APPROVED, date(2027, 3, 1), date(2027, 3, 2), list(Lateness)),
        (DispatchState.APPROVED, None, date(2027, 3, 2), [Lateness.ANSWERED_LATE]),
        (DispatchState.RECEIVED, None, None, []),
    ],
)
def test_a_late_answer_is_marked_by_its_days(state, decided, answered, late):
    found = lateness(state, reply_by=REPLY_BY, decided_on=decided, answered_on=answered)

    assert found == late


def test_without_a_reply_by_day_nothing_is_late():
    found = lateness(
        DispatchState.APPROVED, reply_by=None, decided_on=REPLY_BY, answered_on=REPLY_BY
    )

    assert found == []


def test_late_and_missing_in_words():
    assert late_words(list(Lateness)) == "svarade efter svarsdagen, antagen i efterhand"
    assert since_words(date(2027, 3, 1)) == "svar saknas sedan 1 mars 2027"
