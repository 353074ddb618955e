"""The hub and a body's page: what they show, to whom, and in how many questions."""

from datetime import date, timedelta

import pytest
from django.utils.timezone import localtime

from samverkan.bodies.choices import BodyKind, Sphere
from samverkan.bodies.models import Body, ChairTerm, Mission, Succession
from samverkan.journal.actors import Actor
from samverkan.journal.fields import from_day
from samverkan.journal.record import record
from tests.factories import (
    BodyFactory,
    MissionFactory,
    PersonFactory,
    PrincipalFactory,
    QuotaFactory,
    RoleFactory,
)
from tests.www.conftest import client_of, queries_of, text
from tests.www.structure.conftest import everything, said

PAGES = [
    "",
    "nytt-organ/",
    "organ/{body}/",
    "organ/{body}/utse/",
    "organ/{body}/valj/ordforande/",
    "organ/{body}/uppgifter/",
    "organ/{body}/platser/",
    "organ/{body}/avveckla/",
    "organ/{body}/avveckla/upphor/",
    "organ/{body}/avveckla/handlingar/",
    "organ/{body}/avveckla/arende/{case}/",
    "uppdrag/{mission}/ersatt/",
    "uppdrag/{mission}/avsluta/",
    "uppdrag/{mission}/ratta/",
    "ordforande/{term}/forlang/",
    "ordforande/{term}/avsluta/",
]


@pytest.fixture
def of_body(counted):
    return counted.address(f"struktur/organ/{counted.body.slug}/")


def addressed(where, county, path):
    """Return an address below one county's pages, about another county's things."""
    told = {
        "body": county.body.slug,
        "mission": county.seats["member"].pk,
        "term": ChairTerm.objects.get(body=county.body).pk,
        "case": county.case().number,
    }
    return where.address(f"struktur/{path.format(**told)}")


def body_told(county, by):
    """Write something in the body's history."""
    subject = f"body/{county.body.slug}"
    facts = {"body": county.body.name, "step": "något är gjort", "on": county.today}
    here, now = county.collaboration.pk, localtime()
    record(here, "body.closing_noted", subject, by=Actor(by), at=now, **facts)


@pytest.mark.parametrize("path", PAGES)
def test_only_coordinators_keep_the_structure(
    county, coordinator, member, chair, outsider, stranger, client, path
):
    address = addressed(county, county, path)

    assert coordinator.get(address).status_code == 200
    for other in (member, chair):
        answer = other.get(address)
        assert answer.status_code == 403
        assert "Bara koordinatorerna ändrar i strukturen." in text(answer)
    assert outsider.get(address).status_code == 404
    assert stranger.get(address).status_code == 404
    assert client.get(address).status_code == 302


@pytest.mark.parametrize("path", PAGES)
def test_sending_in_is_refused_to_the_same(county, member, outsider, path):
    address = addressed(county, county, path)

    assert member.post(address, {"steg": "genomfor"}).status_code in (403, 405)
    assert outsider.post(address, {"steg": "genomfor"}).status_code in (404, 405)


@pytest.mark.parametrize("path", [one for one in PAGES if "{" in one])
def test_another_collaborations_things_are_not_found(county, elsewhere, coordinator, path):
    assert coordinator.get(addressed(county, elsewhere, path)).status_code == 404


def test_the_hub_groups_bodies_by_who_meet(counted, coordinator):
    here = {"collaboration": counted.collaboration}
    BodyFactory(**here, name="Ledningsgruppen", sphere=Sphere.OFFICIALS)
    loose = {"kind": BodyKind.WORKING_GROUP, "in_fixed_structure": False}
    BodyFactory(**here, name="Arbetsgrupp vuxna", **loose)
    BodyFactory(**here, name="Gamla rådet", ended=True)
    BodyFactory(**here, name="Nya rådet", period=from_day(date(2090, 1, 1)))

    told = said(coordinator.get(counted.address("struktur/")))

    order = ["Förtroendevalda", "Tjänstepersoner", "Ledningsgruppen", "Utanför den fasta"]
    order += ["Arbetsgrupp vuxna", "Börjar senare", "Nya rådet", "har upphört (1)", "Gamla rådet"]
    places = [told.index(one) for one in order]
    assert places == sorted(places)
    assert "3 av högst 4 platser fyllda" in told


