"""The board as a workbook and as JSON."""

import io
import json
from datetime import UTC, date, datetime

import pytest
from python_calamine import CalamineWorkbook

from samverkan.public.board.as_json import ANSWER, RECOMMENDATION, TOP
from samverkan.public.board.rows import HEADINGS
from tests.factories import (
    DispatchFactory,
    DocumentFactory,
    PrincipalFactory,
    RecommendationFactory,
)


def whole(response):
    return b"".join(response.streaming_content)


@pytest.fixture
def answered(here):
    mala = PrincipalFactory(collaboration=here, slug="mala", name="Malå kommun", code="2418")
    extract = DocumentFactory(collaboration=here)
    return DispatchFactory(
        recommendation__collaboration=here,
        recommendation__case__title="=SUMMA(1)",
        principal=mala,
        approved=True,
        comment="Med följande villkor.",
        extract=extract,
    )


def sheets(client, query=""):
    response = client.get(f"/lanet/beslutslaget.xlsx{query}")
    return CalamineWorkbook.from_filelike(io.BytesIO(response.content))


def test_the_workbook_has_the_rows_with_real_days(client, answered):
    rows = sheets(client).get_sheet_by_name("Beslutsläget").to_python()

    assert rows[0] == list(HEADINGS)
    told = dict(zip(HEADINGS, rows[1], strict=True))
    assert told["Rekommendation"] == "=SUMMA(1)"
    assert told["Huvudman"] == "Malå kommun"
    assert told["Dag"] == date(2026, 5, 12)
    assert told["Organet enades"] == date(2026, 3, 12)
    assert told["Läge"] == "bifall"


def test_the_workbook_says_where_it_is_from(client, answered):
    book = sheets(client, "?huvudman=mala")
    said = dict(row[:2] for row in book.get_sheet_by_name("Om filen").to_python())

    assert said["Adress"] == "http://127.0.0.1:8000/lanet/beslutslaget/?huvudman=mala"
    assert "Obs" not in said


def test_a_workbook_that_is_cut_says_so(client, answered, monkeypatch):
    monkeypatch.setattr("samverkan.public.board.as_xlsx.MOST_ROWS", 1)
    DispatchFactory(recommendation=answered.recommendation)

    book = sheets(client)

    assert len(book.get_sheet_by_name("Beslutsläget").to_python()) == 2
    assert "Obs" in dict(row[:2] for row in book.get_sheet_by_name("Om filen").to_python())


def test_json_has_exactly_the_fields_that_are_told(client, answered):
    told = json.loads(whole(client.get("/lanet/beslutslaget.json?huvudman=mala")))
    one = told["recommendations"][0]

    assert list(told) == list(TOP)
    assert list(one) == list(RECOMMENDATION)
    assert list(one["answers"][0]) == list(ANSWER)
    assert told["choice"] == {"huvudman": "mala"}
    assert one["agreed_on"] == "2026-03-12"
    assert one["dispatched_at"] == "2026-04-01T09:00:00+00:00"
    assert one["answers"][0]["state"] == "approved"
    assert one["answers"][0]["state_label"] == "bifall"
    assert one["answers"][0]["comment"] == "Med följande villkor."
    assert one["answers"][0]["extract_url"].startswith("http://127.0.0.1:8000/lanet/dokument/")


def test_json_of_nothing_is_json(client, here):
    assert json.loads(whole(client.get("/lanet/beslutslaget.json")))["recommendations"] == []


def test_json_of_many_is_one_object(client, here, monkeypatch):
    monkeypatch.setattr("samverkan.public.board.rows.AT_A_TIME", 2)
    RecommendationFactory.create_batch(5, collaboration=here)

    told = json.loads(whole(client.get("/lanet/beslutslaget.json")))

    assert len(told["recommendations"]) == 5


def test_times_are_utc_whatever_the_clock_here(client, here):
    at = datetime(2026, 7, 1, 8, 0, tzinfo=UTC)
    RecommendationFactory(collaboration=here, dispatched=True, dispatched_at=at)
    told = json.loads(whole(client.get("/lanet/beslutslaget.json")))

    assert told["recommendations"][0]["dispatched_at"] == "2026-07-01T08:00:00+00:00"


def test_every_field_is_told_on_the_page(here, read):
    page = read("/lanet/om/data/")

    for name in [*TOP, *RECOMMENDATION, *ANSWER]:
        assert f"<code>{name}</code>" in page


def test_a_group_leaves_its_own_principals_in_the_files(client, answered):
    PrincipalFactory(collaboration=answered.recommendation.collaboration, code="2501")
    DispatchFactory(recommendation=answered.recommendation, principal__code="2502")

    told = json.loads(whole(client.get("/lanet/beslutslaget.json?grupp=lan-24")))

    assert [one["principal"] for one in told["recommendations"][0]["answers"]] == ["mala"]
