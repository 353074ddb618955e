"""What everybody sees of a principal's path: beside the word, folded below it, in the file."""

import csv
from datetime import date, timedelta
from io import StringIO

import pytest
from django.utils.timezone import localdate
from playwright.sync_api import expect

from samverkan.dispatches.choices import LineAct
from samverkan.dispatches.models import LinePath, LineStep
from tests.factories import DispatchFactory, PrincipalFactory, RecommendationFactory
from tests.www.conftest import queries_of

BOARD = "/lanet/beslutslaget/"
REPLY_BY = date(2026, 4, 30)


@pytest.fixture
def umea(here):
    return PrincipalFactory(collaboration=here, name="Umeå kommun", short_name="Umeå")


@pytest.fixture
def late(here, umea):
    """A conditional approval that came after the reply-by day, by committee and council."""
    dispatch = DispatchFactory(
        recommendation=RecommendationFactory(
            collaboration=here, dispatched=True, reply_by=REPLY_BY
        ),
        principal=umea,
        approved=True,
        condition="Gäller <ett> år.",
        deciding_kind="board",
        answered_on=date(2026, 5, 20),
    )
    with_path(dispatch)
    return dispatch


def with_path(dispatch, steps=1):
    path = LinePath.objects.create(dispatch=dispatch, given_by="R", given_at=dispatch.dispatched_at)
    LineStep.objects.bulk_create(
        LineStep(
            path=path,
            place=place,
            body=f"Socialnämnden {'I' * place}",
            on=date(2026, 4, 20),
            act=LineAct.SUPPORTS,
            done=True,
        )
        for place in range(1, steps + 1)
    )


def address(dispatch):
    return f"/lanet/rekommendationer/{dispatch.recommendation.number}/"


@pytest.mark.rule("R152")
@pytest.mark.rule("R154")
def test_beside_the_word_stand_condition_and_lateness(read, late):
    page = read(address(late))

    assert ">Bifall</span>" in page
    assert "Med villkor eller tillägg:</b> Gäller &lt;ett&gt; år." in page
    assert "Svarade efter svarsdagen, antagen i efterhand" in page


@pytest.mark.rule("R315")
def test_the_path_and_legal_force_are_folded_below(read, late):
    page = read(address(late))

    assert "<b>Socialnämnden I</b> tillstyrker" in page
    assert "<b>Kommunstyrelsen</b> beslutar: bifall § 31" in page
    assert "Nivå: styrelse<br>" in page
    assert "om lagens tider följs, om ingen överklagar" in page
    assert "är inte anslag" in page


@pytest.mark.rule("R154")
def test_a_missing_answer_says_since_when(here, read, umea):
    recommendation = RecommendationFactory(collaboration=here, dispatched=True, reply_by=REPLY_BY)
    dispatch = DispatchFactory(recommendation=recommendation, principal=umea, received=True)

    assert "Sedan 1\N{NO-BREAK SPACE}maj 2026" in read(address(dispatch))


def test_the_board_says_that_there_is_a_condition(read, late):
    assert "med villkor</small>" in read(BOARD)


def test_the_file_has_it_in_columns(client, late):
    response = client.get("/lanet/beslutslaget.csv")
    text = b"".join(response.streaming_content).decode("utf-8-sig")
    (row,) = csv.DictReader(StringIO(text), delimiter=";")

    assert row["Läge"] == "bifall"
    assert row["Villkor eller tillägg"] == "Gäller <ett> år."
    assert row["Beslutsnivå"] == "styrelse"
    assert row["Sent svar"] == "svarade efter svarsdagen, antagen i efterhand"
    assert row["Vägen hos huvudmannen"] == "Socialnämnden I 20 april 2026 tillstyrker"
    assert row["Laga kraft"].startswith("senast 19 juni 2026")


@pytest.mark.parametrize("count", [1, 3])
def test_the_page_takes_as_many_queries_however_many_paths(here, client, late, count):
    alone = queries_of(client, address(late))
    for _ in range(count):
        other = DispatchFactory(recommendation=late.recommendation, approved=True)
        with_path(other, steps=3)

    assert queries_of(client, address(late)) == alone


@pytest.mark.browser
def test_a_phone_unfolds_the_path(live_server, page, late):
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(live_server.url + address(late))
    page.get_by_text("Vägen hos huvudmannen och laga kraft").click()

    expect(page.get_by_text("Socialnämnden I")).to_be_visible()
    assert page.locator("html").bounding_box()["width"] <= 360


def test_a_reply_by_day_to_come_leaves_nothing_missing(here, read, umea):
    ahead = localdate() + timedelta(days=5)
    recommendation = RecommendationFactory(collaboration=here, dispatched=True, reply_by=ahead)
    dispatch = DispatchFactory(recommendation=recommendation, principal=umea, received=True)

    assert "Sedan" not in read(address(dispatch))
