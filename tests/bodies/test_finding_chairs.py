"""What is found about those who lead the bodies."""

from datetime import date

import pytest

from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.rules.findings import Weight, chairs
from samverkan.bodies.rules.findings.facts import Above, Given
from samverkan.principals.choices import Side
from tests.bodies.snapshots import (
    BELOW,
    BODY,
    REGION,
    a_day,
    codes,
    leading,
    organ,
    sitting,
    term,
)

VICE = term(101, Office.VICE_CHAIR, Side.REGION)


@pytest.mark.rule("R066")
@pytest.mark.rule("R098")
@pytest.mark.parametrize(("kind", "rule"), [("consultation", "R066"), ("group", "R098")])
def test_a_body_without_a_chair_is_told(kind, rule):
    [found] = chairs.chairs_missing(a_day(bodies=(organ(kind=kind),), terms=(VICE,)))

    assert (found.code, found.rule, found.about) == ("office_vacant", rule, "chair")


def test_two_vice_chairs_are_missed_where_there_shall_be_two():
    day = a_day(orders=(leading(vice_chairs=2),))

    assert [one.about for one in chairs.chairs_missing(day)] == ["second_vice_chair"]
    assert list(chairs.chairs_missing(a_day())) == []


def test_a_body_without_an_order_needs_no_chair():
    assert list(chairs.chairs_missing(a_day(terms=(), orders=()))) == []


@pytest.mark.rule("R067")
@pytest.mark.rule("R099")
@pytest.mark.parametrize(("kind", "rule"), [("consultation", "R067"), ("group", "R099")])
def test_both_chairs_from_one_side_are_told(kind, rule):
    same = (term(), term(101, Office.VICE_CHAIR, Side.MUNICIPALITIES))

    [found] = chairs.chairs_of_one_side(a_day(bodies=(organ(kind=kind),), terms=same))

    assert found.rule == rule
    assert list(chairs.chairs_of_one_side(a_day())) == []
    free = a_day(terms=same, orders=(leading(opposite_sides=False),))
    assert list(chairs.chairs_of_one_side(free)) == []


def test_a_chair_who_has_left_the_body_is_told():
    assert codes(chairs.chairs_not_members(a_day(sittings=(sitting(101, REGION),)))) == [
        "chair_left_the_body"
    ]


def test_a_substitute_in_the_chair_is_a_remark_only():
    seated = (sitting(kind=MissionKind.SUBSTITUTE.value), sitting(101, REGION))

    [found] = chairs.chairs_not_members(a_day(sittings=seated))

    assert (found.code, found.weight) == ("substitute_in_chair", Weight.WARNS)


def test_one_who_sits_by_an_office_elsewhere_may_lead():
    day = a_day(
        bodies=(organ(), organ(BELOW)),
        given=(Given(BODY, BELOW, "chair"),),
        sittings=(sitting(101, REGION),),
        terms=(term(), VICE, term(body=BELOW)),
    )

    assert list(chairs.chairs_not_members(day)) == []


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
@pytest.mark.parametrize(
    ("on", "kind", "rules"),
    [
        (date(2026, 8, 31), "consultation", []),
        (date(2026, 9, 1), "consultation", ["R068", "R068"]),
        (date(2026, 12, 31), "group", ["R100", "R100"]),
    ],
)
def test_next_years_chairs_are_looked_for_from_september(on, kind, rules):
    found = list(chairs.next_chairs_missing(a_day(on, bodies=(organ(kind=kind),))))

    assert [one.rule for one in found] == rules
    assert {one.due for one in found} <= {date(2026, 12, 31)}


@pytest.mark.parametrize(
    "terms",
    [
        (term(until=date(2028, 1, 1)),),
        (term(), term(101, side=Side.REGION, first=date(2027, 1, 1), until=date(2028, 1, 1))),
    ],
    ids=["extended", "elected"],
)
def test_a_longer_term_or_a_chair_elected_is_enough(terms):
    assert list(chairs.next_chairs_missing(a_day(date(2026, 11, 1), terms=terms))) == []


def test_a_body_that_ends_first_elects_nobody():
    ends = organ(until=date(2027, 1, 1))

    assert list(chairs.next_chairs_missing(a_day(date(2026, 11, 1), bodies=(ends,)))) == []


@pytest.mark.parametrize(("side", "told"), [(Side.MUNICIPALITIES, True), (Side.REGION, False)])
def test_a_chair_out_of_turn_is_a_note(side, told):
    before = term(99, first=date(2025, 1, 1), until=date(2026, 1, 1))

    found = list(chairs.out_of_turn(a_day(terms=(before, term(side=side)))))

    assert bool(found) is told
    assert all(one.weight is Weight.NOTES for one in found)


def test_chairs_of_one_side_above_and_below_are_a_note():
    known = {"bodies": (organ(), organ(BELOW)), "parents": (Above(BELOW, BODY),)}
    alike = a_day(**known, terms=(term(), term(body=BELOW)))
    other = a_day(**known, terms=(term(), term(body=BELOW, side=Side.REGION)))

    assert codes(chairs.chairs_alike(alike)) == ["chairs_alike"]
    assert list(chairs.chairs_alike(other)) == []
