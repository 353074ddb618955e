"""Who may set up a body, and what a working group may be."""

import pytest

from samverkan.bodies.choices import BodyKind, Power
from samverkan.bodies.rules.setting_up import in_fixed_structure, obstacles_to_set_up
from samverkan.journal.obstacles import Remark

READY = {"power": Power.PREPARES, "decided_by": BodyKind.GROUP, "under_decider": True}


def found(kind, **change):
    return [one.code for one in obstacles_to_set_up(kind, **READY | change)]


@pytest.mark.rule("R108")
@pytest.mark.parametrize("kind", [BodyKind.PREPARATORY, BodyKind.COUNCIL, BodyKind.WORKING_GROUP])
def test_the_leading_group_sets_up_beredningar_and_working_groups(kind):
    assert found(kind) == []


@pytest.mark.rule("R121")
def test_a_beredning_sets_up_its_working_groups_and_nothing_else():
    by = {"decided_by": BodyKind.PREPARATORY}

    assert found(BodyKind.WORKING_GROUP, **by) == []
    assert found(BodyKind.PREPARATORY, **by) == ["set_up_beyond_the_texts"]


@pytest.mark.rule("R122")
@pytest.mark.parametrize("power", [Power.RECOMMENDS, Power.DECIDES])
def test_nobody_asks_a_working_group_to_decide(power):
    assert found(BodyKind.WORKING_GROUP, power=power) == ["working_group_only_works"]


@pytest.mark.rule("R122")
def test_a_working_group_is_no_part_of_the_fixed_structure():
    loose = [kind for kind in BodyKind if not in_fixed_structure(kind)]

    assert loose == [BodyKind.WORKING_GROUP]


def test_a_new_body_hangs_under_the_one_that_decided():
    assert found(BodyKind.PREPARATORY, under_decider=False) == ["new_body_not_under_decider"]


def test_what_the_parties_set_up_themselves_asks_for_a_reason():
    obstacles = obstacles_to_set_up(
        BodyKind.CONSULTATION, power=Power.RECOMMENDS, decided_by=None, under_decider=False
    )

    assert [type(one) for one in obstacles] == [Remark]
