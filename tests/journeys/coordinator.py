"""What a coordinator does at the screen, from a raised question to a dispatched recommendation."""

import re
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.county import County
from tests.journeys.member import TITLE

CLAUSES = (
    "att införa rutinen för läkemedelsgenomgångar enligt Bilaga 1, samt\n"
    "att följa upp den varje år."
)
ABSENT, STEPS_IN = re.compile(r", ordinarie$"), re.compile(r", ersättare$")


def documents_and_prepares(page: Page) -> None:
    """Fill in what is missing, let the working committee rank the case and call it prepared."""
    page.get_by_role("link", name="Arbeta").first.click()
    page.get_by_role("link", name=TITLE).first.click()
    page.get_by_role("link", name="Skriv i ärendet").first.click()
    page.get_by_label("Sammanfattning").fill("Den som har många läkemedel får rätt läkemedel.")
    page.get_by_label("Bakgrund").fill("I dag gör huvudmännen på olika sätt.")
    page.get_by_label("Värde för verksamheterna").fill("Färre inläggningar och färre samtal.")
    page.get_by_label("Kommunernas hälso- och sjukvård").check()
    page.get_by_label("Berörda sakkunniga").fill("Nätverket för MAS")
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Prioritera").click()
    page.get_by_label("Först").check()
    page.get_by_role("button", name="Spara").click()
    page.get_by_role("link", name="Bered ärendet").click()
    page.get_by_role("button", name="Markera som berett").click()
    expect(page.locator('[aria-current="step"]')).to_have_text("Berett")


def plans_a_meeting(page: Page, on: str) -> None:
    """Plan a meeting of LSG."""
    page.get_by_role("link", name="Arbeta").first.click()
    page.get_by_role("navigation", name="Arbeta").get_by_role("link", name="Möten").click()
    page.get_by_role("link", name="Planera ett möte").click()
    page.get_by_label("Organ").select_option(label="Länssamverkansgruppen")
    page.get_by_label("Dag", exact=True).fill(on)
    page.locator("[name=starts_at]").fill("09:30")
    page.get_by_label("Plats").fill("Digitalt möte")
    page.get_by_role("button", name="Planera mötet").click()
    expect(page.get_by_role("status")).to_contain_text("är planerat")


def places_the_case(page: Page) -> str:
    """Put the case on the agenda of the meeting in sight, and return where the meeting is."""
    page.get_by_role("link", name="Ta upp ett ärende").first.click()
    page.get_by_label(TITLE).check()
    page.get_by_role("button", name="Ta upp ärendet").click()
    expect(page.get_by_role("status")).to_contain_text("står på dagordningen")
    return page.url


def calls(page: Page) -> None:
    """Send the summons of the meeting in sight, which its committee has agreed on."""
    page.reload()
    page.get_by_role("link", name="Sänd kallelsen").first.click()
    page.get_by_role("button", name="Sänd kallelsen").click()
    expect(page.get_by_role("status")).to_have_text("Kallelsen är sänd.")


def notes_attendance(page: Page, chair: str) -> str:
    """Note who was there: all ordinary members but one, whose own substitute stood in."""
    page.get_by_role("link", name="Anteckna närvaro").first.click()
    principals = page.get_by_role("main").get_by_role("listitem")
    away = principals.filter(has=page.get_by_label(STEPS_IN)).filter(has_not_text=chair).first
    for seat in page.get_by_label(ABSENT).all():
        seat.select_option(label="Beslutande")
    away.get_by_label(ABSENT).first.select_option(label="Inte med")
    absent = away.locator("label").first.inner_text().removesuffix(", ordinarie")
    away.get_by_label(STEPS_IN).first.select_option(label=f"Beslutande i stället för {absent}")
    page.get_by_label("Mötet leddes av").select_option(label=chair)
    page.get_by_label("Sekreterare").select_option(index=1)
    page.get_by_role("button", name="Spara närvaron").click()
    expect(page.get_by_role("main")).to_contain_text(f"i stället för {absent}")
    return absent


def writes_the_recommendation(page: Page, annex: Path) -> None:
    """Write what the body agreed on, with its clauses and the annex that they name."""
    page.get_by_role("link", name="Skriv utfallet", exact=True).click()
    page.get_by_label("Organet rekommenderar huvudmännen").check()
    page.get_by_label("Anteckning").fill("Ärendet föredrogs. Organet enades.")
    page.get_by_label("Att-satser").fill(CLAUSES)
    page.get_by_text("Bifoga bilagor").click()
    page.get_by_label("Bilaga 1: namn").fill("Bilaga 1")
    page.get_by_label("Bilaga 1: fil").set_input_files(annex)
    page.get_by_role("button", name="Spara utfallet").click()
    expect(page.get_by_role("status")).to_have_text("Utfallet är antecknat.")


def closes_the_meeting(page: Page) -> None:
    """End the meeting, so that its points get their numbers."""
    page.get_by_role("link", name="Avsluta mötet").first.click()
    page.get_by_role("button", name="Avsluta mötet").click()
    expect(page.get_by_role("status")).to_have_text("Mötet är avslutat.")


def dispatches_to_sixteen(page: Page, county: County) -> None:
    """Send the recommendation to every principal, with a day to answer by."""
    page.get_by_role("link", name="Arbeta").first.click()
    page.get_by_role("link", name="Förbered expedieringen").click()
    page.get_by_label("Svar senast").fill(county.day(90))
    page.get_by_role("button", name="Expediera till 16 huvudmän").click()
    expect(page.get_by_role("status")).to_contain_text("är expedierad till alla huvudmän")


def finds_the_way_back_on_the_agenda(page: Page, outcome: str) -> None:
    """See that the meeting in sight reports the outcome back, though nobody has added it."""
    point = page.get_by_role("listitem").filter(has_text=f"Återrapportering: {TITLE}")
    expect(point).to_contain_text(outcome)
