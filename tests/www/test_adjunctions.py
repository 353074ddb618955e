"""The page where someone without a seat is adjoined to a point."""

import pytest

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import DerivedSeat
from samverkan.meetings.models import Adjunction
from tests.factories import LONG_AGO, BodyFactory, ChairTermFactory, MissionFactory
from tests.www.conftest import client_of, text


@pytest.fixture
def item(county):
    return county.meeting(days=9).items.get(kind="report")


def place(county, item, rest="adjungera/") -> str:
    on = item.meeting.on
    return county.address(f"moten/{county.body.slug}/{on}/punkt/{item.position}/{rest}")


@pytest.fixture
def safety(county):
    """The chair of a council that is adjoined when needed."""
    council = BodyFactory(collaboration=county.collaboration, name="Patientsäkerhetsrådet")
    DerivedSeat.objects.create(
        body=county.body,
        of_body=council,
        office=Office.CHAIR,
        part=DerivedPart.ADJOINED,
        period=LONG_AGO,
    )
    return ChairTermFactory(body=council, person=MissionFactory(body=council).person).person


@pytest.mark.rule("R142")
def test_who_is_adjoined_when_needed_stands_first_with_the_capacity(
    county, coordinator, item, safety
):
    page = coordinator.get(place(county, item))
    assert f"{safety.name}, ordförande i Patientsäkerhetsrådet" in text(page)

    answer = coordinator.post(place(county, item), {"person": safety.pk}, follow=True)

    assert item.adjunctions.get().capacity == "ordförande i Patientsäkerhetsrådet"
    assert f"Adjungerad: {safety.name}" in text(answer)


def test_members_are_not_offered(county, coordinator, item):
    answer = coordinator.post(place(county, item), {"person": county.member.pk})

    assert "Välj ett av alternativen." in text(answer)
    assert not Adjunction.objects.exists()


def test_it_is_called_off(county, coordinator, item, safety):
    adjunction = Adjunction.objects.create(item=item, person=safety)

    coordinator.post(place(county, item, f"adjungerad/{adjunction.pk}/"))

    assert not Adjunction.objects.exists()


def test_a_member_may_not_and_an_outsider_sees_nothing(county, item, safety):
    assert client_of(county.member).get(place(county, item)).status_code == 403
    assert client_of(safety).get(place(county, item)).status_code in (403, 404)
