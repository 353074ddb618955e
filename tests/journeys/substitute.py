"""What a substitute does with the link in an e-mail, on a phone and without an account."""

import re

from django.core.mail import EmailMessage
from playwright.sync_api import Page, expect

LINK = re.compile(r"^https?://\S+/l/mote/\S+$", re.MULTILINE)


def opens_the_link(page: Page, letters: list[EmailMessage], address: str) -> None:
    """Find the letter that asks for a substitute, and follow its link."""
    letter = next(
        one
        for one in letters
        if one.to == [address] and one.subject.startswith("Du behövs som ersättare")
    )
    page.goto(LINK.search(letter.body)[0])


def reads_for_whom_and_about_what(page: Page, absent: str, *headings: str) -> None:
    """See for whom one is called, and the agenda."""
    main = page.get_by_role("main")
    expect(main).to_contain_text(f"Du kallas som ersättare i stället för {absent}.")
    for heading in headings:
        expect(main.get_by_role("listitem").filter(has_text=heading).first).to_be_visible()


def answers(page: Page, reply: str, said: str) -> None:
    """Answer, and read the receipt."""
    page.get_by_label(reply).check()
    page.get_by_role("button", name="Skicka svaret").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Tack, ditt svar är antecknat")
    expect(page.get_by_role("main")).to_contain_text(said)


def goes_back(page: Page) -> None:
    """Go back from the receipt to the agenda."""
    page.get_by_role("link", name="Läs dagordningen").click()