def test_the_hub_shows_empty_seats_though_another_has_two(counted, coordinator):
    region = counted.principals[2]
    MissionFactory(body=counted.body, principal=region, place=2)
    Mission.objects.filter(principal=counted.principals[0]).delete()

    told = said(coordinator.get(counted.address("struktur/")))

    assert "3 av högst 4 platser fyllda, 1 vakant" in told


def test_the_hub_of_nothing_says_what_will_be_there(county, coordinator):
    Body.objects.update(period=from_day(date(2090, 1, 1)))

    told = said(coordinator.get(county.address("struktur/")))

    assert "Här visas organen när strukturen är inläst" in told


def test_the_hub_asks_as_much_for_one_body_as_for_three(counted, coordinator):
    few = queries_of(coordinator, counted.address("struktur/"))
    for body in BodyFactory.create_batch(2, collaboration=counted.collaboration):
        QuotaFactory(body=body, principal=counted.principals[0])
        MissionFactory.create_batch(3, body=body)

    assert queries_of(coordinator, counted.address("struktur/")) == few


def test_the_menu_leads_to_the_structure_for_coordinators_only(county, coordinator, member):
    link = f'href="{county.address("struktur/")}"'

    assert link in text(coordinator.get(county.address()))
    assert link not in text(member.get(county.address()))


def test_a_vacancy_is_the_next_step(counted, coordinator, of_body):
    Mission.objects.filter(principal=counted.principals[0]).delete()

    told = coordinator.get(of_body)

    whom = counted.principals[0]
    assert f"Nästa steg: utse en representant för {whom.name}" in said(told)
    assert f"utse/?for=p-{whom.slug}" in text(told)
    assert "En plats är vakant." in said(told)


def test_a_missing_chair_is_the_next_step(ordered, coordinator, of_body):
    ChairTerm.objects.all().delete()

    assert "Nästa steg: välj ordförande" in said(coordinator.get(of_body))


def test_a_body_without_an_order_for_its_chairs_may_be_without(counted, coordinator, of_body):
    ChairTerm.objects.all().delete()

    told = said(coordinator.get(of_body))

    assert "Välj ordförande" in told
    assert "Nästa steg: välj ordförande" not in told


@pytest.mark.parametrize("outlasts", [False, True])
def test_in_a_body_that_has_ended_only_what_outlasts_it_is_ended(
    counted, coordinator, of_body, outlasts
):
    period = (date(2020, 1, 1), counted.today)
    Body.objects.filter(pk=counted.body.pk).update(period=period)
    if not outlasts:
        Mission.objects.update(period=period)
        ChairTerm.objects.update(period=period)

    page = text(coordinator.get(of_body))

    assert "/ratta/" in page
    assert "/ersatt/" not in page
    assert "/forlang/" not in page
    assert ("/avsluta/" in page) is outlasts


@pytest.mark.rule("R068")
def test_next_years_chair_is_the_next_step_when_the_term_runs_out(ordered, coordinator, of_body):
    until = ordered.today + timedelta(days=40)
    ChairTerm.objects.update(period=from_day(date(2020, 1, 1), until))
    ChairTerm.objects.create(
        body=ordered.body,
        person=ordered.member,
        office="vice_chair",
        period=from_day(date(2020, 1, 1), until + timedelta(days=400)),
    )

    assert "Nästa steg: välj ordförande för nästa period" in said(coordinator.get(of_body))


def test_a_leaving_member_without_successor_is_the_next_step(ordered, coordinator, of_body):
    for office in ("chair", "vice_chair"):
        ChairTerm.objects.update_or_create(
            body=ordered.body,
            office=office,
            defaults={"person": ordered.member, "period": from_day(date(2020, 1, 1))},
        )
    soon = from_day(date(2020, 1, 1), ordered.today + timedelta(days=30))
    Mission.objects.filter(person=ordered.chair).update(period=soon)

    assert "Nästa steg: ersätt Carin Ordförande" in said(coordinator.get(of_body))


