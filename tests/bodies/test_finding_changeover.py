"""What is found where one structure ends and the next begins."""

from datetime import date, timedelta

import pytest

from samverkan.bodies.rules.findings import Weight, changeover
from samverkan.bodies.rules.findings.facts import Closed, Heir
from tests.bodies.snapshots import BELOW, BODY, ON, a_day, codes, organ, sitting

SOON = ON + timedelta(days=30)


def day_with(old, new=None, *, standing="decided", **parts):
    bodies = (old, new) if new else (old,)
    heirs = (Heir(old.pk, new.pk, standing),) if new else ()
    return a_day(bodies=bodies, heirs=heirs, **parts)


@pytest.mark.rule("R232")
@pytest.mark.parametrize(
    ("begins", "found"),
    [(1, ["gap_before_heir"]), (0, []), (-1, ["overlap_with_heir"])],
)
def test_a_gap_or_an_overlap_with_the_heir_is_told(begins, found):
    heir = organ(BELOW, first=SOON + timedelta(days=begins))

    assert codes(changeover.heirs_out_of_step(day_with(organ(until=SOON), heir))) == found


@pytest.mark.parametrize(
    ("ended", "weight"), [(date(2026, 1, 1), Weight.WARNS), (date(2022, 1, 1), Weight.NOTES)]
)
def test_a_gap_of_long_ago_is_history(ended, weight):
    heir = organ(BELOW, first=ended + timedelta(days=9))

    [found] = changeover.heirs_out_of_step(day_with(organ(until=ended), heir))

    assert found.weight is weight


@pytest.mark.rule("R326")
@pytest.mark.parametrize(
    ("until", "told"),
    [(None, False), (ON, True), (ON + timedelta(days=90), True), (ON + timedelta(days=91), False)],
)
def test_a_body_that_ends_without_an_heir_is_noted(until, told):
    found = list(changeover.without_heir(day_with(organ(until=until))))

    assert bool(found) is told
    assert all(one.weight is Weight.NOTES for one in found)
    heir = organ(BELOW, first=until)
    assert list(changeover.without_heir(day_with(organ(until=until), heir))) == []


@pytest.mark.parametrize(("standing", "told"), [("assumed", True), ("decided", False)])
def test_an_heir_that_is_assumed_is_noted(standing, told):
    day = day_with(organ(until=ON), organ(BELOW, first=ON), standing=standing)

    assert bool(list(changeover.heirs_assumed(day))) is told


@pytest.mark.rule("R325")
@pytest.mark.parametrize(
    ("days", "found"),
    [
        (91, []),
        (90, ["closing_before_the_end"]),
        (1, ["closing_before_the_end"]),
        (0, ["closed_with_steps_left"]),
        (-91, []),
    ],
)
def test_what_is_left_to_do_is_told_near_the_end(days, found):
    ends = organ(until=ON + timedelta(days=days))

    assert codes(changeover.closing_steps_left(day_with(ends))) == found


def test_what_is_done_is_not_told():
    done = tuple(Closed(BODY, step) for step in ("cases", "papers", "members"))
    some = day_with(organ(until=SOON), closed=done[:2])

    [found] = changeover.closing_steps_left(some)

    assert found.obstacle.facts["left"] == ["ledamöterna har fått veta"]
    assert list(changeover.closing_steps_left(day_with(organ(until=SOON), closed=done))) == []


@pytest.mark.rule("R324")
@pytest.mark.parametrize(
    ("until", "found"),
    [(ON, ["ended_body_has_members"]), (SOON, ["missions_outlast_body"]), (None, [])],
)
def test_missions_that_run_longer_than_their_body_are_told(until, found):
    day = day_with(organ(until=until), sittings=(sitting(), sitting(101)))

    told = list(changeover.missions_outlasting(day))

    assert codes(told) == found
    assert all(one.obstacle.facts["count"] == 2 for one in told)


def test_missions_that_end_with_their_body_are_in_order():
    day = day_with(organ(until=SOON), sittings=(sitting(until=SOON),))

    assert list(changeover.missions_outlasting(day)) == []
