from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from samverkan.documents.models import Annex
from samverkan.journal.tokens import token_of
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import LineBody
from tests.documents.files import pdf
from tests.factories import (
    CollaborationFactory,
    ContentFactory,
    DocumentFactory,
    PrincipalFactory,
    agreed_recommendation,
)

FIRST, SECOND = "Malå kommun", "Sorsele kommun"


@pytest.fixture
def dispatched_on():
    return localdate() - timedelta(days=30)


@pytest.fixture
def recommendation(db, dispatched_on):
    here = CollaborationFactory()
    for name in (FIRST, SECOND):
        principal = PrincipalFactory(collaboration=here, name=name, short_name=name.split()[0])
        LineBody.objects.create(
            principal=principal,
            name="Socialnämnden",
            kind=LineBodyKind.choices[0][0],
            is_usual_decider=True,
            period=principal.period,
        )
    content = ContentFactory(data=pdf())
    routine = DocumentFactory(
        collaboration=here, content=content, size=len(content.data), name="rutin.pdf"
    )
    return agreed_recommendation(
        here, on=dispatched_on, dispatched=True, annexes=[("Bilaga 1", routine)]
    )


@pytest.fixture
def dispatch(recommendation):
    return recommendation.dispatches.select_related("principal").get(principal__name=FIRST)


@pytest.fixture
def other(recommendation):
    return recommendation.dispatches.select_related("principal").get(principal__name=SECOND)


@pytest.fixture
def token(dispatch):
    return token_of(dispatch.links.get().key)


@pytest.fixture
def annex(recommendation):
    return Annex.objects.select_related("document").get()


@pytest.fixture
def registrar(token):
    """A browser of someone with the link, who has no account."""
    return Registrar(token)


class Registrar:
    def __init__(self, token, **options):
        self.token = token
        self.client = Client(**options)

    def url(self, name="show", *args):
        return reverse(f"link:{name}", args=[self.token, *args])

    def get(self, name="show", *args):
        return self.client.get(self.url(name, *args))

    def post(self, step, **typed):
        return self.client.post(self.url(step), {"seen": 0, **typed})
