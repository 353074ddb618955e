"""Bilateral contacts at the screen: the municipality's, the region's, and those who see nothing."""

import pytest
from django.utils.timezone import localtime

from samverkan.cases.actions import ContactSheet, call_bilateral_meeting, note_bilateral
from samverkan.cases.models import BilateralContact, BilateralMeeting, Case
from samverkan.journal.models import Entry
from samverkan.principals.choices import Side
from tests.factories import TESTER
from tests.www.conftest import client_of, queries_of, text

SENT = {
    "subject": "Läkare på särskilt boende",
    "about": "Hur ofta läkaren kommer.",
    "touches_more": "nej",
}


def then():
    return {"by": TESTER, "now": localtime()}


def a_contact(county, **facts) -> BilateralContact:
    sheet = ContactSheet(**{"subject": SENT["subject"], **facts})
    return note_bilateral(county.collaboration.pk, county.principals[0].pk, sheet, **then())


def a_meeting(contact) -> BilateralMeeting:
    return call_bilateral_meeting(
        contact.pk, called_by=Side.MUNICIPALITIES, on=localtime().date(), **then()
    )


@pytest.fixture
def contact(county):
    return a_contact(county)


@pytest.fixture
def absent(county):
    """Someone of another municipality."""
    return client_of(county.seats["absent"].person)


@pytest.mark.rule("R028")
def test_a_municipality_notes_its_contact_without_asking_anybody(county, member):
    sent = SENT | {"principal": county.principals[0].pk}

    answer = member.post(county.address("bilateralt/anteckna/"), sent, follow=True)

    assert BilateralContact.objects.get().principal == county.principals[0]
    assert "Kontakten är antecknad." in text(answer)


def test_nobody_notes_for_another_municipality(county, absent):
    sent = SENT | {"principal": county.principals[0].pk}

    page = text(absent.post(county.address("bilateralt/anteckna/"), sent))

    assert "Välj ett av alternativen." in page
    assert not BilateralContact.objects.exists()


@pytest.mark.rule("R029")
def test_a_contact_that_touches_more_says_so_and_offers_to_become_a_case(county, member):
    contact = a_contact(county, touches_more=True)
    address = county.address(f"bilateralt/{contact.key}/")

    page = text(member.get(address))
    answer = member.post(f"{address}arende/{county.body.slug}/", follow=True)

    assert "Informera koordinatorerna" in page
    assert 'class="govuk-button" href="' in page
    case = Case.objects.get()
    assert (case.title, case.raised_by) == (contact.subject, county.member)
    assert f"är ärende {case.number}" in text(answer)


@pytest.mark.rule("R029")
def test_a_coordinator_makes_a_case_of_it_for_a_member(county, coordinator, contact):
    address = county.address(f"bilateralt/{contact.key}/arende/")
    choose = text(coordinator.get(address))

    asked = text(coordinator.post(f"{address}{county.body.slug}/"))
    coordinator.post(f"{address}{county.body.slug}/", {"raised_by": county.member.pk})
    again = text(coordinator.get(address))

    assert county.body.name in choose
    assert "Välj vem i organet som väcker frågan." in asked
    assert Case.objects.get().raised_by == county.member
    assert "Kontakten är redan ett ärende" in again


@pytest.mark.rule("R032")
@pytest.mark.rule("R033")
def test_the_region_is_told_that_the_municipality_calls_first(county, chair, member, contact):
    address = county.address(f"bilateralt/{contact.key}/kalla/")
    by_region = {"called_by": "region", "on": "2026-05-04"}

    first = text(chair.post(address, by_region))
    member.post(address, {"called_by": "municipalities", "on": "2026-05-04"})
    chair.post(address, by_region | {"on": "2026-06-04"})

    assert "Kommunen sammankallar till det första mötet." in first
    assert list(contact.meetings.values_list("position", "called_by")) == [
        (1, "municipalities"),
        (2, "region"),
    ]


