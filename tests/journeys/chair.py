"""What the chair does at the screen: approves the minutes."""

from playwright.sync_api import Page, expect


def agrees_on_the_agenda(page: Page, meeting: str) -> None:
    """Read the agenda of a meeting, and stand behind it."""
    page.goto(meeting)
    page.get_by_role("link", name="Ställ dig bakom dagordningen").first.click()
    page.get_by_role("main").get_by_role("button").first.click()
    expect(page.get_by_role("status")).to_be_visible()


def approves_the_minutes(page: Page) -> None:
    """Read the minutes that wait, and approve them as the one who led the meeting."""
    page.get_by_role("link", name="Arbeta").first.click()
    page.get_by_role("link", name="Läs och justera").click()
    expect(page.get_by_role("main")).to_contain_text("att följa upp den varje år")
    page.get_by_role("button", name="Justera").click()
    expect(page.get_by_role("status")).to_have_text("Anteckningarna är justerade.")
