"""Everybody in a journey has a browser of their own, on the same site."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.county import COORDINATOR, PASSWORD, County, seated_county, told_county

Open = Callable[..., Page]
SECOND = 1000


@pytest.fixture(autouse=True)
def patience():
    expect.set_options(timeout=15 * SECOND)


@pytest.fixture
def site(live_server, settings) -> str:
    settings.SITE_ADDRESS = live_server.url
    return live_server.url


@pytest.fixture
def seated(site) -> County:
    return seated_county(site)


@pytest.fixture
def told(site) -> County:
    return told_county(site)


@pytest.fixture
def open_browser(new_context, site) -> Open:
    """Return how somebody opens a browser that nobody else has used."""

    def opened(**options: object) -> Page:
        context = new_context(**{"base_url": site, "locale": "sv-SE", **options})
        context.set_default_timeout(20 * SECOND)
        return context.new_page()

    return opened


def sign_in(page: Page, email: str = COORDINATOR) -> Page:
    """Sign in the way a person does: from the first page, by the link in its head."""
    page.goto("/")
    page.get_by_role("link", name="Logga in").click()
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("button", name="Logga in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Att göra")
    return page
