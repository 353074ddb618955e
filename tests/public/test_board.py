"""The board: who has decided what."""

import re
from datetime import date

import pytest
from django.utils.timezone import localdate

from samverkan.public.board import short_about
from samverkan.public.queries.board import Standing
from samverkan.public.wording import just_now
from tests.factories import (
    BodyFactory,
    DispatchFactory,
    DocumentFactory,
    PrincipalFactory,
    RecommendationFactory,
)

BOARD = "/lanet/beslutslaget/"


def cells(page):
    """Return the words of the table's cells, row by row."""
    body = page.split("<tbody>")[1].split("</tbody>")[0]
    return [
        [
            " ".join(re.sub(r"<[^>]+>", " ", cell).split())
            for cell in re.findall(r"<td.*?</td>", row)
        ]
        for row in body.split("<tr>")[1:]
    ]


@pytest.fixture
def umea(here):
    return PrincipalFactory(collaboration=here, slug="umea", short_name="Umeå")


@pytest.fixture
def recommendation(here):
    return RecommendationFactory(collaboration=here, dispatched=True, title="Gemensam rutin")


@pytest.mark.rule("R154")
@pytest.mark.parametrize(
    ("facts", "word"),
    [
        ({}, "Expedierad"),
        ({"received": True}, "Mottagen 8 april"),
        ({"planned": True}, "Planerad 18 feb 2027"),
        ({"approved": True}, "Bifall 12 maj"),
        ({"rejected": True}, "Avslag 12 maj"),
    ],
)
def test_a_cell_says_where_a_principal_stands_in_words_with_the_day(
    read, umea, recommendation, facts, word
):
    DispatchFactory(recommendation=recommendation, principal=umea, **facts)

    assert cells(read(BOARD)) == [[word]]


@pytest.mark.rule("R154")
def test_silence_after_the_reply_day_is_said(read, umea, recommendation):
    recommendation.reply_by = date(2026, 5, 1)
    recommendation.save()
    DispatchFactory(recommendation=recommendation, principal=umea, received=True)

    page = read(BOARD)

    assert "sv-cell--unanswered" in page
    assert ">Svar saknas<small>sedan 2" in page


def test_what_is_not_dispatched_is_a_dash_with_a_word_for_those_who_listen(here, read, umea):
    RecommendationFactory(collaboration=here)

    page = read(BOARD)

    assert "sv-cell--not_dispatched" in page
    assert "Ej expedierad" in page
    assert "Inte expedierad än" in page


@pytest.mark.rule("R154")
def test_the_extract_is_one_click_away(here, read, umea, recommendation):
    extract = DocumentFactory(collaboration=here, name="utdrag från nämnd.pdf")
    DispatchFactory(recommendation=recommendation, principal=umea, approved=True, extract=extract)

    page = read(BOARD)

    assert f'href="/lanet/dokument/{extract.key}/utdrag%20fr%C3%A5n%20n%C3%A4mnd.pdf"' in page


def test_an_extract_that_is_not_public_is_not_linked(here, read, umea, recommendation):
    extract = DocumentFactory(collaboration=here, closed=True)
    DispatchFactory(recommendation=recommendation, principal=umea, approved=True, extract=extract)

    page = read(BOARD)

    assert str(extract.key) not in page
    assert f"/lanet/rekommendationer/{recommendation.number}/#umea" in page


def test_a_decision_of_an_unknown_day_is_shown_as_that(here, read, umea, recommendation):
    DispatchFactory(
        recommendation=recommendation,
        principal=umea,
        state="approved",
        decided_about="vid årsskiftet 2018/2019; enskilda datum är okända",
    )

    assert "Bifall<small>årsskiftet 2018/19</small>" in read(BOARD)


@pytest.mark.parametrize(
    ("known", "short"),
    [
        ("vid årsskiftet 2018/2019; enskilda datum är okända", "årsskiftet 2018/19"),
        ("årsskiftet 2018/19", "årsskiftet 2018/19"),
        ("någon gång under 2019", "2019, dag okänd"),
        ("före sommaren", "dag okänd"),
        ("", ""),
    ],
)
def test_what_is_known_of_a_day_fits_a_cell(known, short):
    assert short_about(known) == short


