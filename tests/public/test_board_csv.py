"""The board as a table for spreadsheets."""

import csv
from io import StringIO

import pytest

from samverkan.public.board.rows import HEADINGS
from tests.factories import (
    DispatchFactory,
    DocumentFactory,
    PrincipalFactory,
    RecommendationFactory,
)


@pytest.fixture
def rows(client):
    """Return the file's rows by column, from an address."""

    def read(query=""):
        response = client.get(f"/lanet/beslutslaget.csv{query}")
        text = b"".join(response.streaming_content).decode("utf-8-sig")
        return list(csv.DictReader(StringIO(text), delimiter=";"))

    return read


def test_a_row_for_each_recommendation_and_principal(here, rows):
    extract = DocumentFactory(collaboration=here)
    dispatch = DispatchFactory(recommendation__collaboration=here, approved=True, extract=extract)
    DispatchFactory(recommendation=dispatch.recommendation)

    found = rows()

    assert len(found) == 2
    assert {name: found[0][name] for name in (*HEADINGS[:15], *HEADINGS[-2:])} == {
        "Nummer": dispatch.recommendation.number,
        "Rekommendation": dispatch.recommendation.title,
        "Organ": dispatch.recommendation.body.name,
        "Organet enades": "2026-03-12",
        "Punkt": str(dispatch.recommendation.point),
        "Till": "till alla huvudmän",
        "Huvudman": dispatch.principal.name,
        "Kommunkod": dispatch.principal.code,
        "Läge": "bifall",
        "Dag": "2026-05-12",
        "Ungefärlig tid": "",
        "Beslutande organ": "Kommunstyrelsen",
        "Paragraf": "§ 31",
        "Diarienummer": "KS 2026/17",
        "Protokollsutdrag": f"http://127.0.0.1:8000/lanet/dokument/{extract.key}/{extract.name}",
        "Svaret gäller version": "1",
        "Det som följer av svaren": (
            f"Inget gäller av sig självt: {dispatch.principal.short_name} har antagit, "
            f"{found[1]['Huvudman'].removesuffix(' kommun')} har inte svarat."
        ),
    }


def test_what_is_not_dispatched_has_one_row(here, rows):
    RecommendationFactory(collaboration=here)

    assert [row["Läge"] for row in rows()] == ["ej expedierad"]


def test_the_choice_is_kept(here, rows):
    umea = PrincipalFactory(collaboration=here, slug="umea")
    dispatch = DispatchFactory(recommendation__collaboration=here, principal=umea)
    DispatchFactory(recommendation=dispatch.recommendation)
    DispatchFactory(recommendation__collaboration=here)

    assert [row["Huvudman"] for row in rows("?huvudman=umea")] == [umea.name]


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUM(A1)", "\tx", "\rx"])
def test_no_text_becomes_a_formula(here, rows, text):
    RecommendationFactory(collaboration=here, title=text)

    assert rows()[0]["Rekommendation"].startswith("'")


def test_every_row_comes_however_many(here, rows, monkeypatch):
    monkeypatch.setattr("samverkan.public.board.rows.AT_A_TIME", 2)
    numbers = {RecommendationFactory(collaboration=here).number for _ in range(5)}

    assert {row["Nummer"] for row in rows()} == numbers


def test_the_file_begins_with_what_makes_spreadsheets_read_it_as_utf_8(client, here):
    response = client.get("/lanet/beslutslaget.csv")

    assert b"".join(response.streaming_content).startswith(b"\xef\xbb\xbf")
    assert response["Content-Disposition"] == 'attachment; filename="beslutslaget.csv"'
