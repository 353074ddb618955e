"""The public page of which arenas there are for each principal."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverkan.bodies.choices import Responsibility
from samverkan.bodies.models import UncoveredLevel
from samverkan.journal.fields import from_day
from tests.factories import (
    BodyFactory,
    CollaborationFactory,
    MissionFactory,
    PrincipalFactory,
    QuotaFactory,
)


@pytest.fixture
def here(db):
    return CollaborationFactory()


def address(here, ending="/", query=""):
    return f"/{here.slug}/struktur/tackning{ending}{query}"


def arena(here, **facts):
    facts = {"responsibility": Responsibility.COMMITTEE, "short_name": "Samråd"} | facts
    return BodyFactory(collaboration=here, **facts)


def page_of(client, here, query=""):
    return client.get(address(here, query=query)).content.decode()


@pytest.mark.rule("R010")
def test_each_principals_filled_seats_are_counted(client, here):
    quota = QuotaFactory(body=arena(here), ordinary_max=2, principal__short_name="Ask")
    MissionFactory(body=quota.body, principal=quota.principal)

    page = page_of(client, here)

    assert '<th scope="col" class="govuk-table__header">Ask</th>' in page
    assert '<td class="govuk-table__cell">1 av 2</td>' in page


def test_a_principal_without_a_seat_has_no_arena(client, here):
    QuotaFactory(body=arena(here))
    PrincipalFactory(collaboration=here)

    assert "ingen arena" in page_of(client, here)


@pytest.mark.rule("R082")
@pytest.mark.parametrize(
    ("standing", "said"),
    [("decided", "Inte täckt, genom beslut."), ("assumed", "Inte täckt, genom beslut (antaget).")],
)
def test_a_level_that_is_not_covered_says_why_and_how_sure_that_is(client, here, standing, said):
    arena(here)
    UncoveredLevel.objects.create(
        collaboration=here,
        responsibility=Responsibility.COUNCIL,
        reason="Svagt stöd i dialogerna.",
        standing=standing,
        source="presentationen",
    )

    page = page_of(client, here)

    assert f"<b>{said}</b> Svagt stöd i dialogerna." in page
    assert "Källa: presentationen" in page


def test_an_arena_whose_seats_nobody_counts_is_open(client, here):
    PrincipalFactory(collaboration=here)
    arena(here)

    assert "Öppen för alla huvudmän: ingen text räknar platserna." in page_of(client, here)


def test_another_day_shows_that_days(client, here):
    body = arena(here)
    first = body.period.lower
    QuotaFactory(body=body, period=from_day(first + timedelta(days=1)))

    assert "0 av 1" in page_of(client, here, f"?datum={first + timedelta(days=1)}")
    assert "0 av 1" not in page_of(client, here, f"?datum={first}")


def test_where_no_level_is_stated_it_says_what_will_be_here(client, here):
    BodyFactory(collaboration=here)

    assert "För strukturen den här dagen är det inte sagt." in page_of(client, here)


def test_the_same_is_had_as_a_file(client, here):
    quota = QuotaFactory(body=arena(here, name="Samråd vård"), principal__name="Ask kommun")

    answer = client.get(address(here, ".csv"))

    lines = b"".join(answer.streaming_content).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Ansvarsnivå;Huvudman;Organ;")
    assert f"Nämnd;Ask kommun;Samråd vård;0;{quota.ordinary_max};;;".lower() in [
        line.lower() for line in lines
    ]


def test_the_page_asks_as_much_for_few_as_for_many(client, here):
    counts = []
    for more in (1, 5):
        for _ in range(more):
            quota = QuotaFactory(body=arena(here))
            MissionFactory(body=quota.body, principal=quota.principal)
        with CaptureQueriesContext(connection) as asked:
            page_of(client, here)
        counts.append(len(asked))

    assert counts[0] == counts[1]
