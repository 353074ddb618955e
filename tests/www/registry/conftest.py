from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from samverkan.dispatches.models import PrincipalLink
from samverkan.journal.tokens import token_of
from samverkan.principals.models import Principal
from tests.factories import CollaborationFactory, PrincipalFactory, agreed_recommendation


@pytest.fixture
def here(db):
    here = CollaborationFactory(contact_email="koordinator@norr.example")
    for name, slug in (("Malå kommun", "mala"), ("Sorsele kommun", "sorsele")):
        PrincipalFactory(collaboration=here, name=name, short_name=name.split()[0], slug=slug)
    return here


@pytest.fixture
def recommendations(here):
    on = localdate() - timedelta(days=30)
    return [
        agreed_recommendation(here, on=on, title=title, dispatched=True)
        for title in ("Gemensam rutin", "Gemensam vagn")
    ]


@pytest.fixture
def numbers(recommendations):
    return [one.number for one in recommendations]


@pytest.fixture
def sent(recommendations):
    """The two recommendations as sent to Malå."""
    return [
        one.dispatches.select_related("principal").get(principal__slug="mala")
        for one in recommendations
    ]


@pytest.fixture
def mala(recommendations):
    return Registry("mala")


@pytest.fixture
def sorsele(recommendations):
    return Registry("sorsele")


class Registry:
    """A browser, or a system, of someone with a principal's link to all that waits."""

    def __init__(self, slug, **options):
        self.principal = Principal.objects.get(slug=slug)
        self.link = PrincipalLink.objects.filter(principal=self.principal).first()
        self.token = token_of(self.link.key)
        self.client = Client(**options)

    def url(self, name="show", *args):
        return reverse(f"registry:{name}", args=[self.token, *args])

    def get(self, name="show", *args):
        return self.client.get(self.url(name, *args))

    def post(self, name="show", *args, **typed):
        return self.client.post(self.url(name, *args), typed)

    def send(self, number, data):
        return self.client.post(self.url("confirm", number), data, content_type="application/json")
