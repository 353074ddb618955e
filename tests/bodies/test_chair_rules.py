"""Rules for chairs, at their limits; the order is data, as in Samråd and in LSG."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.bodies.choices import Anchor, Extension, Office
from samverkan.bodies.rules.chairs import (
    Led,
    Order,
    obstacles_to_elect,
    obstacles_to_end_term,
    obstacles_to_extend,
    side_in_turn,
)
from samverkan.bodies.rules.terms import term_until
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side

SAMRAD = Order(alternates=True, opposite_sides=True, extension=Extension.UNANIMOUS)
LSG = Order(alternates=True, opposite_sides=True, extension=Extension.DECISION)
MUNICIPALITIES, REGION = Side.MUNICIPALITIES, Side.REGION
LAST_YEAR = Led(REGION, date(2025, 1, 1), date(2026, 1, 1))
ELECTING = {
    "order": SAMRAD,
    "first": date(2026, 1, 1),
    "until": date(2027, 1, 1),
    "person": 1,
    "members": {1, 2},
    "side": MUNICIPALITIES,
    "sides_against": {REGION},
    "previous": LAST_YEAR,
}


def elect(office=Office.CHAIR, **change) -> list[str]:
    return [one.code for one in obstacles_to_elect(office, **ELECTING | change)]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"first": date(2026, 12, 31)},
        {"sides_against": ()},
        {"side": None},
        {"order": None, "until": None, "side": REGION},
    ],
)
def test_a_member_in_turn_is_elected_to_the_end_of_the_year(change):
    assert elect(**change) == []


@pytest.mark.rule("R066")
@pytest.mark.rule("R098")
def test_a_chair_is_appointed_within_the_group():
    assert elect(person=3) == ["chair_not_member"]


def test_nobody_leads_longer_than_they_sit_there():
    assert elect(leaves_on=date(2026, 7, 1)) == ["leads_after_leaving"]
    assert extend(leaves_on=date(2027, 7, 1)) == ["leads_after_leaving"]


def test_nobody_leads_in_two_offices():
    assert elect(leads_already=True) == ["holds_another_office"]
    assert elect(leads_already=True, order=None) == ["holds_another_office"]


def test_a_substitute_chairs_only_for_a_reason():
    assert elect(person=3, substitutes={3}) == ["chair_is_substitute"]


@pytest.mark.rule("R067")
@pytest.mark.rule("R099")
@pytest.mark.parametrize("side", Side)
@pytest.mark.parametrize("order", [SAMRAD, LSG])
def test_chair_and_vice_chair_come_from_one_side_each(side, order):
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        facts = {"order": order, "side": side, "previous": None}
        assert elect(office, **facts, sides_against={side}) == ["chairs_from_one_side"]
        assert elect(office, **facts, sides_against={side.other}) == []


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
@pytest.mark.parametrize(
    "until", [None, date(2026, 12, 31), date(2027, 1, 2), date(2028, 1, 1), date(2026, 7, 1)]
)
def test_a_term_ends_with_the_calendar_year(until):
    assert elect(until=until) == ["term_not_calendar_year"]


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
@pytest.mark.parametrize("side", Side)
def test_the_sides_swap_every_year(side):
    previous = Led(side, date(2025, 1, 1), date(2026, 1, 1))

    assert elect(side=side.other, sides_against=(), previous=previous) == []
    assert elect(side=side, sides_against=(), previous=previous) == ["not_the_sides_turn"]


@pytest.mark.parametrize("side", Side)
def test_the_first_term_is_set_by_hand(side):
    """Q06: the structure began on 1 September 2020, and no source says which side did."""
    first = {"first": date(2020, 9, 1), "previous": None, "side": side, "sides_against": ()}

    assert elect(**first, until=date(2021, 1, 1)) == []
    assert elect(**first, until=date(2022, 1, 1)) == []
    assert elect(**first, until=date(2021, 9, 1)) == ["term_not_calendar_year"]


def test_who_comes_in_the_middle_of_a_year_is_from_the_same_side():
    left = Led(REGION, date(2026, 1, 1), date(2026, 5, 1))

    assert side_in_turn(SAMRAD, left, date(2026, 5, 1)) is REGION
    assert side_in_turn(SAMRAD, left, date(2026, 12, 31)) is REGION
    assert side_in_turn(SAMRAD, left, date(2027, 1, 1)) is MUNICIPALITIES


def test_after_a_longer_term_the_other_side_takes_over():
    longer = Led(REGION, date(2025, 1, 1), date(2027, 1, 1))

    assert side_in_turn(SAMRAD, longer, date(2027, 1, 1)) is MUNICIPALITIES


def test_one_elected_further_ahead_has_the_side_of_that_year():
    assert side_in_turn(SAMRAD, LAST_YEAR, date(2026, 1, 1)) is MUNICIPALITIES
    assert side_in_turn(SAMRAD, LAST_YEAR, date(2027, 1, 1)) is REGION
    assert side_in_turn(SAMRAD, LAST_YEAR, date(2028, 1, 1)) is MUNICIPALITIES


def test_a_side_does_not_come_before_itself():
    coming = Led(MUNICIPALITIES, date(2027, 1, 1), date(2028, 1, 1))

    assert elect(previous=None, following=coming) == ["next_chair_is_of_the_side"]
    assert elect(previous=None, following=coming, side=REGION, sides_against=()) == []


def test_a_chair_may_always_be_from_one_side():
    order = Order(chair_side=REGION, opposite_sides=True, vice_chairs=2)

    assert elect(order=order, side=REGION, sides_against={MUNICIPALITIES}) == []
    assert elect(order=order, sides_against=()) == ["not_the_sides_turn"]


def test_a_second_vice_chair_is_for_those_who_have_two():
    two = Order(vice_chairs=2, opposite_sides=True)

    assert elect(Office.SECOND_VICE_CHAIR, order=two) == []
    assert elect(Office.SECOND_VICE_CHAIR) == ["no_second_vice_chair"]


@pytest.mark.parametrize(
    ("order", "first", "until"),
    [
        (Order(anchor=Anchor.ELECTION), date(2026, 5, 1), date(2027, 1, 1)),
        (Order(anchor=Anchor.ELECTION), date(2027, 1, 1), date(2031, 1, 1)),
        (Order(anchor=Anchor.CALENDAR_YEAR, years=2), date(2026, 5, 1), date(2028, 1, 1)),
        (
            Order(anchor=Anchor.CONGRESS, years=4, anchored_on=date(2023, 5, 5)),
            date(2023, 5, 5),
            date(2027, 5, 5),
        ),
        (
            Order(anchor=Anchor.CONGRESS, years=4, anchored_on=date(2023, 5, 5)),
            date(2023, 5, 4),
            date(2023, 5, 5),
        ),
        (
            Order(anchor=Anchor.CONGRESS, years=1, anchored_on=date(2024, 2, 29)),
            date(2025, 2, 28),
            date(2025, 3, 1),
        ),
        (Order(anchor=Anchor.OPEN), date(2026, 5, 1), None),
    ],
)
def test_a_term_follows_what_it_is_anchored_at(order, first, until):
    assert order.until(first) == until


def test_a_term_of_another_length_than_its_order_is_refused():
    order = Order(anchor=Anchor.ELECTION)

    assert elect(order=order, until=date(2028, 1, 1)) == ["term_not_as_ordered"]
    assert elect(order=order, until=date(2027, 1, 1)) == []
    assert elect(order=Order(anchor=Anchor.OPEN), until=None) == []


EXTENDING = {
    "order": SAMRAD,
    "was_until": date(2027, 1, 1),
    "until": date(2028, 1, 1),
    "unanimous": True,
    "reasons": "Uppföljningen ska slutföras.",
    "decided_on": date(2026, 11, 3),
    "today": date(2026, 11, 22),
}


def extend(**change) -> list[str]:
    return [one.code for one in obstacles_to_extend(**EXTENDING | change)]


@pytest.mark.rule("R069")
def test_in_samrad_a_longer_term_is_decided_unanimously():
    assert extend() == []
    assert extend(unanimous=False) == ["extension_not_unanimous"]


@pytest.mark.rule("R101")
def test_in_lsg_a_decision_is_enough():
    assert extend(order=LSG, unanimous=False) == []
    assert extend(order=LSG, unanimous=True) == []


@pytest.mark.rule("R069")
@pytest.mark.rule("R101")
@pytest.mark.parametrize("order", [SAMRAD, LSG])
def test_both_ask_for_reasons(order):
    assert extend(order=order, reasons=" \n") == ["extension_without_reasons"]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"order": None}, "extension_not_open"),
        ({"order": Order(extension=Extension.NO)}, "extension_not_open"),
        ({"until": date(2027, 1, 1)}, "extension_not_longer"),
        ({"was_until": None}, "extension_not_longer"),
        ({"until": date(2027, 7, 1)}, "extension_not_to_new_year"),
        ({"decided_on": date(2026, 11, 23)}, "extension_not_decided_yet"),
        ({"today": date(2027, 1, 5), "decided_on": date(2027, 1, 1)}, "extension_decided_late"),
        ({"successor": True}, "successor_elected"),
        ({"side": REGION, "sides_against": {REGION}}, "chairs_from_one_side"),
    ],
)
def test_what_does_not_let_a_term_run_on(change, code):
    assert extend(**change) == [code]


def test_a_decision_on_the_last_day_is_in_time():
    assert extend(today=date(2027, 1, 5), decided_on=date(2026, 12, 31)) == []


@pytest.mark.parametrize(
    ("wanted", "codes"),
    [
        (date(2026, 1, 1), ["term_ends_first"]),
        (date(2026, 1, 2), []),
        (date(2027, 1, 1), []),
        (date(2027, 1, 2), ["already_ended"]),
    ],
)
def test_a_term_is_ended_within_itself(wanted, codes):
    found = obstacles_to_end_term(
        first=date(2026, 1, 1), until=date(2027, 1, 1), wanted=wanted, today=date(2026, 1, 1)
    )

    assert [one.code for one in found] == codes


@given(start=st.sampled_from(Side), longer=st.lists(st.booleans(), min_size=20, max_size=20))
def test_over_twenty_years_the_sides_swap_whatever_is_extended(start, longer):
    """Each year's chair is elected, and extended a year or not; no side follows itself."""
    led = [Led(start, date(2020, 9, 1), date(2021, 1, 1))]
    while led[-1].until.year < 2041:
        previous = led[-1]
        turn = side_in_turn(SAMRAD, previous, previous.until)
        until = SAMRAD.until(previous.until)
        if longer[previous.until.year - 2021]:
            until = date(until.year + 1, 1, 1)
        led.append(Led(turn, previous.until, until))

    assert all(after.side is before.side.other for before, after in pairwise(led))
    assert all((term.until.month, term.until.day) == (1, 1) for term in led)


@given(
    anchor=st.sampled_from(Anchor),
    years=st.integers(1, 6),
    anchored_on=st.dates(date(2000, 1, 1), date(2040, 12, 31)),
    first=st.dates(date(2000, 1, 1), date(2060, 12, 31)),
)
def test_a_term_always_ends_after_it_begins_and_within_its_length(
    anchor, years, anchored_on, first
):
    until = term_until(anchor, years, anchored_on, first)

    if anchor is Anchor.OPEN:
        assert until is None
    else:
        longest = 4 if anchor is Anchor.ELECTION else years
        assert first <= last_of(until)
        assert (until - first).days <= longest * 366
