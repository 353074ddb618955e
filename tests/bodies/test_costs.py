"""What a coordinator function costs: the halves sum to the whole, and no key is made up."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.bodies.actions.costs import set_cost, set_cost_key
from samverkan.bodies.models import CoordinatorFunction, FunctionCost
from samverkan.bodies.queries.functions import cost_of
from samverkan.bodies.rules.costs import obstacles_to_cost, obstacles_to_key, shared_by, split
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import tell
from tests.bodies.functions import FunctionFactory
from tests.factories import TESTER, PrincipalFactory

NOW = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}
AMOUNTS = st.decimals(0, 9_999_999_999, places=2)
PERCENTS = st.decimals(0, 100, places=2)
READY = {
    "year": 2026,
    "amount": Decimal(1_450_000),
    "source": "budgeten",
    "present": None,
    "first": date(2020, 9, 1),
    "until": None,
    "this_year": 2026,
}


@pytest.mark.rule("R164")
@given(amount=AMOUNTS, percent=PERCENTS)
def test_the_two_parts_sum_to_the_whole_in_whole_ore(amount, percent):
    parts = split(amount, percent, 100 - percent)

    assert sum(parts) == amount
    assert all(part >= 0 and part == round(part, 2) for part in parts)


@pytest.mark.rule("R164")
@pytest.mark.parametrize(
    ("amount", "expected"),
    [("1450000", ("725000", "725000")), ("0.01", ("0.00", "0.01")), ("0", ("0", "0"))],
)
def test_half_each_and_an_odd_ore_falls_on_the_region(amount, expected):
    found = split(Decimal(amount), Decimal(50), Decimal(50))

    assert found == tuple(map(Decimal, expected))


@pytest.mark.rule("R261")
@given(
    amount=AMOUNTS,
    weights=st.dictionaries(st.integers(), st.integers(0, 1_000_000), min_size=1, max_size=20),
)
def test_what_is_shared_by_weight_sums_to_the_whole(amount, weights):
    parts = shared_by(amount, weights)

    assert sum(parts.values()) == (amount if any(weights.values()) else 0)
    total = sum(weights.values())
    for key, part in parts.items():
        assert abs(part - amount * weights[key] / total) < Decimal("0.01")


def test_the_ore_left_over_goes_to_the_one_who_lost_most():
    assert shared_by(Decimal("0.05"), {1: 1, 2: 2, 3: 3}) == {
        1: Decimal("0.01"),
        2: Decimal("0.02"),
        3: Decimal("0.02"),
    }


@pytest.mark.rule("R164")
@pytest.mark.parametrize(
    ("change", "codes"),
    [
        ({}, []),
        ({"amount": Decimal(0)}, []),
        ({"year": 2032}, ["cost_year_out_of_range"]),
        ({"year": 20266}, ["cost_year_out_of_range"]),
        ({"year": 2019}, ["cost_outside_function"]),
        ({"until": date(2026, 1, 1)}, ["cost_outside_function"]),
        ({"amount": Decimal("-0.01")}, ["cost_not_an_amount"]),
        ({"amount": Decimal("0.001")}, ["cost_not_an_amount"]),
        ({"amount": Decimal(10**10)}, ["cost_not_an_amount"]),
        ({"source": "  "}, ["cost_without_source"]),
        ({"present": (Decimal(1_450_000), "budgeten")}, ["cost_unchanged"]),
        ({"amount": None}, ["cost_already_unknown"]),
        ({"amount": None, "present": (Decimal(1), "x")}, []),
    ],
)
def test_a_cost_is_noted_unless(change, codes):
    assert [one.code for one in obstacles_to_cost(**READY | change)] == codes


@pytest.mark.parametrize(
    ("weights", "source", "codes"),
    [
        ({1: 3, 2: 0}, "beslut", []),
        ({1: 3}, "beslut", ["key_lacks_municipalities"]),
        ({1: 3, 2: 1, 9: 1}, "beslut", ["key_counts_others"]),
        ({1: 0, 2: 0}, "beslut", ["key_without_weight"]),
        ({1: -1, 2: 1}, "beslut", ["key_weight_out_of_range"]),
        ({1: 1, 2: 10**10}, "beslut", ["key_weight_out_of_range"]),
        ({1: 3, 2: 1}, "", ["key_without_source"]),
        ({1: 1, 2: 1}, "avtal", ["key_unchanged"]),
        ({}, "", []),
    ],
)
def test_a_key_is_noted_unless(weights, source, codes):
    found = obstacles_to_key(
        weights=weights,
        source=source,
        present={1: 1, 2: 1},
        present_source="avtal",
        municipalities={1: "Ask", 2: "Ahed"},
    )

    assert [one.code for one in found] == codes


def test_a_key_that_is_not_there_is_not_taken_away():
    found = obstacles_to_key(
        weights={}, source="", present={}, present_source="", municipalities={1: "Ask"}
    )

    assert [one.code for one in found] == ["key_already_missing"]


@pytest.fixture
def function(db) -> CoordinatorFunction:
    return FunctionFactory()


@pytest.fixture
def municipalities(function):
    here = function.collaboration
    return [PrincipalFactory(collaboration=here, name=name) for name in ("Ask", "Ahed")]


def noted(function, amount=1_450_000, **change):
    facts = {"year": 2026, "amount": Decimal(amount), "source": "Budget 2026"} | change
    return set_cost(function.pk, **facts, **THEN)


@pytest.mark.rule("R164")
def test_a_cost_is_noted_with_its_source_and_told(function):
    cost = noted(function)

    assert (cost.amount, cost.source) == (1_450_000, "Budget 2026")
    entry = Entry.objects.get(verb="function.cost_set")
    assert tell(entry).endswith(
        "år 2026 antecknades: 1\N{NO-BREAK SPACE}450\N{NO-BREAK SPACE}000 kronor."
    )
    assert entry.content["facts"]["amount"] == "1450000"


def test_a_year_has_one_cost_that_can_be_changed_and_become_unknown(function):
    noted(function)
    noted(function, 1_500_000)
    assert FunctionCost.objects.get().amount == 1_500_000

    assert noted(function, amount=0) is not None
    set_cost(function.pk, year=2026, amount=None, **THEN)

    assert not FunctionCost.objects.exists()


def test_a_refused_cost_changes_nothing(function):
    with pytest.raises(StepRefused):
        noted(function, source="811218-9876")

    assert not FunctionCost.objects.exists()
    assert not Entry.objects.exists()


@pytest.mark.rule("R164")
def test_without_a_key_nothing_is_shared_further(function, municipalities):
    found = cost_of(noted(function))

    assert (found.municipalities, found.region, found.parts) == (725_000, 725_000, [])


@pytest.mark.rule("R261")
def test_with_a_key_every_municipality_has_its_part(function, municipalities):
    ask, ahed = municipalities
    cost = noted(function, "1000.01")

    set_cost_key(cost.pk, {ask.pk: 2, ahed.pk: 1}, source="Samråd § 7", **THEN)

    cost.refresh_from_db()
    found = cost_of(cost)
    assert {one.principal: one.amount for one in found.parts} == {
        ask: Decimal("333.33"),
        ahed: Decimal("166.67"),
    }
    assert sum(one.amount for one in found.parts) + found.region == cost.amount
    assert cost.key_source == "Samråd § 7"


def test_a_key_is_for_the_municipalities_of_the_function_and_can_be_taken_away(
    function, municipalities
):
    cost = noted(function)
    region = function.host
    weights = {one.pk: 1 for one in municipalities}
    with pytest.raises(StepRefused) as refused:
        set_cost_key(cost.pk, weights | {region.pk: 1}, source="§ 7", **THEN)
    assert [one.code for one in refused.value.obstacles] == ["key_counts_others"]

    set_cost_key(cost.pk, weights, source="§ 7", **THEN)
    set_cost_key(cost.pk, {}, **THEN)

    assert not cost.shares.exists()
    assert FunctionCost.objects.get().key_source == ""


def test_a_function_without_a_stated_split_has_none(db):
    function = FunctionFactory(municipalities_percent=None, region_percent=None)

    assert cost_of(noted(function)).municipalities is None
