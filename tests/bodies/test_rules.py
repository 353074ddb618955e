"""Rules for seats and chairs, at their limits."""

from datetime import date

import pytest

from samverkan.bodies.choices import MissionKind, Power
from samverkan.bodies.rules import (
    Seats,
    may_decide_inner,
    may_recommend,
    obstacles_to_appoint,
    obstacles_to_elect,
)
from samverkan.principals.choices import Side

ONE, TWO, THREE, FOUR = Seats(1, 1, 1), Seats(1, 2, 2), Seats(3, 3, 3), Seats(4, 4, 4)
ORDINARY, SUBSTITUTE = MissionKind.ORDINARY, MissionKind.SUBSTITUTE
SAMRAD_MUNICIPALITY = pytest.mark.rule("R062")
SAMRAD_TWO = pytest.mark.rule("R063")
SAMRAD_REGION = pytest.mark.rule("R064")
LSG_MUNICIPALITY = pytest.mark.rule("R092")
LSG_TWO = pytest.mark.rule("R093")
LSG_REGION = pytest.mark.rule("R094")


def appoint(seats, taken, kind=ORDINARY) -> list[str]:
    found = obstacles_to_appoint(kind=kind, seats=seats, taken=taken, body_has_quotas=True)
    return [one.code for one in found]


@pytest.mark.parametrize("kind", [ORDINARY, SUBSTITUTE])
@pytest.mark.parametrize(
    ("seats", "most"),
    [
        pytest.param(ONE, 1, marks=[SAMRAD_MUNICIPALITY, LSG_MUNICIPALITY]),
        pytest.param(TWO, 2, marks=[SAMRAD_TWO, LSG_TWO]),
        pytest.param(THREE, 3, marks=SAMRAD_REGION),
        pytest.param(FOUR, 4, marks=LSG_REGION),
    ],
)
def test_seats_are_given_up_to_the_quota_and_no_further(seats, most, kind):
    assert appoint(seats, most - 1, kind) == []
    assert appoint(seats, most, kind) == ["seats_taken"]


def test_a_principal_without_a_quota_has_no_seat():
    assert appoint(None, 0) == ["no_seat"]


def test_a_body_whose_seats_no_text_counts_takes_whom_it_is_given():
    found = obstacles_to_appoint(kind=ORDINARY, seats=None, taken=40, body_has_quotas=False)

    assert found == []


ELECTING = {
    "first": date(2026, 1, 1),
    "until": date(2027, 1, 1),
    "members": {1, 2},
    "person": 1,
    "side": Side.REGION,
    "side_of_other": Side.MUNICIPALITIES,
}


def elect(**change) -> list[str]:
    return [one.code for one in obstacles_to_elect(**ELECTING | change)]


@pytest.mark.parametrize(
    "change",
    [
        {},
        {"first": date(2026, 12, 31)},
        {"first": date(2026, 5, 1)},
        {"side_of_other": None},
        {"side": None, "side_of_other": None},
    ],
)
def test_a_member_is_elected_to_the_end_of_the_year(change):
    assert elect(**change) == []


@pytest.mark.rule("R066")
@pytest.mark.rule("R098")
def test_a_chair_is_appointed_within_the_group():
    assert elect(person=3) == ["chair_not_member"]


@pytest.mark.rule("R067")
@pytest.mark.rule("R099")
@pytest.mark.parametrize("side", Side)
def test_chair_and_vice_chair_come_from_one_side_each(side):
    assert elect(side=side, side_of_other=side) == ["chairs_from_one_side"]
    assert elect(side=side, side_of_other=side.other) == []


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
@pytest.mark.parametrize(
    "until", [None, date(2026, 12, 31), date(2027, 1, 2), date(2028, 1, 1), date(2026, 7, 1)]
)
def test_a_term_ends_with_the_calendar_year(until):
    assert elect(until=until) == ["term_not_calendar_year"]


@pytest.mark.rule("R006")
@pytest.mark.rule("R005")
@pytest.mark.parametrize("power", Power)
def test_only_a_body_with_that_power_recommends(power):
    assert may_recommend(power) is (power is Power.RECOMMENDS)


@pytest.mark.rule("R008")
def test_a_body_decides_only_on_its_own_forms_of_work():
    owned = ["den egna arbetsordningen", "rutiner för ärendeflödet"]

    assert may_decide_inner("rutiner för ärendeflödet", owned)
    assert not may_decide_inner("kommunens avgifter", owned)
    assert not may_decide_inner("", owned)
    assert not may_decide_inner("den egna arbetsordningen", [])
