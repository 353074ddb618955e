"""The register of risks, as those who keep it and those who only read it see it."""

from datetime import date

import pytest
from django.utils.timezone import localtime

from samverkan.cases.actions import identify_risk
from samverkan.cases.models import Risk
from samverkan.journal.models import Entry
from tests.factories import TESTER, BodyFactory, MissionFactory
from tests.www.conftest import client_of, queries_of, text


def a_risk(county, title="Fall i hemmet", body=None) -> Risk:
    return identify_risk(
        (body or county.body).pk,
        title=title,
        description="Inre text",
        on=date(2026, 1, 2),
        by=TESTER,
        now=localtime(),
    )


@pytest.mark.rule("R141")
def test_a_member_enters_a_risk_with_a_warning_about_patients(county, member):
    address = county.address(f"risker/{county.body.slug}/identifiera/")
    page = text(member.get(address))

    answer = member.post(address, {"title": "Fall", "on": "2026-01-02"}, follow=True)

    assert "Skriv inget som kan kopplas till en enskild patient" in page
    assert Risk.objects.get().body == county.body
    assert "Risken är införd." in text(answer)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"title": ""}, "Skriv en rubrik för risken."),
        ({"title": "x" * 201}, "Rubrik: skriv högst 200 tecken."),
        ({"description": "Patient 19811218-9876"}, "innehåller ett personnummer"),
        ({"on": "2199-01-01"}, "Dagen har inte varit än."),
        ({"on": "i går"}, "Skriv dagen som år, månad och dag"),
    ],
)
def test_bad_input_is_told_and_kept(county, member, change, sentence):
    sent = {"title": "Fall", "description": "Beskrivet", "on": "2026-01-02"} | change

    page = text(member.post(county.address(f"risker/{county.body.slug}/identifiera/"), sent))

    assert sentence in page
    assert not Risk.objects.exists()


def test_a_risk_is_closed_with_a_reason(county, member):
    risk = a_risk(county)
    address = county.address(f"risker/{risk.key}/avsluta/")

    asked = text(member.post(address, {"because": ""}))
    member.post(address, {"because": "Rutinen är ändrad."})
    again = text(member.post(address, {"because": "Igen"}))

    risk.refresh_from_db()
    assert "Skriv varför risken är avslutad." in asked
    assert "Risken är redan avslutad." in again
    assert risk.closed_because == "Rutinen är ändrad."


def test_who_may_enter_and_close(county, stranger, outsider):
    other = BodyFactory(collaboration=county.collaboration)
    reader = client_of(MissionFactory(body=other).person)
    risk = a_risk(county)
    addresses = [f"risker/{county.body.slug}/identifiera/", f"risker/{risk.key}/avsluta/"]
    got = {
        name: [client.get(county.address(one)).status_code for one in addresses]
        for name, client in (("reader", reader), ("stranger", stranger), ("outsider", outsider))
    }

    assert got == {"reader": [403, 403], "stranger": [404, 404], "outsider": [404, 404]}
    page = text(reader.get(county.address("risker/")))
    assert "Fall i hemmet" in page
    assert "Avsluta" not in page


def test_another_collaborations_risk_is_not_there(county, elsewhere, coordinator):
    risk = a_risk(elsewhere, "Någon annans")

    assert coordinator.get(county.address(f"risker/{risk.key}/avsluta/")).status_code == 404
    assert "Någon annans" not in text(coordinator.get(county.address("risker/")))


def test_an_empty_register_says_how_it_is_filled(county, member):
    page = text(member.get(county.address("risker/")))

    assert "Här visas riskerna när ett organ har fört in den första." in page
    assert Entry.objects.count() == 0


def test_the_register_asks_as_much_for_one_risk_as_for_ten(county, member):
    a_risk(county)
    few = queries_of(member, county.address("risker/"))
    for number in range(9):
        a_risk(county, f"Risk {number}")

    assert queries_of(member, county.address("risker/")) == few
