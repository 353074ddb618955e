"""Seats and chairs as they are given, and what the database itself refuses."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from samverkan.bodies.actions import appoint, elect
from samverkan.bodies.choices import MissionKind, Office
from samverkan.bodies.models import ChairTerm, Mission
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.people.models import Person
from samverkan.principals.models import Principal
from tests.factories import (
    BodyFactory,
    ChairRuleFactory,
    ChairTermFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
)

THEN = {"by": Actor("Testare"), "now": datetime(2026, 1, 2, 9, tzinfo=UTC)}
FIRST, UNTIL = date(2026, 1, 1), date(2027, 1, 1)


@pytest.fixture
def body(db):
    return BodyFactory(code="N01")


@pytest.fixture
def principal(body):
    principal = PrincipalFactory(collaboration=body.collaboration)
    QuotaFactory(body=body, principal=principal, source="överenskommelsen § 5.1.3")
    return principal


def person(body):
    return PersonFactory(collaboration=body.collaboration).pk


def refused(act, *args, **kwargs) -> list[str]:
    before = Mission.objects.count(), ChairTerm.objects.count(), Entry.objects.count()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Mission.objects.count(), ChairTerm.objects.count(), Entry.objects.count()) == before
    return [one.code for one in refusal.value.obstacles]


def give(body, principal, **change):
    given = {"person_id": person(body), "principal_id": principal.pk, "first": FIRST}
    return appoint(body.pk, **given | THEN | change)


@pytest.mark.rule("R062")
def test_a_seat_is_given_and_told(body, principal):
    mission = give(body, principal)

    entry = Entry.objects.get()
    assert (mission.place, mission.kind) == (1, MissionKind.ORDINARY)
    assert entry.verb == "mission.given"
    assert entry.content["source"] == "överenskommelsen § 5.1.3"


@pytest.mark.rule("R062")
@pytest.mark.rule("R092")
@pytest.mark.parametrize("kind", MissionKind)
def test_a_municipality_has_one_of_each(body, principal, kind):
    give(body, principal, kind=kind)

    assert refused(give, body, principal, kind=kind) == ["seats_taken"]


@pytest.mark.rule("R063")
@pytest.mark.rule("R093")
def test_the_two_largest_may_have_two(body):
    large = PrincipalFactory(collaboration=body.collaboration)
    QuotaFactory(body=body, principal=large, ordinary_max=2, substitutes_max=2)

    places = [give(body, large).place, give(body, large).place]

    assert places == [1, 2]
    assert refused(give, body, large) == ["seats_taken"]


@pytest.mark.rule("R064")
@pytest.mark.rule("R094")
@pytest.mark.parametrize("seats", [3, 4])
def test_the_region_has_its_own_number(body, seats):
    region = PrincipalFactory(collaboration=body.collaboration, region=True)
    QuotaFactory(
        body=body, principal=region, ordinary_min=seats, ordinary_max=seats, substitutes_max=seats
    )

    for _ in range(seats):
        give(body, region)

    assert refused(give, body, region) == ["seats_taken"]


def test_a_seat_is_free_again_the_day_after_the_last(body, principal):
    give(body, principal, until=date(2026, 7, 1))

    assert refused(give, body, principal, first=date(2026, 6, 30)) == ["seats_taken"]
    assert give(body, principal, first=date(2026, 7, 1)).place == 1


def test_a_freed_place_is_taken_before_a_new_one(body):
    large = PrincipalFactory(collaboration=body.collaboration)
    QuotaFactory(body=body, principal=large, ordinary_max=2)
    give(body, large, until=date(2026, 7, 1))
    give(body, large)

    assert give(body, large, first=date(2026, 7, 1)).place == 1


def test_only_a_party_with_a_quota_has_a_seat(body, principal):
    other = PrincipalFactory(collaboration=body.collaboration)

    assert refused(give, body, other) == ["no_seat"]


def test_what_belongs_to_another_collaboration_is_not_found(body, principal):
    with pytest.raises(Person.DoesNotExist):
        give(body, principal, person_id=PersonFactory().pk)
    with pytest.raises(Principal.DoesNotExist):
        give(body, PrincipalFactory())


def test_the_database_keeps_one_person_in_a_seat(body, principal):
    MissionFactory(body=body, principal=principal)

    with pytest.raises(IntegrityError, match="one_person_per_seat"), transaction.atomic():
        MissionFactory(body=body, principal=principal)


@pytest.fixture
def sides(body, principal):
    """A member from each side, in a body whose order is the agreement's."""
    ChairRuleFactory(body=body)
    region = PrincipalFactory(collaboration=body.collaboration, region=True)
    QuotaFactory(body=body, principal=region, ordinary_max=3)
    return [give(body, one).person_id for one in (principal, region, region)]


def choose(body, office, person_id, **change):
    term = {"person_id": person_id, "first": FIRST, "until": UNTIL}
    return elect(body.pk, office, **term | THEN | change)


@pytest.mark.rule("R067")
def test_chair_and_vice_chair_are_elected_from_one_side_each(body, sides):
    municipal, regional, _ = sides

    terms = [choose(body, Office.CHAIR, municipal), choose(body, Office.VICE_CHAIR, regional)]

    assert [term.side for term in terms] == ["municipalities", "region"]
    assert Entry.objects.last().content["source"] == "överenskommelsen § 5.1.3"


@pytest.mark.rule("R067")
@pytest.mark.rule("R099")
def test_both_from_one_side_is_refused(body, sides):
    _, regional, another = sides
    choose(body, Office.CHAIR, regional)

    assert refused(choose, body, Office.VICE_CHAIR, another) == ["chairs_from_one_side"]


@pytest.mark.rule("R066")
@pytest.mark.rule("R098")
def test_one_who_does_not_sit_in_the_body_does_not_lead_it(body, sides):
    assert refused(choose, body, Office.CHAIR, person(body)) == ["chair_not_member"]


@pytest.mark.rule("R068")
@pytest.mark.rule("R100")
def test_a_term_that_is_not_the_calendar_years_is_refused(body, sides):
    codes = refused(choose, body, Office.CHAIR, sides[0], until=date(2026, 12, 31))

    assert codes == ["term_not_calendar_year"]


def test_an_office_is_held_by_one_at_a_time(body, sides):
    municipal, regional, _ = sides
    choose(body, Office.CHAIR, municipal)

    assert refused(choose, body, Office.CHAIR, regional) == ["office_taken"]
    with pytest.raises(IntegrityError, match="one_chair_per_body"), transaction.atomic():
        ChairTermFactory(body=body, period=from_day(FIRST))


def test_the_next_year_has_its_own_chair(body, sides):
    municipal, regional, _ = sides
    choose(body, Office.CHAIR, municipal)

    term = choose(body, Office.CHAIR, regional, first=UNTIL, until=date(2028, 1, 1))

    assert term.side == "region"