def test_coming_and_ended_missions_are_seen(counted, coordinator, of_body):
    here = {"body": counted.body, "principal": counted.principals[0]}
    came = from_day(date(2020, 1, 1), counted.today - timedelta(days=20))
    Mission.objects.filter(principal=counted.principals[0]).update(
        period=from_day(counted.today - timedelta(days=20))
    )
    MissionFactory(**here, person__name="Förra Ledamoten", period=came)
    MissionFactory(**here, person__name="Forna Ledamoten", place=3, ended=True)
    later = from_day(counted.today + timedelta(days=9))
    MissionFactory(**here, person__name="Nya Ledamoten", place=2, period=later)

    told = said(coordinator.get(of_body))

    assert "Nya Ledamoten , ordinarie Tillträder" in told
    assert "Slutade det senaste året (1)" in told
    assert "Förra Ledamoten" in told
    assert "Forna Ledamoten" not in told


def test_an_ended_body_is_shown_as_it_was_and_offers_no_seats(counted, coordinator, of_body):
    until = date(2026, 1, 1)
    Body.objects.update(period=from_day(date(2020, 1, 1), until))
    Mission.objects.update(period=from_day(date(2020, 1, 1), until))

    told = said(coordinator.get(of_body))

    assert "Upphörde 31 december 2025" in told
    assert "Maj Ledamot" in told
    assert "Utse någon" not in told


def test_the_chairs_order_is_told_in_words(ordered, coordinator, of_body):
    told = said(coordinator.get(of_body))

    assert "En period följer kalenderår. Sidorna turas om." in told
    assert "Förlängs genom enhälligt beslut, med skäl." in told


def test_heirs_are_marked_decided_or_assumed(counted, coordinator, of_body):
    old = BodyFactory(collaboration=counted.collaboration, name="Gamla rådet", ended=True)
    Succession.objects.create(predecessor=old, heir=counted.body, standing="assumed")

    assert "Tog över efter Gamla rådet (antaget)" in said(coordinator.get(of_body))


def test_the_page_asks_as_much_for_one_seat_as_for_many(ordered, coordinator, of_body):
    few = queries_of(coordinator, of_body)
    for _ in range(4):
        whom = PrincipalFactory(collaboration=ordered.collaboration)
        QuotaFactory(body=ordered.body, principal=whom)
        MissionFactory(body=ordered.body, principal=whom)
    BodyFactory(collaboration=ordered.collaboration)

    assert queries_of(coordinator, of_body) == few


def test_looking_changes_nothing(county, coordinator):
    addresses = [addressed(county, county, path) for path in PAGES]
    before = everything()

    for address in addresses:
        coordinator.get(address)

    assert everything() == before


def test_html_in_a_name_is_shown_as_text(counted, coordinator, of_body):
    person = PersonFactory(collaboration=counted.collaboration, name="<script>alert(1)</script>")
    MissionFactory(body=counted.body, principal=counted.principals[2], place=2, person=person)

    shown = text(coordinator.get(of_body))

    assert "&lt;script&gt;" in shown
    assert "<script>alert" not in shown


def test_a_coordinator_whose_role_ended_no_longer_comes_in(county):
    former = RoleFactory(collaboration=county.collaboration, ended=True).person

    assert client_of(former).get(county.address("struktur/")).status_code == 404


@pytest.mark.rule("R072")
def test_the_hub_says_where_seats_follow_offices(county, coordinator, committee):
    told = said(coordinator.get(county.address("struktur/")))

    assert "Arbetsutskottet Platserna följer uppdrag i ett annat organ" in told


def test_a_long_history_is_folded_but_whole(counted, coordinator, of_body):
    for number in range(14):
        body_told(counted, f"Kim {number}")

    told = said(coordinator.get(of_body))

    assert "Tidigare (2)" in told
    assert told.count("Inför att Samråd") == 14
