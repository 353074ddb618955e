"""Who sits where on a day."""

from datetime import date

import pytest

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import DerivedSeat
from samverkan.bodies.queries import (
    bodies_on,
    deciding_members_on,
    derived_people,
    members_on,
    officer_on,
    takes_part,
)
from samverkan.journal.fields import from_day
from tests.factories import LONG_AGO, BodyFactory, ChairTermFactory, MissionFactory

ON = date(2026, 3, 12)


@pytest.fixture
def committee(db):
    """A working committee whose seats follow the chairs of another body."""
    body = BodyFactory()
    committee = BodyFactory(collaboration=body.collaboration, preparing=True)
    for office in Office:
        DerivedSeat.objects.create(
            body=committee, of_body=body, office=office, part=DerivedPart.SEAT, period=LONG_AGO
        )
    return committee


def test_a_working_committee_is_the_chairs(committee):
    body = committee.derived_seats.first().of_body
    chair = ChairTermFactory(body=body).person
    vice = ChairTermFactory(body=body, office=Office.VICE_CHAIR).person

    assert members_on(committee.pk, ON) == {chair.pk, vice.pk}
    assert deciding_members_on(committee.pk, ON) == {chair.pk, vice.pk}


def test_a_derived_seat_follows_the_office_from_one_year_to_the_next(committee):
    body = committee.derived_seats.first().of_body
    year = from_day(date(2026, 1, 1), date(2027, 1, 1))
    then = ChairTermFactory(body=body, period=year).person
    after = ChairTermFactory(body=body, period=from_day(date(2027, 1, 1))).person

    days = (date(2026, 12, 31), date(2027, 1, 1))

    assert [derived_people(committee.pk, day) for day in days] == [{then.pk}, {after.pk}]


def test_substitutes_are_members_who_do_not_decide(db):
    seat = MissionFactory()
    substitute = MissionFactory(body=seat.body, principal=seat.principal, substitute=True)

    assert members_on(seat.body_id, ON) == {seat.person_id, substitute.person_id}
    assert deciding_members_on(seat.body_id, ON) == {seat.person_id}


def test_a_mission_lasts_to_the_day_before_its_end(db):
    seat = MissionFactory(period=from_day(date(2026, 1, 1), date(2026, 3, 12)))
    here = seat.body.collaboration_id

    taking_part = [takes_part(seat.person_id, here, day) for day in (date(2026, 3, 11), ON)]

    assert taking_part == [True, False]


def test_the_officer_is_the_one_of_the_day(db):
    term = ChairTermFactory(period=from_day(date(2026, 1, 1), date(2027, 1, 1)))

    found = [officer_on(term.body_id, Office.CHAIR, day) for day in (ON, date(2027, 1, 1))]

    assert found == [term.person, None]


def test_bodies_of_another_collaboration_or_time_are_left_out(db):
    body = BodyFactory()
    BodyFactory(collaboration=body.collaboration, ended=True)
    BodyFactory()

    assert list(bodies_on(body.collaboration_id, ON)) == [body]
