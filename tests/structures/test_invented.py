"""Two invented counties of unlike kinds: together they use all that a county may need."""

from datetime import date
from itertools import combinations
from pathlib import Path

import pytest

from samverkan.bodies.choices import Anchor, Extension, NominatorKind
from samverkan.structures.checks import checked
from samverkan.structures.schema import BodyData, QuotaData, Structure

STRUCTURES = Path(__file__).parents[2] / "structures"
COUNTIES = ("solvik", "fjallmark")


def read(county: str) -> Structure:
    return checked(STRUCTURES / county).structure()


def invented_bodies() -> list[BodyData]:
    return [body for county in COUNTIES for body in read(county).bodies]


def invented_quotas() -> list[QuotaData]:
    return [quota for body in invented_bodies() for quota in body.quotas]


def test_together_they_use_every_kind_of_nominator():
    used = {slug for quota in invented_quotas() for slug in quota.nominators}
    nominators = [one for county in COUNTIES for one in read(county).nominators]

    assert {one.kind for one in nominators if one.slug in used} == set(NominatorKind)


def test_a_federation_appoints_in_the_name_of_its_side_between_congresses():
    (federation,) = [one for one in read("solvik").nominators if one.kind == "federation"]
    quota = next(one for one in invented_quotas() if one.anchor == Anchor.CONGRESS)

    assert federation.side == "municipalities"
    assert quota.nominators == [federation.slug]
    assert (quota.years, quota.anchored_on) == (4, date(2023, 5, 5))


def test_one_side_has_two_nominators():
    sides = {one.slug: one.side for one in read("fjallmark").nominators}

    assert any(
        [sides[slug] for slug in quota.nominators] == ["municipalities"] * 2
        for body in read("fjallmark").bodies
        for quota in body.quotas
    )


def test_seats_follow_an_office_a_grouping_and_a_party():
    quotas = invented_quotas()

    assert any(quota.held_by == "socialnämndens ordförande" for quota in quotas)
    assert any(quota.nominators == ["inlandet", "kusten"] for quota in quotas)
    assert any(quota.nominators == ["kustpartiet", "solviks-val"] for quota in quotas)
    assert any(0 < quota.substitutes_max < quota.ordinary_max for quota in quotas)


def test_terms_follow_elections_calendar_years_and_a_congress():
    anchors = {quota.anchor for quota in invented_quotas()}
    rules = [rule for body in invented_bodies() for rule in body.chair_rules]

    assert anchors == set(Anchor)
    assert {rule.anchor for rule in rules} == set(Anchor)
    assert {rule.extension for rule in rules} == set(Extension)
    assert {(rule.alternates, rule.chair_side) for rule in rules} >= {
        (True, None), (False, "region"), (False, "municipalities"),
    }  # fmt: skip
    assert 2 in {rule.vice_chairs for rule in rules}


@pytest.mark.parametrize(("day", "places"), [(date(2023, 5, 4), 6), (date(2023, 5, 5), 8)])
def test_both_sides_have_as_many_places(day, places):
    (body,) = [body for body in invented_bodies() if body.parity]

    held = [
        quota.ordinary_max
        for quota in body.quotas
        if (quota.first_day or date.min) <= day <= (quota.last_day or date.max)
    ]
    assert held == [places, places]


def test_a_body_stands_under_several_and_another_meets_before():
    bodies = invented_bodies()

    assert max(len(body.parents) for body in bodies) == 2
    (caucus,) = [body for body in bodies if body.kind == "caucus"]
    assert (caucus.side, caucus.parents[0].relation) == ("municipalities", "before")


def test_a_joint_committee_really_decides():
    (committee,) = [body for body in invented_bodies() if body.kind == "joint_committee"]

    assert (committee.power, committee.host) == ("decides", "region-fjallmark")


def test_regions_within_the_county_overlap_and_cross_its_border():
    members = [
        {slug for part in one.members for slug in part.principals}
        for one in read("solvik").groupings
    ]

    assert any(one & other for one, other in combinations(members, 2))
    assert any(one.outside_members for one in read("solvik").groupings)
    assert {body.grouping for body in invented_bodies()} > {None}


@pytest.mark.parametrize("county", COUNTIES)
def test_every_file_says_that_the_county_is_invented(county):
    for path in (STRUCTURES / county).rglob("*.*"):
        assert "åhitta" in path.read_text(), path
    assert "Påhittat län, som prov" in read(county).collaboration.parties_text
