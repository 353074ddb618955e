"""What a member of a body does at the screen: raises a question."""

from playwright.sync_api import Page, expect

TITLE = "Gemensam rutin för läkemedelsgenomgångar i hemmet"


def raises_the_question(page: Page) -> None:
    """Raise a question with what the member knows of it."""
    page.get_by_role("link", name="Väck en fråga").click()
    page.get_by_label("Rubrik").fill(TITLE)
    page.get_by_label("Fråga", exact=True).fill("Ska huvudmännen följa en gemensam rutin?")
    page.get_by_text("Sammanfattning och värde").click()
    page.get_by_label("Värde för invånaren").fill("Den som har många läkemedel får rätt läkemedel.")
    page.get_by_text("Vilka det gäller").click()
    page.get_by_role("checkbox", name="Äldre").check()
    page.get_by_label("Ansvarig ledning").fill("Socialchefen i Malå")
    page.get_by_role("button", name="Väck frågan").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    expect(page.get_by_role("status")).to_contain_text("är väckt i Länssamverkansgruppen")


def sees_her_question_at(page: Page, stage: str) -> None:
    """Read at the desk how far the question has come."""
    page.get_by_role("link", name="Arbeta").first.click()
    page.get_by_role("link", name=TITLE).click()
    expect(page.locator('[aria-current="step"]')).to_have_text(stage)
