"""What the one who leaves hands over to the one who comes."""

from datetime import timedelta

import pytest
from django.test import Client

from samverkan.bodies.models import Mission
from samverkan.journal.choices import Visibility
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from tests.factories import BodyFactory, DispatchFactory, MissionFactory, RecommendationFactory
from tests.www.conftest import client_of, queries_of, text
from tests.www.structure.conftest import refused, said

NOTE = "Tala med Bo om rutinen."


@pytest.fixture
def seat(county) -> Mission:
    return county.seats["member"]


@pytest.fixture
def address(county, seat) -> str:
    return county.address(f"struktur/uppdrag/{seat.pk}/overlamning/")


@pytest.fixture
def successor(county, seat) -> Client:
    today = county.today
    seat.period = from_day(seat.period.lower, today + timedelta(days=30))
    seat.save()
    here = {"body": seat.body, "principal": seat.principal}
    later = from_day(today + timedelta(days=30))
    coming = MissionFactory(**here, person__name="Nya Ledamoten", period=later).person
    # Who comes takes part already, in another body.
    MissionFactory(body__collaboration=county.collaboration, person=coming)
    return client_of(coming)


@pytest.mark.rule("R018")
def test_the_page_gathers_what_the_next_one_needs(county, coordinator, seat, address):
    case = county.case(title="Gemensam rutin")
    county.case(title="Fråga i annat organ", body=BodyFactory(collaboration=county.collaboration))
    waits = RecommendationFactory(
        collaboration=county.collaboration,
        body=county.body,
        title="Rekommendationen",
        dispatched=True,
    )
    DispatchFactory(recommendation=waits, principal=seat.principal)
    meeting = county.meeting(days=12)

    told = said(coordinator.get(address))

    assert "Att samråda om länets gemensamma frågor." in told
    assert f"{case.number} Gemensam rutin Ärendet är väckt, väckt av Maj Ledamot" in told
    assert "Fråga i annat organ" in told.partition("Väckta av Maj Ledamot i andra organ")[2]
    assert "Rekommendationen" in told.partition("Rekommendationer som väntar hos Ask")[2]
    assert f"/{meeting.on}/" in text(coordinator.get(address))


@pytest.mark.rule("R018")
def test_the_holder_writes_to_the_next_one(member, successor, address, seat):
    told = said(member.post(address, {"note": NOTE}, follow=True))

    seat.refresh_from_db()
    assert seat.handover == NOTE
    assert "Det du skrev är sparat." in told
    assert Entry.objects.get(verb="mission.handed_over").visibility == Visibility.MEMBERS
    assert NOTE in said(successor.get(address))


def test_who_comes_reads_but_does_not_write(successor, address, seat):
    page = successor.get(address)
    answer = successor.post(address, {"note": "Annat."})

    assert "Skriv till den som kommer" not in said(page)
    assert answer.status_code == 403
    assert "Bara den som har uppdraget och koordinatorerna" in text(answer)
    seat.refresh_from_db()
    assert seat.handover == ""


def test_coordinators_write_too(coordinator, address, seat):
    coordinator.post(address, {"note": NOTE})

    seat.refresh_from_db()
    assert seat.handover == NOTE


def test_before_and_after_are_told(coordinator, successor, address, seat):
    told = said(coordinator.get(address))

    assert "Efter: Nya Ledamoten" in told


def test_others_do_not_find_it(county, chair, outsider, stranger, client, address):
    substitute = client_of(county.substitute)

    for other in (chair, substitute, outsider, stranger):
        assert other.get(address).status_code == 404
        assert other.post(address, {"note": "x"}).status_code == 404
    assert client.get(address).status_code == 302


@pytest.mark.parametrize(
    ("note", "sentence"),
    [
        ("x" * 4001, "Att lämna över: skriv högst 4000 tecken."),
        ("Gäller 19811218-9876", "innehåller ett personnummer"),
        ("", "Det finns inget nytt att spara."),
    ],
)
def test_bad_notes_are_told(member, address, note, sentence):
    assert sentence in refused(member, address, {"note": note})


def test_html_in_the_note_is_shown_as_text(member, address, seat):
    Mission.objects.filter(pk=seat.pk).update(handover="<script>alert(1)</script>")

    assert "<script>alert" not in text(member.get(address))


def test_the_page_asks_as_much_for_one_case_as_for_three(county, coordinator, address):
    county.case()
    few = queries_of(coordinator, address)
    for _ in range(2):
        county.case()

    assert queries_of(coordinator, address) == few
