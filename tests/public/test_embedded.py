"""The small board for other web sites."""

import pytest

from samverkan.running.front import PUBLIC
from tests.factories import DispatchFactory, PrincipalFactory, RecommendationFactory

SMALL = "/lanet/beslutslaget/badda-in/"


@pytest.fixture
def mala(here):
    return PrincipalFactory(collaboration=here, slug="mala", short_name="Malå", code="2418")


@pytest.mark.rule("R264")
def test_only_the_small_board_may_stand_in_a_frame(client, here, mala):
    small = client.get(f"{SMALL}?huvudman=mala")

    assert "frame-ancestors 'self' https:" in small["Content-Security-Policy"]
    assert "default-src 'none'" in small["Content-Security-Policy"]
    assert "X-Frame-Options" not in small
    assert not small.cookies
    assert small[PUBLIC] == "1"
    for other in ("", "kod/"):
        address = f"{SMALL}{other}" if other else "/lanet/beslutslaget/"
        response = client.get(address)
        assert "frame-ancestors 'none'" in response["Content-Security-Policy"]
        assert response["X-Frame-Options"] == "DENY"


def test_it_tells_one_principals_word_for_each_recommendation(here, read, mala):
    one = RecommendationFactory(collaboration=here, dispatched=True, title="En <rutin>")
    DispatchFactory(recommendation=one, principal=mala, rejected=True)

    page = read(f"{SMALL}?huvudman=mala")

    assert "<title>Beslutsläget: Malå – Samverkan i länet</title>" in page
    assert '<html lang="sv">' in page
    assert "En &lt;rutin&gt;" in page
    assert "Avslag 12\xa0maj" in page
    assert 'href="/lanet/beslutslaget/?huvudman=mala"' in page
    assert "<script" not in page
    assert "<form" not in page


def test_without_a_principal_it_tells_how_many(here, read, mala):
    one = RecommendationFactory(collaboration=here, dispatched=True)
    DispatchFactory(recommendation=one, principal=mala, approved=True)
    DispatchFactory(recommendation=one)

    assert "1 av 2 har beslutat" in read(SMALL)


@pytest.mark.parametrize(("query", "shown"), [("", 10), ("?antal=5", 5), ("?antal=1000", 10)])
def test_it_is_small(here, read, query, shown):
    RecommendationFactory.create_batch(12, collaboration=here)

    assert read(f"{SMALL}{query}").count("<li>") == shown


def test_the_code_can_be_copied_and_is_shown_at_work(client, here, mala):
    response = client.get(f"{SMALL}kod/?huvudman=mala&antal=5")
    page = response.content.decode()

    whole = "http://testserver/lanet/beslutslaget/badda-in/?huvudman=mala&amp;antal=5"
    assert f'&lt;iframe src="{whole}"' in page
    assert 'src="/lanet/beslutslaget/badda-in/?huvudman=mala&amp;antal=5"' in page
    assert "frame-src 'self'" in response["Content-Security-Policy"]
