"""What is found about those who sit: each question speaks, and stays silent."""

from datetime import timedelta

import pytest

from samverkan.bodies.choices import BodyKind, Sphere
from samverkan.bodies.rules.findings import Weight, missions
from samverkan.bodies.rules.findings.facts import Above
from tests.bodies.snapshots import (
    BELOW,
    BODY,
    ON,
    REGION,
    a_day,
    codes,
    organ,
    sitting,
)

OFFICIALS = {"kind": BodyKind.GROUP.value, "sphere": Sphere.OFFICIALS.value}


@pytest.mark.parametrize(("days", "told"), [(0, False), (1, True), (90, True), (91, False)])
def test_a_mission_that_ends_within_ninety_days_is_due(days, told):
    ending = sitting(until=ON + timedelta(days=days))

    found = list(missions.missions_ending(a_day(sittings=(ending,))))

    assert bool(found) is told
    assert [one.due for one in found] == [ON + timedelta(days=days - 1)] * told


@pytest.mark.parametrize(("late", "told"), [(0, False), (1, True)])
def test_a_successor_from_the_next_day_is_enough(late, told):
    until = ON + timedelta(days=30)
    after = sitting(102, first=until + timedelta(days=late))

    found = list(missions.missions_ending(a_day(sittings=(sitting(until=until), after))))

    assert bool(found) is told


def test_one_successor_follows_one():
    until = ON + timedelta(days=30)
    leaving = (sitting(until=until), sitting(101, until=until))

    found = list(missions.missions_ending(a_day(sittings=(*leaving, sitting(102, first=until)))))

    assert len(found) == 1


def test_a_mission_that_ends_with_its_body_needs_nobody_after():
    until = ON + timedelta(days=30)
    day = a_day(bodies=(organ(until=until),), sittings=(sitting(until=until),))

    assert list(missions.missions_ending(day)) == []


@pytest.mark.rule("R055")
@pytest.mark.rule("R012")
@pytest.mark.parametrize(
    ("facts", "code", "rule"), [({}, "no_committee", "R055"), (OFFICIALS, "no_line", "R012")]
)
def test_a_seat_without_a_line_behind_it_is_told(facts, code, rule):
    day = a_day(bodies=(organ(**facts),), sittings=(sitting(line_function=" "), sitting(101)))

    [found] = missions.without_line(day)

    assert (found.code, found.rule, found.obstacle.facts["people"]) == (code, rule, ["Person 100"])
    assert list(missions.without_line(a_day())) == []


@pytest.mark.rule("R077")
def test_two_representatives_want_a_main_one():
    two = (sitting(), sitting(101))
    marked = (sitting(is_main=True), sitting(101))

    assert codes(missions.main_not_marked(a_day(sittings=two))) == ["main_not_marked"]
    assert list(missions.main_not_marked(a_day(sittings=marked))) == []
    assert list(missions.main_not_marked(a_day(sittings=(sitting(),)))) == []


def test_the_region_needs_no_main_representative():
    day = a_day(sittings=(sitting(100, REGION), sitting(101, REGION)))

    assert list(missions.main_not_marked(day)) == []


@pytest.mark.rule("R106")
@pytest.mark.parametrize(
    ("service", "told"),
    [
        ("Socialtjänsten", False),
        ("socialförvaltningen", False),
        ("Skolkontoret", True),
        ("", False),
    ],
)
def test_an_official_from_another_service_is_noted(service, told):
    day = a_day(
        bodies=(organ(), organ(BELOW, **OFFICIALS)),
        parents=(Above(BELOW, BODY),),
        sittings=(sitting(), sitting(101, body=BELOW, line_function=service)),
    )

    found = list(missions.other_service(day))

    assert bool(found) is told
    assert all(one.weight is Weight.NOTES for one in found)


def test_one_who_sits_for_several_principals_is_told():
    both = (sitting(), sitting(101, REGION, person=100, name="Person 100"))

    [found] = missions.for_several(a_day(sittings=both))

    assert found.obstacle.facts["holders"] == ["Ask", "Regionen"]
    assert list(missions.for_several(a_day())) == []


def test_an_appointment_that_nobody_has_noted_is_told():
    day = a_day(sittings=(sitting(appointed_by=""), sitting(101, appointed_on=None), sitting(102)))

    [found] = missions.appointment_unknown(day)

    assert found.obstacle.facts["people"] == ["Person 100", "Person 101"]
    assert list(missions.appointment_unknown(a_day())) == []