def test_nobody_calls_for_the_other_side(county, member, contact):
    answer = member.post(
        county.address(f"bilateralt/{contact.key}/kalla/"),
        {"called_by": "region", "on": "2026-05-04"},
    )

    assert "Välj ett av alternativen." in text(answer)


@pytest.mark.rule("R031")
def test_each_side_appoints_its_own(county, chair, member, contact):
    a_meeting(contact)
    base = county.address(f"bilateralt/{contact.key}/moten/1/utse/")

    refused = member.post(f"{base}region/", {"people": "Regionrådet"})
    chair.post(f"{base}region/", {"people": "Regionrådet"})
    member.post(f"{base}municipalities/", {"people": "Nämndens ordförande"})

    meeting = contact.meetings.get()
    assert refused.status_code == 403
    assert (meeting.for_region, meeting.for_municipality) == ("Regionrådet", "Nämndens ordförande")


@pytest.mark.rule("R030")
def test_whether_a_meeting_was_held_is_noted(county, member, contact):
    a_meeting(contact)
    address = county.address(f"bilateralt/{contact.key}/")
    before = text(member.get(address))

    answer = member.post(f"{address}moten/1/holls/", {"was_held": "nej", "on": ""}, follow=True)

    assert ", planerat" in before
    assert "hölls inte" in text(answer)


def test_a_contact_is_changed(county, member, contact):
    sent = SENT | {"touches_more": "ja", "informed_on": "2026-01-02", "is_public": "on"}

    member.post(county.address(f"bilateralt/{contact.key}/andra/"), sent)

    contact.refresh_from_db()
    assert (contact.touches_more, contact.is_public) == (True, True)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"subject": ""}, "Skriv vad kontakten gäller."),
        ({"subject": "x" * 201}, "Ämne: skriv högst 200 tecken."),
        ({"about": "Gäller 19811218-9876"}, "innehåller ett personnummer"),
        ({"touches_more": ""}, "Välj ja eller nej."),
        ({"informed_on": "2199-01-01"}, "Dagen har inte varit än."),
    ],
)
def test_bad_input_is_told(county, member, contact, change, sentence):
    page = text(member.post(county.address(f"bilateralt/{contact.key}/andra/"), SENT | change))

    assert sentence in page


PAGES = ["", "andra/", "kalla/", "arende/", "moten/1/utse/region/", "moten/1/holls/"]


@pytest.mark.parametrize("page", PAGES)
def test_who_gets_to_a_contact(county, contact, page, absent, outsider, stranger, coordinator):
    a_meeting(contact)
    address = county.address(f"bilateralt/{contact.key}/{page}")
    hidden = [one.get(address).status_code for one in (absent, outsider, stranger)]

    BilateralContact.objects.update(is_public=True)

    assert hidden == [404, 404, 404]
    assert absent.get(address).status_code == (403 if page else 200)
    assert coordinator.get(address).status_code == 200


@pytest.mark.parametrize(
    "page", ["moten/2/holls/", "moten/1/utse/ingen/", "arende/finns-inte/", "moten/99999/holls/"]
)
def test_what_is_not_there_is_not_there(county, contact, coordinator, page):
    a_meeting(contact)

    assert coordinator.get(county.address(f"bilateralt/{contact.key}/{page}")).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_get_changes_nothing(county, contact, coordinator, page):
    a_meeting(contact)
    before = Entry.objects.count()

    coordinator.get(county.address(f"bilateralt/{contact.key}/{page}"))

    assert Entry.objects.count() == before


def test_a_public_contact_shows_no_history_to_others(county, absent, member, contact):
    BilateralContact.objects.update(is_public=True)
    address = county.address(f"bilateralt/{contact.key}/")

    assert "Vad som har hänt" not in text(absent.get(address))
    assert "Vad som har hänt" in text(member.get(address))


def test_the_list_asks_as_much_for_one_contact_as_for_ten(county, coordinator, contact):
    a_meeting(contact)
    few = queries_of(coordinator, county.address("bilateralt/"))
    for _ in range(9):
        a_meeting(a_contact(county))

    assert queries_of(coordinator, county.address("bilateralt/")) == few
