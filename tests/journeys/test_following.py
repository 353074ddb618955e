"""The board of a whole country, and following it without an account, as people meet them."""

from io import BytesIO

import pikepdf
import pytest
from playwright.sync_api import expect

from samverkan.dispatches.models import Subscription
from samverkan.journal.tokens import token_of
from tests.factories import CollaborationFactory
from tests.journeys.conftest import sign_in
from tests.journeys.county import County
from tests.journeys.looking import NARROW, WIDE, Look
from tests.journeys.test_print import A3_LANDSCAPE, in_mm
from tests.public.test_board_groups import national

pytestmark = pytest.mark.browser

BOARD = "/landet/beslutslaget/"
DESK = "/vasterbotten/arbeta/"


@pytest.fixture
def country(site):
    """Make a country of 311 principals and a recommendation to them all."""
    here = CollaborationFactory(slug="landet", name="Samverkan i landet")
    return national(here)


@pytest.fixture
def look(open_browser, country, site) -> Look:
    return Look(open_browser(), County(country.collaboration, site))


@pytest.mark.rule("R154")
def test_311_principals_can_be_read_on_a_phone_and_at_a_desk(look, country):
    for query in ("", f"?oppna={country.number}", "?grupp=lan-24", "?grupp=kommunerna&sedan=vecka"):
        look.at(f"{BOARD}{query}")

    assert look.wrong == []
    look.page.set_viewport_size(WIDE)
    look.page.goto(BOARD)
    assert look.page.evaluate("document.documentElement.scrollWidth") == WIDE["width"]


def test_the_names_of_a_county_are_two_presses_away(look):
    page = look.page
    page.set_viewport_size(NARROW)
    page.goto(BOARD)
    cards = page.locator(".sv-board-cards")
    with page.expect_navigation():
        cards.get_by_role("link", name="Visa namnen").click()
    expect(cards.get_by_role("link", name="Dölj namnen")).to_be_visible()
    with page.expect_navigation():
        cards.get_by_role("link", name="Västerbottens län").click()
    expect(cards.get_by_role("link", name="Visa namnen")).to_have_count(0)

    page.set_viewport_size(WIDE)
    expect(page.get_by_role("columnheader")).to_have_count(1 + 14)


def test_groups_are_printed_lying_with_what_says_from_where(look):
    page = look.page
    page.goto(BOARD)
    printed = pikepdf.open(BytesIO(page.pdf(prefer_css_page_size=True)))
    page.emulate_media(media="print")

    assert {tuple(in_mm(one)) for one in printed.pages} == {tuple(A3_LANDSCAPE)}
    expect(page.locator(".sv-on-paper")).to_contain_text(f"{BOARD}")
    expect(page.locator(".sv-on-paper")).to_be_visible()
    expect(page.locator(".sv-key")).to_be_visible()
    expect(page.locator(".sv-filter")).to_be_hidden()
    heads = page.locator(".sv-board__table thead")
    assert heads.evaluate("one => getComputedStyle(one).display") == "table-header-group"


@pytest.mark.rule("R158")
def test_somebody_follows_changes_and_stops_without_an_account(look, country):
    page = look.page
    look.at("/landet/bevaka/")
    page.get_by_label("E-postadress").fill("lasare@example.invalid")
    look.after("Skicka bekräftelse", "asked for")
    link = f"/l/bevaka/{token_of(Subscription.objects.get().key)}/"
    look.at(link)
    look.after("Ja, jag vill ha mejlen", "confirmed")
    expect(page.get_by_role("heading", level=1)).to_have_text("Din bevakning")
    page.get_by_label("Vid varje nyhet").check()
    look.after("Spara ändringen", "changed")
    expect(page.get_by_text("Bevakningen är ändrad.")).to_be_visible()
    look.at(f"{link}avsluta/")
    look.after("Avsluta bevakningen", "ended")
    expect(page.get_by_role("heading", level=1)).to_have_text("Bevakningen är avslutad")

    assert look.wrong == []
    assert Subscription.objects.get().email == ""


def test_a_form_with_nothing_in_it_says_what_is_missing(look):
    look.page.goto("/landet/bevaka/")
    look.after("Skicka bekräftelse", "nothing typed", status=422)

    assert look.wrong == []


def test_the_small_board_stands_in_a_page_of_its_own_and_in_a_frame(look):
    look.at(f"{BOARD}badda-in/")
    look.at(f"{BOARD}badda-in/kod/")
    frame = look.page.frame_locator("iframe.sv-preview")
    expect(frame.get_by_role("heading", level=1)).to_have_text("Beslutsläget")

    assert look.wrong == []


def test_a_coordinator_keeps_views(open_browser, told):
    look = Look(open_browser(), told, each=1)
    sign_in(look.page)
    look.around(f"{DESK}bevaka/", within=[f"{DESK}bevaka/"])
    look.at("/vasterbotten/beslutslaget/?sedan=senast")
    for page in ("bevaka/", "amnen/", "amnen/hjalpmedel/", "om/data/", "om/personuppgifter/"):
        look.at(f"/vasterbotten/{page}")

    assert look.wrong == []
    own = {"watching", "save_view", "change_view", "remove_view", "mark_board_seen"}
    assert {f"www:{name}" for name in own} <= look.seen
