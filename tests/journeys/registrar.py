"""What a principal's registrar does with the link in an e-mail, without an account."""

import re
from pathlib import Path

from django.core.mail import EmailMessage
from playwright.sync_api import Page, expect

from tests.journeys.county import County
from tests.journeys.member import TITLE

LINK = re.compile(r"^https?://\S+/l/\S+$", re.MULTILINE)


def opens_the_link(page: Page, letters: list[EmailMessage], principal: str) -> None:
    """Find the letter about the question in the registrar's box, and follow its link."""
    letter = next(
        one
        for one in letters
        if one.to == [f"registrator@{principal}.example"] and one.subject.startswith(TITLE)
    )
    page.goto(LINK.search(letter.body)[0])
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)


def confirms_reception(page: Page, number: str) -> None:
    """Say that the letter has come, and under which number it is registered."""
    page.get_by_label("Diarienummer").fill(number)
    page.get_by_role("button", name="Bekräfta mottagande").click()
    _reads_receipt(page, "Mottagandet är registrerat")


def plans(page: Page, on: str) -> None:
    """Say which day the matter is taken up."""
    page.get_by_label("Mötesdag").fill(on)
    page.get_by_role("button", name="Spara planerat möte").click()
    _reads_receipt(page, "Det planerade mötet är registrerat")


def decides(page: Page, word: str, county: County, extract: Path, paragraph: str = "§ 31") -> None:
    """Register the decision with the minutes extract."""
    if not page.get_by_role("button", name="Registrera beslut").is_visible():
        page.get_by_role("link", name="Registrera beslut").click()
    page.get_by_label(word).check()
    page.get_by_label("Beslutande organ").fill("Socialnämnden")
    page.get_by_label("Beslutsdag").fill(county.day(0))
    page.get_by_label("Paragraf").fill(paragraph)
    page.get_by_label("Protokollsutdrag").set_input_files(extract)
    page.get_by_role("button", name="Registrera beslut").click()
    _reads_receipt(page, "Beslutet är registrerat")


def corrects(page: Page, paragraph: str, reason: str) -> None:
    """Put right what was registered; the earlier answer stays to be read."""
    page.get_by_role("link", name="Rätta det senaste svaret").click()
    page.get_by_label("Paragraf").fill(paragraph)
    page.get_by_label("Skäl").fill(reason)
    page.get_by_role("button", name="Spara rättelsen").click()
    _reads_receipt(page, "Rättelsen är registrerad")
    expect(page.get_by_role("main")).to_contain_text(reason)


def _reads_receipt(page: Page, heading: str) -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(heading)
    page.get_by_role("link", name="Till rekommendationen").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
