"""Newer and older, by where a page ended."""

from datetime import date

import pytest
from django.http import QueryDict

from samverkan.dispatches.models import Recommendation
from samverkan.public.paging import Order, batches, page_of
from tests.factories import BodyFactory, CaseFactory, RecommendationFactory

ORDER = Order("agreed_on", "number")


@pytest.fixture
def found(here):
    body = BodyFactory(collaboration=here)
    for number, day in enumerate([1, 2, 2, 2, 3], start=1):
        case = CaseFactory(collaboration=here, body=body, recommended=True)
        RecommendationFactory(
            collaboration=here, case=case, number=f"r{number}", agreed_on=date(2026, 3, day)
        )
    return Recommendation.objects.values("agreed_on", "number")


def numbers(page):
    return [row["number"] for row in page.rows]


def test_a_list_is_walked_to_its_end_and_back(found):
    first = page_of(found, ORDER, QueryDict(), size=2)
    second = page_of(found, ORDER, QueryDict(first.older_url[1:]), size=2)
    third = page_of(found, ORDER, QueryDict(second.older_url[1:]), size=2)
    back = page_of(found, ORDER, QueryDict(third.newer_url[1:]), size=2)
    begin = page_of(found, ORDER, QueryDict(back.newer_url[1:]), size=2)

    assert [numbers(page) for page in (first, second, third)] == [
        ["r5", "r4"],
        ["r3", "r2"],
        ["r1"],
    ]
    assert (first.newer_url, third.older_url) == ("", "")
    assert numbers(back) == ["r3", "r2"]
    assert numbers(begin) == ["r5", "r4"]
    assert begin.newer_url == ""


@pytest.mark.parametrize(
    "place", ["", "x", "_", "2026-03-02", "2026-13-02_r1", "'; DROP TABLE_r1", "2026-03-02_\0"]
)
def test_a_place_that_cannot_be_read_gives_the_first_page(found, place):
    query = QueryDict(mutable=True)
    query["efter"] = place

    assert numbers(page_of(found, ORDER, query, size=2)) == ["r5", "r4"]


def test_the_choice_goes_along(found):
    page = page_of(found, ORDER, QueryDict("organ=a%26b&efter=2026-03-03_r5"), size=1)

    assert page.older_url == "?organ=a%26b&efter=2026-03-02_r4"
    assert page.newer_url == "?organ=a%26b&fore=2026-03-02_r4"


def test_moments_must_say_where_in_the_world_they_are():
    order = Order("raised_at", "number", moments=True)

    assert order.place("2026-03-02T09:00:00_x") is None
    assert order.place("2026-03-02T09:00:00+00:00_x") is not None


def test_a_whole_list_comes_some_rows_at_a_time(found):
    assert [[row["number"] for row in some] for some in batches(found, ORDER, 2)] == [
        ["r5", "r4"],
        ["r3", "r2"],
        ["r1"],
    ]
