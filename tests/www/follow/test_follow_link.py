"""A subscription behind its link: confirmed, changed and ended without an account."""

import pytest
from django.test import Client
from django.utils.timezone import localtime

from samverkan.dispatches.actions import ask_for_news, confirm_subscription
from samverkan.dispatches.actions.subscriptions import Wish
from samverkan.dispatches.choices import Cadence
from samverkan.dispatches.models import Subscription
from samverkan.journal.models import Entry
from samverkan.journal.tokens import token_of
from tests.factories import TESTER, CollaborationFactory, PrincipalFactory

WHO = "lasare@example.invalid"


@pytest.fixture
def asked(db):
    here = CollaborationFactory(slug="lanet")
    PrincipalFactory(collaboration=here, slug="mala", short_name="Malå")
    wish = Wish(Cadence.EACH, subjects=["aldre"])
    ask_for_news(here.pk, WHO, wish, by=TESTER, now=localtime())
    return Subscription.objects.get()


@pytest.fixture
def following(asked):
    return confirm_subscription(asked.pk, by=TESTER, now=localtime())


@pytest.fixture
def address(asked):
    return f"/l/bevaka/{token_of(asked.key)}/"


def test_opening_the_link_changes_nothing(client, asked, address):
    before = Entry.objects.count()
    page = client.get(address)
    client.get(f"{address}avsluta/")
    client.head(address)
    asked.refresh_from_db()

    assert "Ja, jag vill ha mejlen" in page.content.decode()
    assert asked.confirmed_at is None
    assert asked.ended_at is None
    assert Entry.objects.count() == before


@pytest.mark.rule("R158")
def test_a_sent_form_confirms(client, asked, address):
    response = client.post(address)
    asked.refresh_from_db()

    assert (response.status_code, response["Location"]) == (303, address)
    assert asked.confirmed_at is not None
    assert "Din bevakning" in client.get(address).content.decode()


def test_what_is_followed_can_be_changed(client, following, address):
    response = client.post(address, {"principals": ["mala"], "cadence": "weekly"})
    following.refresh_from_db()

    assert response.status_code == 303
    assert (following.cadence, following.subjects) == ("weekly", [])
    assert list(following.principals.values_list("slug", flat=True)) == ["mala"]


def test_a_mistake_is_said_where_it_is(client, following, address):
    response = client.post(address, {"principals": ["finns-inte"], "cadence": "weekly"})

    assert response.status_code == 422
    assert "Välj bland alternativen." in response.content.decode()


def test_a_forged_form_does_nothing(asked, address):
    strict = Client(enforce_csrf_checks=True)

    assert strict.post(address).status_code == 403
    assert strict.post(f"{address}avsluta/").status_code == 403
    asked.refresh_from_db()
    assert asked.confirmed_at is None
    assert asked.ended_at is None


@pytest.mark.rule("R158")
def test_a_mail_program_ends_it_by_one_click_and_may_click_twice(following, address):
    strict = Client(enforce_csrf_checks=True)
    click = {"List-Unsubscribe": "One-Click"}

    assert strict.post(f"{address}avsluta/", click).status_code == 200
    assert strict.post(f"{address}avsluta/", click).status_code == 200
    following.refresh_from_db()
    assert following.email == ""


def test_ending_asks_once_and_then_says_that_the_address_is_gone(client, following, address):
    assert "Avsluta bevakningen?" in client.get(f"{address}avsluta/").content.decode()
    response = client.post(f"{address}avsluta/")

    assert "adressen är borttagen" in response.content.decode()
    assert client.get(address).status_code == 410
    assert "Bevakningen är avslutad" in client.get(address).content.decode()


def test_a_link_that_waited_too_long_is_closed(client, asked, address):
    asked.expires_at = localtime()
    asked.save()

    assert client.get(address).status_code == 410
    assert client.post(address).status_code == 410


def test_a_strange_link_leads_nowhere(client, asked):
    assert client.get("/l/bevaka/hittepa/").status_code == 404
    assert client.get(f"/l/bevaka/{token_of(asked.key)}/hittepa/").status_code == 404


def test_nobody_keeps_the_page_or_learns_its_address(client, address, asked):
    response = client.get(address)

    assert response["Cache-Control"] == "private, no-store"
    assert response["Referrer-Policy"] == "strict-origin"
    assert response["X-Robots-Tag"] == "noindex"
