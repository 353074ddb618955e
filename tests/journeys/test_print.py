"""The board on paper: sixteen principals and a whole page of recommendations on A3."""

from datetime import timedelta
from io import BytesIO

import pikepdf
import pytest

from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import Dispatch
from samverkan.public.paging import SIZE
from tests.factories import BodyFactory, MissionFactory, agreed_recommendation

pytestmark = pytest.mark.browser

POINTS_PER_MM = 72 / 25.4
A3_LANDSCAPE = [420, 297]


@pytest.mark.rule("R154")
def test_a_full_board_is_printed_on_two_a3_pages_at_most(open_browser, seated):
    fill_the_board(seated)
    page = open_browser()
    page.goto("/vasterbotten/beslutslaget/")
    printed = pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True)))

    assert page.get_by_role("rowheader").count() == SIZE
    assert len(printed.pages) <= 2
    assert all(in_mm(one) == A3_LANDSCAPE for one in printed.pages)


def fill_the_board(county) -> None:
    """Put as many recommendations on the board as it shows at a time, all of them answered."""
    here = county.collaboration
    body = BodyFactory(collaboration=here, name="Länssamverkansgruppens föregångare")
    MissionFactory(body=body, principal=here.principals.first())
    for number in range(SIZE):
        on = county.today - timedelta(days=SIZE - number)
        title = f"Gemensam rutin {number + 1} för samordnad utskrivning från sluten vård"
        agreed_recommendation(here, title=title, body=body, on=on, dispatched=True)
    Dispatch.objects.update(
        state=DispatchState.APPROVED,
        decided_on=county.today,
        deciding_body="Socialnämnden",
        paragraph="§ 31",
        answers_count=1,
    )


def in_mm(page: pikepdf.Page) -> list[int]:
    left, bottom, right, top = (float(edge) for edge in page.mediabox)
    return [round((right - left) / POINTS_PER_MM), round((top - bottom) / POINTS_PER_MM)]


@pytest.mark.rule("R019")
def test_each_picture_of_the_structure_lies_on_one_a4_page(open_browser, seated):
    page = open_browser()
    page.goto("/vasterbotten/struktur/bild/")
    printed = pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True)))

    assert [in_mm(one) for one in printed.pages[:2]] == [[297, 210]] * 2
