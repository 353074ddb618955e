"""What the chair does at the screen: approves the minutes."""

from playwright.sync_api import Page, expect


def approves_the_minutes(page: Page) -> None:
    """Read the minutes that wait, and approve them as the one who led the meeting."""
    page.get_by_role("link", name="Läs och justera").click()
    expect(page.get_by_role("main")).to_contain_text("att följa upp den varje år")
    page.get_by_role("button", name="Justera").click()
    expect(page.get_by_role("status")).to_have_text("Anteckningarna är justerade.")
