"""The small county with its seats counted and an order for its chairs."""

import html
import re
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import Body, ChairTerm, DerivedSeat, Mission
from samverkan.journal.models import Collaboration, Entry
from samverkan.people.models import Person
from tests.factories import LONG_AGO, BodyFactory, ChairRuleFactory, PersonFactory, QuotaFactory
from tests.www.conftest import County, text

TABLES = (Body, Mission, ChairTerm, Person, Entry, Collaboration)


@pytest.fixture
def counted(county: County) -> County:
    """The county, where each principal has one seat and a substitute, the region up to two."""
    for principal in county.principals:
        most = 2 if principal.side == "region" else 1
        QuotaFactory(body=county.body, principal=principal, ordinary_max=most)
    return county


@pytest.fixture
def ordered(counted: County) -> County:
    """The body's chairs: a calendar year, from opposite sides, extended by all together."""
    ChairRuleFactory(body=counted.body)
    ChairTerm.objects.update(period=this_year(counted.today), side="region")
    return counted


@pytest.fixture
def committee(county: County) -> Body:
    """A working committee: those who lead the body sit in it by that."""
    here = county.collaboration
    au = BodyFactory(collaboration=here, name="Arbetsutskottet", short_name="AU", preparing=True)
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        DerivedSeat.objects.create(
            body=au, of_body=county.body, office=office, part=DerivedPart.SEAT, period=LONG_AGO
        )
    return au


@pytest.fixture
def anna(county: County) -> Person:
    return PersonFactory(collaboration=county.collaboration, name="Anna Berg", title="socialchef")


def this_year(today: date):
    return LONG_AGO.__class__(date(today.year, 1, 1), date(today.year + 1, 1, 1), "[)")


def everything() -> list[list[dict]]:
    """Return all rows that a page which only shows must leave as they are."""
    return [list(model.objects.order_by("pk").values()) for model in TABLES]


def sent(**typed: object) -> dict[str, object]:
    """Return what a browser sends: days as text, ticked boxes as "on", nothing for nothing."""
    return {
        name: value.isoformat() if isinstance(value, date) else "on" if value is True else value
        for name, value in typed.items()
        if value not in (None, False)
    }


def said(response: HttpResponse) -> str:
    """Return the words of a page's main part, as one line."""
    main = text(response).partition("<main")[2].partition("</main>")[0]
    words = re.sub(r"<[^>]+>", " ", main.partition(">")[2])
    return " ".join(html.unescape(words).split())


def review(client: Client, address: str, typed: dict[str, object]) -> str:
    """Return what the review says, after seeing that looking has changed nothing."""
    before = everything()
    answer = client.post(address, typed)
    assert everything() == before
    assert "Ingenting är ändrat ännu." in said(answer), said(answer)
    return said(answer)


def carry_out(client: Client, address: str, typed: dict[str, object]) -> str:
    """Send in, read the review, and carry it out as the review's own form would."""
    answer = client.post(address, typed)
    assert "Ingenting är ändrat ännu." in said(answer), said(answer)
    return said(client.post(address, {**hidden(answer), "steg": "genomfor"}, follow=True))


def hidden(response: HttpResponse) -> dict[str, str]:
    """Return what the review's form carries."""
    form = text(response).partition("<main")[2]
    found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', form)
    return {name: html.unescape(value) for name, value in found}


def refused(client: Client, address: str, typed: dict[str, object]) -> str:
    """Return what a page says to bad input, after seeing that nothing was kept."""
    before = everything()
    answer = client.post(address, typed)
    assert everything() == before
    assert "Det här behöver rättas" in said(answer), said(answer)
    return said(answer)
