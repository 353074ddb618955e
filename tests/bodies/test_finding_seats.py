"""What is found about seats: each question speaks, and stays silent."""

from datetime import date, timedelta

import pytest

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.rules.findings import Weight, found_in, seats
from samverkan.bodies.rules.findings.facts import Nominating
from samverkan.principals.choices import Side
from tests.bodies.snapshots import (
    ASK,
    ON,
    REGION,
    a_day,
    codes,
    organ,
    party,
    seating,
    sitting,
)

SUBSTITUTE = MissionKind.SUBSTITUTE.value


def test_nothing_is_found_where_all_is_well():
    assert found_in(a_day()) == []


@pytest.mark.rule("R062")
@pytest.mark.rule("R092")
@pytest.mark.parametrize(("kind", "rule"), [("consultation", "R062"), ("group", "R092")])
def test_a_municipality_without_an_ordinary_representative_is_told(kind, rule):
    day = a_day(bodies=(organ(kind=kind),), sittings=(sitting(101, REGION),))

    [found] = seats.seats_vacant(day)

    assert (found.code, found.rule, found.principal) == ("seat_vacant", rule, "ask")
    assert found.weight is Weight.STOPS


@pytest.mark.rule("R064")
@pytest.mark.rule("R094")
@pytest.mark.parametrize(
    ("kind", "least", "rule"), [("consultation", 3, "R064"), ("group", 4, "R094")]
)
def test_the_region_with_too_few_is_told_and_with_all_not(kind, least, rule):
    seated = [sitting(200 + number, REGION) for number in range(least)]
    known = {"bodies": (organ(kind=kind),), "seatings": (seating(REGION, least, least),)}

    [found] = seats.seats_vacant(a_day(**known, sittings=tuple(seated[1:])))

    assert (found.code, found.rule) == ("seats_too_few", rule)
    assert (found.obstacle.facts["filled"], found.obstacle.facts["least"]) == (least - 1, least)
    assert list(seats.seats_vacant(a_day(**known, sittings=tuple(seated)))) == []


@pytest.mark.rule("R063")
@pytest.mark.rule("R093")
def test_one_of_two_is_enough_where_the_second_is_a_possibility():
    assert list(seats.seats_vacant(a_day(seatings=(seating(ASK, 1, 2, 2),)))) == []


def test_a_substitute_does_not_fill_an_ordinary_seat():
    day = a_day(seatings=(seating(),), sittings=(sitting(kind=SUBSTITUTE),))

    assert codes(seats.seats_vacant(day)) == ["seat_vacant"]


@pytest.mark.parametrize(
    ("least", "most", "has", "told"),
    [(1, 1, 0, True), (1, 1, 1, False), (1, 2, 1, False), (8, 4, 3, True), (8, 4, 4, False)],
)
def test_substitutes_are_asked_for_as_many_as_must_sit_or_as_the_texts_give(least, most, has, told):
    seated = tuple(sitting(300 + number, kind=SUBSTITUTE) for number in range(has))
    day = a_day(seatings=(seating(ASK, least, least, most),), sittings=seated)

    found = list(seats.substitutes_vacant(day))

    assert bool(found) is told
    assert all(one.weight is Weight.WARNS for one in found)


@pytest.mark.rule("R013")
def test_a_party_without_seats_in_a_recommending_body_is_told():
    day = a_day(seatings=(seating(REGION),))

    [found] = seats.not_represented(day)

    assert (found.code, found.rule, found.principal) == ("not_represented", "R013", "ask")


def test_a_party_is_represented_by_who_nominates_for_its_side():
    federation = Nominating(5, "Kommunförbundet", Side.MUNICIPALITIES.value, None)
    through = seating(None, nominator=5)
    day = a_day(seatings=(seating(REGION), through), nominators=(federation,))

    assert list(seats.not_represented(day)) == []


def test_a_party_of_another_grouping_is_not_missed():
    day = a_day(
        bodies=(organ(grouping=7),), memberships=((7, REGION),), seatings=(seating(REGION),)
    )

    assert list(seats.not_represented(day)) == []


@pytest.mark.rule("R021")
def test_seats_of_one_who_is_no_party_are_told_from_the_day_it_left():
    left = party(until=ON)
    still = party(until=ON + timedelta(days=1))
    region = party(REGION, name="Regionen", side=Side.REGION)

    assert codes(seats.seats_of_no_party(a_day(principals=(left, region)))) == ["seat_of_no_party"]
    assert list(seats.seats_of_no_party(a_day(principals=(still, region)))) == []


@pytest.mark.parametrize(
    ("parity", "more", "told"), [(True, 1, True), (True, 0, False), (False, 1, False)]
)
def test_unlike_numbers_are_told_only_where_they_shall_be_alike(parity, more, told):
    extra = tuple(sitting(400 + number) for number in range(more))
    day = a_day(bodies=(organ(parity=parity),), sittings=(sitting(), sitting(101, REGION), *extra))

    assert bool(list(seats.parity_broken(day))) is told


def test_a_body_that_is_not_there_on_the_day_has_no_vacancies():
    day = a_day(bodies=(organ(first=date(2027, 1, 1)),), sittings=())

    assert found_in(day) == []
