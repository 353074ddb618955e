"""Pages about the principals' registrars and deciding bodies."""

import pytest

from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import LineBody
from tests.factories import PrincipalFactory
from tests.www.conftest import queries_of, text


@pytest.fixture
def principal(county):
    return county.principals[0]


def test_the_list_says_who_lacks_an_address(county, coordinator, principal):
    principal.registrar_email = ""
    principal.save()

    page = text(coordinator.get(county.address("huvudman/")))

    assert f"Inget kan expedieras förrän alla har en adress: {principal.short_name}." in page


def test_an_address_is_noted(county, coordinator, principal):
    sent = {"email": "registrator@ask.example.invalid", "registry_prefix": "SN"}

    coordinator.post(county.address(f"huvudman/{principal.slug}/registrator/"), sent)

    principal.refresh_from_db()
    assert (principal.registrar_email, principal.registry_prefix) == tuple(sent.values())


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({"email": "ask"}, "Skriv en e-postadress"),
        ({"email": "a@b.se", "registry_prefix": "x" * 21}, "skriv högst 20 tecken"),
        ({"email": "a@b.se", "registry_prefix": "811218-9876"}, "innehåller ett personnummer"),
    ],
)
def test_what_does_not_hold_is_told(county, coordinator, principal, sent, sentence):
    before = principal.registrar_email

    answer = coordinator.post(county.address(f"huvudman/{principal.slug}/registrator/"), sent)

    principal.refresh_from_db()
    assert sentence in text(answer)
    assert principal.registrar_email == before


def test_the_usual_decider_is_noted(county, coordinator, principal):
    address = county.address(f"huvudman/{principal.slug}/beslutande-organ/")

    coordinator.post(address, {"name": "Socialnämnden", "kind": LineBodyKind.COMMITTEE})

    decider = LineBody.objects.get(principal=principal, is_usual_decider=True)
    assert decider.name == "Socialnämnden"
    assert "Socialnämnden" in text(coordinator.get(county.address("huvudman/")))
    again = coordinator.post(address, {"name": "Socialnämnden", "kind": LineBodyKind.COMMITTEE})
    assert "Organet är redan det som brukar besluta." in text(again)


@pytest.mark.parametrize("page", ["", "{0}/registrator/", "{0}/beslutande-organ/"])
def test_members_may_not(county, member, principal, page):
    answer = member.get(county.address(f"huvudman/{page.format(principal.slug)}"))

    assert answer.status_code == 403
    assert "Bara koordinatorerna ändrar uppgifter om huvudmännen." in text(answer)


def test_another_collaborations_principal_is_not_found(county, coordinator, elsewhere):
    address = county.address(f"huvudman/{elsewhere.principals[0].slug}/registrator/")

    assert coordinator.get(address).status_code == 404


def test_the_list_asks_as_much_for_few_as_for_thirty(county, coordinator):
    few = queries_of(coordinator, county.address("huvudman/"))
    for _ in range(27):
        PrincipalFactory(collaboration=county.collaboration)

    assert queries_of(coordinator, county.address("huvudman/")) == few