def test_the_row_tells_how_many_have_decided(here, read, recommendation):
    DispatchFactory(recommendation=recommendation, approved=True)
    DispatchFactory(recommendation=recommendation, rejected=True)
    DispatchFactory(recommendation=recommendation)

    assert "2 av 3 har beslutat, 1 avslag" in read(BOARD)


def test_a_choice_of_principal_leaves_its_column_and_what_went_to_it(
    here, read, umea, recommendation
):
    other = PrincipalFactory(collaboration=here, short_name="Malå")
    DispatchFactory(recommendation=recommendation, principal=umea)
    DispatchFactory(recommendation=recommendation, principal=other, approved=True)
    elsewhere = DispatchFactory(
        recommendation__collaboration=here,
        recommendation__case__title="Bara till Malå",
        principal=other,
    )

    page = read(f"{BOARD}?huvudman=umea&organ=&lage=")

    assert len(cells(page)) == 1
    assert len(cells(page)[0]) == 1
    assert "1 av 2 har beslutat" in page
    assert elsewhere.recommendation.title not in page


@pytest.mark.parametrize(
    ("state", "titles"),
    [
        ("", {"Ute", "Klar", "Kvar"}),
        ("ute", {"Ute"}),
        ("beslutat", {"Klar"}),
        ("ej-expedierade", {"Kvar"}),
        ("något annat", {"Ute", "Klar", "Kvar"}),
    ],
)
def test_a_choice_of_state(here, read, umea, state, titles):
    out = RecommendationFactory(collaboration=here, dispatched=True, title="Ute")
    DispatchFactory(recommendation=out, principal=umea)
    decided = RecommendationFactory(collaboration=here, dispatched=True, title="Klar")
    DispatchFactory(recommendation=decided, principal=umea, approved=True)
    RecommendationFactory(collaboration=here, title="Kvar")

    page = read(f"{BOARD}?lage={state}")

    assert {title for title in ("Ute", "Klar", "Kvar") if f">{title}</a>" in page} == titles


def test_a_choice_of_body(here, read):
    body = BodyFactory(collaboration=here, slug="samradet")
    RecommendationFactory(collaboration=here, case__body=body, title="Samrådets")
    RecommendationFactory(collaboration=here, title="Någon annans")

    page = read(f"{BOARD}?organ=samradet")

    assert ">Samrådets</a>" in page
    assert ">Någon annans</a>" not in page


def test_a_principal_that_is_no_more_keeps_its_column_where_it_was_addressed(
    here, read, recommendation
):
    gone = PrincipalFactory(collaboration=here, short_name="Gammelby", period=(None, localdate()))
    assert "Gammelby" not in read(BOARD)

    DispatchFactory(recommendation=recommendation, principal=gone, approved=True)

    assert "Gammelby" in read(BOARD)


def test_just_now_tells_what_is_out_and_who_is_missing(here, read, umea, recommendation):
    DispatchFactory(recommendation=recommendation, principal=umea)
    DispatchFactory(recommendation=recommendation, approved=True)

    page = read(BOARD)

    assert "1 rekommendation är ute för beslut. 1 av 2 beslut är fattade." in page
    assert "Beslut saknas från Umeå." in page


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        (Standing(0, 0, 0, []), "Ingen rekommendation är ute för beslut."),
        (
            Standing(3, 26, 48, [("Malå", 1), ("Sorsele", 2)]),
            "3 rekommendationer är ute för beslut. 26 av 48 beslut är fattade. "
            "Beslut saknas från Malå och Sorsele.",
        ),
        (
            Standing(2, 5, 12, [(name, 1) for name in "ABCDE"] + [("F", 2)]),
            "2 rekommendationer är ute för beslut. 5 av 12 beslut är fattade. "
            "Beslut saknas från 6 huvudmän, flest från F (2).",
        ),
        (
            Standing(201, 9, 200, [("A", 191)]),
            "Fler än 200 rekommendationer är ute för beslut. 9 av 200 beslut är fattade "
            "i de 200 senaste. Beslut saknas från A.",
        ),
    ],
)
def test_just_now_in_words(standing, said):
    assert just_now(standing) == said
