"""Pages about whom a recommendation goes to: chosen, not concerned, later, through federations."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils.timezone import localtime

from samverkan.dispatches.actions import dispatch_recommendation
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import (
    Addressing,
    Dispatch,
    FederationDispatch,
    FederationLink,
    Recommendation,
    WantedLevel,
)
from samverkan.dispatches.permissions import MAY, may
from samverkan.dispatches.rules import To
from samverkan.journal.fields import from_day
from samverkan.journal.tokens import token_of
from samverkan.principals.models import Federation, PrincipalSuccession
from tests.factories import (
    LONG_AGO,
    TESTER,
    BodyFactory,
    FederationFactory,
    PrincipalFactory,
    RegistrarLinkFactory,
    agreed_recommendation,
)
from tests.permissions import cast, who_may
from tests.www.conftest import client_of, queries_of, text


@pytest.fixture
def drawn_up(county) -> Recommendation:
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on)


@pytest.fixture
def out(county) -> Recommendation:
    on = county.today - timedelta(days=30)
    return agreed_recommendation(county.collaboration, body=county.body, on=on, dispatched=True)


@pytest.fixture
def federation(county) -> Federation:
    found = FederationFactory(collaboration=county.collaboration, short_name="Kusten")
    for principal in county.principals[:2]:
        found.memberships.create(principal=principal, period=LONG_AGO, standing="decided")
    return found


@pytest.fixture
def through(county, drawn_up, federation) -> FederationDispatch:
    dispatch_recommendation(
        county.collaboration.pk,
        drawn_up.number,
        to=To(through_federations=True),
        by=TESTER,
        now=localtime(),
    )
    return FederationDispatch.objects.get()


def place(county, recommendation, page: str = "") -> str:
    return county.address(f"rekommendationer/{recommendation.number}/{page}")


def seal_in(page: str) -> str:
    return page.partition('name="seen" value="')[2].partition('"')[0]


# --- The choice ----------------------------------------------------------------------------------


@pytest.mark.rule("R152")
def test_some_are_chosen_looked_at_and_dispatched_to(county, coordinator, drawn_up):
    address = place(county, drawn_up, "expediera/")
    choice = {"to": "named", "named": [county.principals[0].slug], "reply_by": ""}

    shown = text(coordinator.post(address, {**choice, "show": "1"}))
    assert "Expediera till 1 huvudmän" in shown
    assert "går till Ask" in shown
    coordinator.post(address, {**choice, "seen": seal_in(shown)})

    assert [one.principal for one in Dispatch.objects.all()] == county.principals[:1]
    assert Addressing.objects.get().said == "till Ask"


@pytest.mark.rule("R152")
def test_a_choice_that_was_not_looked_at_is_shown_first_and_kept(county, coordinator, drawn_up):
    choice = {"to": "side-municipalities", "unconcerned": "Ahed: Nej."}

    page = text(coordinator.post(place(county, drawn_up, "expediera/"), choice))

    assert "Mottagarna har ändrats sedan listan visades" in page
    assert "Ahed: Nej." in page
    assert "går till kommunerna" in page
    assert not Dispatch.objects.exists()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Malmö: Nej.", "går inte att läsa"),
        ("Ahed:", "Skriv varför frågan inte berör Ahed"),
        ("Regionen: Nej.", "är inte bland dem som är valda"),
    ],
)
def test_what_cannot_be_read_of_the_unconcerned_is_said_and_kept(
    county, coordinator, drawn_up, typed, said
):
    choice = {"to": "side-municipalities", "unconcerned": typed, "show": "1"}

    page = text(coordinator.post(place(county, drawn_up, "expediera/"), choice))

    assert said in page
    assert typed in page


@pytest.mark.rule("R152")
def test_those_without_an_address_are_listed_with_the_way_there(county, coordinator, drawn_up):
    for principal in county.principals[:2]:
        principal.registrar_email = ""
        principal.save()

    page = text(coordinator.get(place(county, drawn_up, "expediera/")))

    assert "Adress saknas för 2" in page
    for principal in county.principals[:2]:
        assert county.address(f"huvudman/{principal.slug}/registrator/") in page


def test_the_page_asks_as_much_for_many_as_for_few(county, coordinator, drawn_up):
    address = place(county, drawn_up, "expediera/")
    few = queries_of(coordinator, address)
    for _ in range(20):
        PrincipalFactory(collaboration=county.collaboration)

    assert queries_of(coordinator, address) <= few


def test_the_level_is_said_before(county, coordinator, drawn_up):
    address = place(county, drawn_up, "beslutsniva/")
    assert "Skriv vad som föreskriver" in text(
        coordinator.post(address, {"binding": "prescribed", "kind": "council", "ground": ""})
    )

    coordinator.post(address, {"binding": "advised", "kind": "council", "ground": ""})

    assert WantedLevel.objects.get().kind == "council"
    assert "föreslås fattas av fullmäktige" in text(
        coordinator.get(place(county, drawn_up, "expediera/"))
    )


# --- Berörs inte, and later ----------------------------------------------------------------------


@pytest.mark.rule("R152")
def test_the_coordinator_notes_that_one_is_not_concerned_and_takes_it_back(
    county, coordinator, out
):
    slug = county.principals[0].slug
    address = place(county, out, f"{slug}/berors/")
    assert "Skriv varför." in text(coordinator.post(address, {"reason": ""}))

    coordinator.post(address, {"reason": "Har ingen sådan verksamhet."})

    row = Dispatch.objects.get(principal=county.principals[0])
    assert row.state == DispatchState.NOT_CONCERNED
    page = text(coordinator.get(place(county, out, f"{slug}/")))
    assert "Har ingen sådan verksamhet." in page
    assert "svar/mottagande" not in page
    coordinator.post(address, {"reason": "Jo, ett boende."})
    row.refresh_from_db()
    assert row.state == DispatchState.DISPATCHED


@pytest.mark.rule("R225")
def test_one_more_gets_it_later(county, coordinator, out):
    late = PrincipalFactory(collaboration=county.collaboration, short_name="Nyby")
    address = place(county, out, "lagg-till/")

    page = text(coordinator.post(address, {"principal": late.slug, "reason": ""}))
    assert "Skriv varför huvudmannen läggs till nu." in page
    coordinator.post(address, {"principal": late.slug, "reason": "Ny part."})

    assert Dispatch.objects.get(principal=late).added_reason == "Ny part."
    assert "Alla huvudmän har redan fått" in text(coordinator.get(address))


@pytest.mark.rule("R152")
def test_a_successor_takes_over_from_the_page_of_principals(county, coordinator, out):
    old = county.principals[0]
    heir = PrincipalFactory(collaboration=county.collaboration, short_name="Nya")
    old.period = from_day(date(2000, 1, 1), county.today)
    old.save()
    address = county.address(f"huvudman/{old.slug}/ta-over/")
    assert "har ingen efterträdare" in text(coordinator.get(address))
    PrincipalSuccession.objects.create(
        predecessor=old, heir=heir, first=county.today, standing="assumed"
    )

    assert address in text(coordinator.get(county.address("huvudman/")))
    assert "antaget" in text(coordinator.get(address))
    coordinator.post(address)

    assert Dispatch.objects.get(principal=old).taken_over_by.principal == heir
    assert "har tagit över" in text(coordinator.get(place(county, out, f"{old.slug}/")))


# --- Federations ---------------------------------------------------------------------------------


@pytest.mark.rule("R152")
def test_the_page_offers_to_go_through_federations(county, coordinator, drawn_up, federation):
    address = place(county, drawn_up, "expediera/")
    assert "Låt mellanleden rekommendera vidare" in text(coordinator.get(address))
    choice = {"to": "all", "through": ["through"]}
    page = text(coordinator.post(address, {**choice, "show": "1"}))
    assert "2 huvudmän får den när mellanledet" in page

    coordinator.post(address, {**choice, "seen": seal_in(page)})

    assert FederationDispatch.objects.get().federation == federation
    assert "Mellanled" in text(coordinator.get(place(county, drawn_up)))


@pytest.mark.rule("R152")
def test_the_coordinator_tells_for_a_federation_and_goes_past_it(county, coordinator, through):
    base = place(county, through.recommendation, f"mellanled/{through.federation.slug}/")
    assert "Rekommendera vidare" in text(coordinator.get(base))
    assert "har inte avböjt" in text(coordinator.get(f"{base}direkt/"))

    coordinator.post(f"{base}avstar/", {"reason": "Styrelsen är oenig."})
    assert "Expediera direkt" in text(coordinator.get(base))
    coordinator.post(f"{base}direkt/")

    states = set(Dispatch.objects.values_list("state", flat=True))
    assert states == {DispatchState.DISPATCHED}
    assert coordinator.get(f"{base}nagot/").status_code == 404


def test_a_federation_gets_a_new_link_and_an_address(county, coordinator, through):
    slug = through.federation.slug
    address = county.address(f"huvudman/mellanled/{slug}/registrator/")
    coordinator.post(address, {"email": "ny@kusten.example.invalid"})
    base = place(county, through.recommendation, f"mellanled/{slug}/ny-lank/")

    coordinator.post(base, {"to": "ny@kusten.example.invalid"})

    assert FederationLink.objects.filter(revoked_at=None).count() == 1
    assert Federation.objects.get().registrar_email == "ny@kusten.example.invalid"


@pytest.mark.rule("R152")
def test_a_federation_recommends_on_through_its_link(client: Client, through):
    base = f"/l/mellanled/{token_of(FederationLink.objects.get().key)}/"
    assert "Registrator hos" in text(client.get(base))
    ahead = client.post(f"{base}rekommenderar/", {"on": "2199-01-01"})
    assert ahead.status_code == 422
    assert "Dagen ligger i framtiden" in text(ahead)

    told = client.post(f"{base}rekommenderar/", {"on": localtime().date(), "paragraph": "§ 14"})

    assert told.status_code == 303
    assert "har rekommenderat vidare" in text(client.get(base))
    assert Dispatch.objects.filter(state=DispatchState.HELD).count() == 0


def test_a_federation_declines_with_a_reason_and_may_come_to_another_view(client: Client, through):
    base = f"/l/mellanled/{token_of(FederationLink.objects.get().key)}/"
    client.post(f"{base}avstar/", {"reason": "Oenighet."})

    page = text(client.get(base))

    assert "rekommenderar inte vidare" in page
    assert f"{base}rekommenderar/" in page
    assert f"{base}avstar/" not in page


def test_a_link_that_is_none_leads_nowhere(client: Client, db):
    assert client.get("/l/mellanled/nagot.annat/").status_code == 404


# --- The registrar's own link --------------------------------------------------------------------


@pytest.mark.rule("R152")
def test_a_registrar_tells_that_the_matter_does_not_concern_it(client: Client, county, out):
    row = Dispatch.objects.get(principal=county.principals[0])
    base = f"/l/{token_of(RegistrarLinkFactory(dispatch=row).key)}/"
    assert f"{base}berors/" in text(client.get(base))
    empty = client.post(f"{base}berors/", {"reason": "", "berors": "nej"})
    assert empty.status_code == 422

    told = client.post(f"{base}berors/", {"reason": "Ingen sådan verksamhet.", "berors": "nej"})

    assert told.status_code == 303
    page = text(client.get(base))
    assert "Det är registrerat att frågan inte berör er." in page
    assert "Bekräfta mottagande" not in page
    row.refresh_from_db()
    assert row.concerns.get().given_by.endswith(row.principal.name)
    again = client.post(f"{base}berors/", {"reason": "Igen.", "berors": "nej"})
    assert again.status_code == 409


# --- Rights --------------------------------------------------------------------------------------

PAGES = ("expediera/", "beslutsniva/", "lagg-till/", "{principal}/berors/")


@pytest.mark.parametrize("page", PAGES)
def test_only_coordinators_may(county, out, page):
    address = place(county, out, page.format(principal=county.principals[0].slug))

    assert client_of(county.member).get(address).status_code == 403
    assert client_of(county.member).post(address, {"reason": "x"}).status_code == 403
    assert Client().get(address).status_code == 302


@pytest.mark.parametrize("page", ["", "rekommenderar/", "avstar/", "direkt/", "ny-lank/"])
def test_only_coordinators_see_to_federations(county, elsewhere, through, page):
    address = place(county, through.recommendation, f"mellanled/{through.federation.slug}/{page}")

    assert client_of(county.member).get(address).status_code == 403
    assert client_of(elsewhere.coordinator).get(address).status_code == 404


@pytest.mark.parametrize("act", MAY, ids=lambda act: act.name)
def test_who_may_do_what_with_recommendations(db, act):
    body = BodyFactory()

    assert who_may(cast(body), may, act, body) == {"coordinator"}
