"""What can be chosen of the board besides principal, body and state; all of it in the address."""

from datetime import date

import pytest

from samverkan.public.queries.board import span_of, words_of
from tests.factories import RecommendationFactory

BOARD = "/lanet/beslutslaget/"


def titles(page):
    return {one for one in ("Hjälpmedel i skolan", "Utskrivning") if f">{one}</a>" in page}


@pytest.fixture
def two(here):
    RecommendationFactory(
        collaboration=here,
        title="Hjälpmedel i skolan",
        agreed_on=date(2025, 5, 1),
        case__scope="assistive_devices",
        case__target_groups=["children"],
    )
    RecommendationFactory(
        collaboration=here,
        title="Utskrivning",
        agreed_on=date(2022, 12, 31),
        case__scope="adjoining_health",
    )


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("ar=2025", {"Hjälpmedel i skolan"}),
        ("ar=2022", {"Utskrivning"}),
        ("ar=2023-2026", {"Hjälpmedel i skolan"}),
        ("ar=2019-2022", {"Utskrivning"}),
        ("ar=1750", {"Hjälpmedel i skolan", "Utskrivning"}),
        ("amne=hjalpmedel", {"Hjälpmedel i skolan"}),
        ("amne=barn-och-unga", {"Hjälpmedel i skolan"}),
        ("amne=aldre", set()),
        ("ord=hjälp", {"Hjälpmedel i skolan"}),
        ("ord=SKOL+hjälpmedel", {"Hjälpmedel i skolan"}),
        ("ord=skola+utskrivning", set()),
        ("ord=%26+%7C+%21+%3A*", {"Hjälpmedel i skolan", "Utskrivning"}),
        ("ord=%00'%5C%22", {"Hjälpmedel i skolan", "Utskrivning"}),
        ("ar=2025&ord=utskrivning", set()),
    ],
)
def test_a_choice_leaves_what_it_says(two, read, query, found):
    assert titles(read(f"{BOARD}?{query}")) == found


def test_what_is_chosen_is_carried_to_the_files_and_can_be_cleared(two, read):
    page = read(f"{BOARD}?amne=hjalpmedel&ord=hj%C3%A4lp&hittepa=1")

    for ending in ("csv", "xlsx", "json"):
        assert f'/lanet/beslutslaget.{ending}?amne=hjalpmedel&amp;ord=hj%C3%A4lp"' in page
    assert '<a href="?alla=">Rensa</a>' in page


def test_nothing_chosen_has_nothing_to_clear(two, read):
    assert ">Rensa<" not in read(BOARD)


@pytest.mark.parametrize(("text", "span"), [("2025", (2025, 2025)), ("2023-2026", (2023, 2026))])
def test_years_are_one_or_a_term(text, span):
    assert span_of(text) == span


def test_only_so_many_words_are_looked_for():
    assert words_of("a b c d e f") == ["a", "b", "c", "d", "e"]
