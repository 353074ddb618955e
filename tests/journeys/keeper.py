"""What a coordinator does to keep the structure right, each with its review before it is made."""

import csv
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.county import County

SECTIONS = {
    "Uppdrag": "Rådet verkar för en samordnad hjälpmedelsprocess.",
    "Mandat": "Rådet bereder och föreslår.",
    "Mål": "- Rätt hjälpmedel i rätt tid.",
    "Funktioner som ingår": "Hjälpmedelsansvariga hos huvudmännen.",
    "Hur de utses": "Av respektive huvudman, för två år.",
    "Återkoppling": "Vid varje möte.",
    "Rapportering": "En gång om året.",
    "Uppföljning": "Mot målen, i december.",
}


def opens_the_body(page: Page, name: str) -> None:
    """Go by the menu to the body's page among those where the structure is kept."""
    page.get_by_role("link", name="Arbeta").first.click()
    ways = page.get_by_role("navigation", name="Arbeta")
    ways.get_by_role("link", name="Struktur").click()
    page.get_by_role("main").get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def fills_the_vacant_seat(page: Page, person: str) -> None:
    """Appoint somebody new to the seat that the page itself points at."""
    page.get_by_role("main").get_by_role("link", name="Utse", exact=True).first.click()
    page.get_by_label("Namn", exact=True).fill(person)
    page.get_by_text("Personen finns inte i listan").click()
    page.get_by_label("Lägg in som ny person").check()
    reviews(page)
    expect(page.get_by_role("main")).to_contain_text("är inte längre vakant")
    carries_out(page)
    expect(page.get_by_role("main")).to_contain_text(person)


def replaces(page: Page, former: str, heir: str, first: str) -> None:
    """Let somebody new take over a seat from a day."""
    page.get_by_role("link", name=f"Ersätt {former}", exact=True).click()
    page.get_by_label("Namn", exact=True).fill(heir)
    page.get_by_text("Personen finns inte i listan").click()
    page.get_by_label("Lägg in som ny person").check()
    page.get_by_label("Första dag").fill(first)
    reviews(page)
    said = page.get_by_role("main")
    expect(said).to_contain_text(f"{former} sitter inte längre i")
    expect(said).to_contain_text(f"{heir} sitter i")
    carries_out(page)


def extends_the_chair(page: Page, last: str, decided: str, *, unanimous: bool) -> None:
    """Ask for a longer term for the chair, and look at what it would lead to."""
    page.get_by_role("link", name="Förläng").first.click()
    page.get_by_label("Ny sista dag").fill(last)
    page.get_by_label("Beslutet togs").fill(decided)
    page.get_by_label("Skäl", exact=True).fill("Uppföljningen ska slutföras.")
    if unanimous:
        page.get_by_label("Beslutet var enhälligt").check()
    page.get_by_role("button", name="Granska").click()


def writes_an_assignment(page: Page, body: str) -> None:
    """Start a body's assignment and write every section that it ought to have."""
    page.get_by_role("link", name="Arbeta").first.click()
    page.get_by_role("navigation", name="Arbeta").get_by_role("link", name="Struktur").click()
    page.get_by_role("main").get_by_role("link", name="Styrdokument", exact=True).click()
    page.get_by_role("link", name="Påbörja ett styrdokument").first.click()
    page.get_by_label("För vem").select_option(label=body)
    page.get_by_label("Uppdragsbeskrivning").check()
    page.get_by_role("button", name="Påbörja").click()
    for label, text in SECTIONS.items():
        page.get_by_role("textbox", name=label, exact=True).fill(text)
    page.get_by_role("button", name="Spara utkastet").click()


def notes_that_it_is_adopted(page: Page, county: County) -> None:
    """Note that the body above has adopted it, by a source since it met elsewhere."""
    page.get_by_role("link", name="Anteckna att den är antagen").first.click()
    page.get_by_label("Mötet finns inte här").check()
    page.get_by_label("Antagen den").fill(county.day(-1))
    page.get_by_role("textbox", name="Källa").fill("Gruppens anteckningar")
    page.get_by_role("button", name="Anteckna som antagen").click()


def sends_a_roster(page: Page, path: Path) -> None:
    """Send a list of who sits where, and see what is found in it."""
    page.get_by_role("link", name="Arbeta").first.click()
    page.get_by_role("navigation", name="Arbeta").get_by_role("link", name="Struktur").click()
    page.get_by_role("main").get_by_role("link", name="Förteckningar", exact=True).click()
    page.get_by_label("Förteckningen").set_input_files(path)
    page.get_by_role("button", name="Kontrollera").click()


def reviews(page: Page) -> None:
    """Look at what the change would lead to, while nothing is changed."""
    page.get_by_role("button", name="Granska").click()
    expect(page.get_by_role("main")).to_contain_text("Ingenting är ändrat ännu.")


def carries_out(page: Page) -> None:
    """Make the change as it was reviewed."""
    page.get_by_role("button", name="Genomför").click()
    expect(page.get_by_role("status")).to_be_visible()


def roster(path: Path, *rows: list[str]) -> Path:
    """Write a sheet as a registrar would, with the headings in an order of her own."""
    with path.open("w", encoding="cp1252", newline="") as sheet:
        writer = csv.writer(sheet, delimiter=";")
        writer.writerow(["Organ", "Namn", "Kommun", "Fr.o.m.", "Uppdrag", "Nämnd"])
        writer.writerows(rows)
    return path
