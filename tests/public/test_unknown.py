"""Before anybody is known to have sat in a body, its seats are unknown and not vacant."""

from datetime import date

import pytest

from samverkan.bodies.queries.findings import findings_on
from samverkan.journal.fields import from_day
from tests.factories import (
    BodyFactory,
    ChairRuleFactory,
    ChairTermFactory,
    MissionFactory,
    PrincipalFactory,
    QuotaFactory,
)

BEFORE, AFTER = date(2021, 1, 1), date(2026, 3, 12)
SITS = from_day(date(2025, 1, 1))


@pytest.fixture
def body(db):
    """A body of 2020 with two seats, of which one has a holder since 2025, and a chair since."""
    body = BodyFactory(responsibility="committee")
    here = body.collaboration
    first, second = PrincipalFactory.create_batch(2, collaboration=here)
    for principal in (first, second):
        QuotaFactory(body=body, principal=principal)
    person = MissionFactory(body=body, principal=first, period=SITS).person
    ChairRuleFactory(body=body)
    ChairTermFactory(body=body, person=person, period=SITS)
    return body


def page(client, body, path, on) -> str:
    return client.get(f"/{body.collaboration.slug}/{path}?datum={on}").getvalue().decode()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("organ/{slug}/", "okänt vilka som satt den dagen"),
        ("struktur/tackning/", "okänt av 1"),
        ("struktur/beskrivning/", "okänt"),
    ],
)
def test_a_seat_that_nobody_knows_of_is_unknown(client, body, path, said):
    told = page(client, body, path.format(slug=body.slug), BEFORE)

    assert said in told
    assert "akant" not in told
    assert "ngen är utsedd" not in told


@pytest.mark.parametrize("path", ["organ/{slug}/", "organ/{slug}.csv", "struktur.csv", "struktur/"])
def test_it_is_vacant_when_somebody_is_known_to_sit(client, body, path):
    address = path.format(slug=body.slug)

    assert "akant" in page(client, body, address, AFTER)
    assert "akant" not in page(client, body, address, BEFORE)


@pytest.mark.rule("R013")
def test_the_rules_find_no_vacancy_where_nothing_is_known(body):
    def found(on: date) -> set[str]:
        return {one.code for one in findings_on(body.collaboration_id, on, body=body.slug)}

    assert {"seat_vacant", "office_vacant"} & found(BEFORE) == set()
    assert "seat_vacant" in found(AFTER)
