"""What a body may do, at the limits."""

import pytest

from samverkan.bodies.choices import Power
from samverkan.bodies.rules.powers import may_decide_inner, may_recommend


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
