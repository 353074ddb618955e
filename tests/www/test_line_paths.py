"""What the coordinator registers of a principal's path, and who may."""

from datetime import timedelta

import pytest

from samverkan.dispatches.actions import standing_rows
from samverkan.dispatches.models import LinePath
from samverkan.journal.models import Entry
from tests.factories import agreed_recommendation
from tests.www.conftest import queries_of, text
from tests.www.test_dispatches import told

PAGES = ["vagen/", "laga-kraft/"]


@pytest.fixture
def out(county):
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on, dispatched=True)


@pytest.fixture
def dispatch(out, county):
    return out.dispatches.get(principal=county.principals[0])


def place(county, dispatch, page=""):
    number, slug = dispatch.recommendation.number, dispatch.principal.slug
    return county.address(f"rekommendationer/{number}/{slug}/{page}")


def day(county, days):
    return county.today + timedelta(days=days)


@pytest.mark.rule("R315")
def test_the_coordinator_registers_a_path_on_the_principals_behalf(county, coordinator, dispatch):
    path = f"Socialnämnden {day(county, -3)} tillstyrker § 31, kommunfullmäktige {day(county, 9)}"

    answer = coordinator.post(
        place(county, dispatch, "vagen/"), {"path": path, "seen": 0}, follow=True
    )

    page = text(answer)
    assert "<b>Socialnämnden</b> tillstyrker § 31" in page
    assert len(standing_rows(dispatch)) == 2
    entry = Entry.objects.filter(verb="path.told").last()
    assert entry.content["actor"] == "Kim Koordinator"
    assert entry.content["on_behalf_of"] == dispatch.principal.name


def test_days_after_the_decision_are_registered_too(county, coordinator, dispatch):
    coordinator.post(place(county, dispatch, "svar/beslut/"), told())

    coordinator.post(
        place(county, dispatch, "laga-kraft/"),
        {"seen": 0, "minutes_approved_on": county.today, "announced_on": county.today},
    )

    page = text(coordinator.get(place(county, dispatch)))
    assert "räknat enligt lag, om ingen överklagar" in page


def test_what_is_usual_is_shown_as_expected_and_not_as_told(county, coordinator, dispatch):
    on = day(county, -20)
    earlier = agreed_recommendation(
        county.collaboration, body=county.body, on=on, dispatched=True, title="En tidigare"
    ).dispatches.get(principal=dispatch.principal)
    coordinator.post(place(county, earlier, "svar/beslut/"), told())

    page = text(coordinator.get(place(county, dispatch)))

    assert "Så brukar de göra: Kommunstyrelsen (senast, i sådana ärenden)" in page
    assert "Det är den väg som kan väntas, inte något de har sagt." in page
    form = text(coordinator.get(place(county, dispatch, "vagen/")))
    assert ">\nKommunstyrelsen</textarea>" in form


def test_what_cannot_be_read_stays_in_the_form(county, coordinator, dispatch):
    page = text(coordinator.post(place(county, dispatch, "vagen/"), {"path": "12 mars", "seen": 0}))

    assert "gick inte att läsa" in page
    assert not LinePath.objects.exists()


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize(
    ("who", "status"), [("member", 403), ("outsider", 404), ("stranger", 404), ("coordinator", 200)]
)
def test_who_may_register_for_a_principal(county, dispatch, request, who, page, status):
    client = request.getfixturevalue(who)

    for answer in (client.get, client.post):
        assert answer(place(county, dispatch, page)).status_code == status


def test_the_page_of_a_principal_takes_as_many_queries_however_long_its_path(
    county, coordinator, dispatch
):
    address = place(county, dispatch)
    coordinator.post(address + "vagen/", {"path": f"Nämnden {day(county, 5)}", "seen": 0})
    before = queries_of(coordinator, address)
    longer = f"Nämnden {day(county, 5)}, styrelsen {day(county, 6)}, fullmäktige {day(county, 9)}"
    coordinator.post(address + "vagen/", {"path": longer, "seen": 1})

    assert queries_of(coordinator, address) == before
