"""What is found about coordinators and actors outside."""

from datetime import date
from decimal import Decimal

import pytest

from samverkan.bodies.rules.findings import Weight, support
from samverkan.principals.choices import OutsideKind, Standing
from tests.bodies.snapshots import (
    ASK,
    ON,
    a_day,
    codes,
    function,
    holding,
    outsider,
    text,
    version,
)

ASSIGNED = {"texts": (text(body=None, function=70),), "versions": (version(),)}


@pytest.mark.rule("R016")
@pytest.mark.rule("R166")
def test_a_function_that_nobody_holds_is_told():
    [found] = support.functions_lacking(a_day(functions=(function(),), **ASSIGNED))

    assert (found.code, found.rule, found.about) == (
        "function_without_holder",
        "R166",
        "koordinator",
    )


@pytest.mark.rule("R162")
@pytest.mark.rule("R163")
@pytest.mark.parametrize(("size", "rule"), [("2.00", "R162"), ("1.00", "R163")])
def test_shares_that_do_not_add_up_to_the_size_are_told(size, rule):
    whole = tuple(holding() for _ in range(int(Decimal(size))))
    functions = (function(size),)

    [found] = support.functions_lacking(
        a_day(functions=functions, holdings=(*whole[1:], holding("0.75")), **ASSIGNED)
    )

    assert (found.code, found.rule) == ("function_partly_vacant", rule)
    assert (
        list(support.functions_lacking(a_day(functions=functions, holdings=whole, **ASSIGNED)))
        == []
    )


def test_more_than_the_size_is_told():
    known = {"functions": (function(),)}

    assert codes(
        support.functions_overfull(a_day(**known, holdings=(holding(), holding("0.01"))))
    ) == ["function_overfull"]
    assert list(support.functions_overfull(a_day(**known, holdings=(holding(),)))) == []


@pytest.mark.rule("R161")
def test_a_holder_employed_elsewhere_is_told():
    known = {"functions": (function(),)}

    assert codes(support.holders_elsewhere(a_day(**known, holdings=(holding(employer=ASK),)))) == [
        "holder_elsewhere"
    ]
    assert list(support.holders_elsewhere(a_day(**known, holdings=(holding(),)))) == []


@pytest.mark.rule("R168")
@pytest.mark.parametrize("stage", ["draft", "proposed"])
def test_a_function_wants_an_adopted_assignment(stage):
    proposed = ASSIGNED | {"versions": (version(stage=stage),)}
    known = {"functions": (function(),), "holdings": (holding(),)}

    assert codes(support.functions_lacking(a_day(**known, **proposed))) == [
        "function_without_assignment"
    ]


@pytest.mark.rule("R164")
@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, []),
        ({"split_standing": Standing.ASSUMED.value}, ["split_assumed"]),
        ({"municipalities_percent": None}, ["split_unknown"]),
    ],
)
def test_a_split_that_is_assumed_or_unknown_is_noted(facts, found):
    assert codes(support.splits_unsure(a_day(functions=(function(**facts),)))) == found


@pytest.mark.rule("R024")
def test_a_municipality_without_a_school_channel_is_told_where_such_are_kept():
    channel = outsider(OutsideKind.SCHOOL_CHANNEL, principal=ASK)

    [found] = support.without_school_channel(a_day(keeps_outsiders=True))

    assert (found.principal, found.rule) == ("ask", "R024")
    known = a_day(keeps_outsiders=True, outsiders=(channel,))
    assert list(support.without_school_channel(known)) == []
    assert list(support.without_school_channel(a_day())) == []


@pytest.mark.rule("R090")
@pytest.mark.rule("R118")
@pytest.mark.parametrize(
    ("kind", "code", "rule"),
    [
        (OutsideKind.COORDINATION_ASSOCIATION, "association_not_synchronised", "R090"),
        (OutsideKind.STATE_INITIATIVE, "initiative_not_coordinated", "R118"),
    ],
)
@pytest.mark.parametrize(
    ("noted_on", "told"), [(None, True), (date(2025, 3, 12), True), (date(2025, 3, 13), False)]
)
def test_work_that_was_not_gone_through_in_a_year_is_told(kind, code, rule, noted_on, told):
    found = list(
        support.not_synchronised(a_day(ON, outsiders=(outsider(kind, noted_on=noted_on),)))
    )

    assert [(one.code, one.rule, one.weight) for one in found] == [
        (code, rule, Weight.WARNS)
    ] * told


def test_other_actors_need_no_going_through():
    assert list(support.not_synchronised(a_day(outsiders=(outsider(OutsideKind.OTHER),)))) == []
