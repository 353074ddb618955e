"""What a function in a principal's line does: by the link in an e-mail, or signed in."""

import re

from django.core.mail import EmailMessage
from playwright.sync_api import Page, expect

LINK = re.compile(r"^https?://\S+/l/verkstall/\S+$", re.MULTILINE)


def opens_the_link(page: Page, letters: list[EmailMessage], to: str, title: str) -> None:
    """Find the letter about what is to be carried out, and follow its link."""
    letter = next(one for one in letters if one.to == [to] and title in one.subject)
    page.goto(LINK.search(letter.body)[0])
    expect(page.get_by_role("heading", level=1)).to_have_text(title)


def puts_it_off(page: Page, on: str, reason: str) -> None:
    """Say that it is not done, why, and which day it will be."""
    page.get_by_role("link", name="Inte klart, ny dag").click()
    page.get_by_label("Ny dag", exact=True).fill(on)
    page.get_by_label("Skäl").fill(reason)
    page.get_by_role("button", name="Spara den nya dagen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Det är registrerat")
    page.get_by_role("link", name="Tillbaka till det som ska genomföras").click()


def reports_done(page: Page, line: str, file: str | None = None) -> None:
    """Say with a line what is done, with a file if there is one."""
    page.get_by_label("Vad som är gjort").fill(line)
    if file:
        page.get_by_label("Fil").set_input_files(file)
    page.get_by_role("button", name="Rapportera klart").click()
