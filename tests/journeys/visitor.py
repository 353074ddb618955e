"""What anybody reads on the common site, without an account."""

import csv
import io
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.journeys.member import TITLE


def opens_the_board(page: Page) -> None:
    """Come from the first page to the board."""
    page.goto("/")
    page.get_by_role("link", name="Beslutsläget").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vem har beslutat vad?")


def reads_answers(page: Page, answers: dict[str, str]) -> None:
    """Read each principal's word in the column under its name."""
    columns = page.get_by_role("columnheader").all_inner_texts()
    cells = page.get_by_role("row").filter(has_text=TITLE).get_by_role("cell")
    expect(cells).to_have_count(len(columns) - 1)
    words = dict(zip(columns[1:], cells.all_inner_texts(), strict=True))

    assert {name: words[name].replace("\n", " ") for name in answers} == answers
    assert sum(word.startswith("Expedierad") for word in words.values()) == 16 - len(answers)


def takes_home_the_extract(page: Page, word: str) -> bytes:
    """Fetch what one word of the board leads to, with nothing in between."""
    row = page.get_by_role("row").filter(has_text=TITLE)
    address = row.get_by_role("link", name=word).get_attribute("href")
    return page.request.get(address).body()


def takes_home_the_table(page: Page) -> list[dict[str, str]]:
    """Fetch the board as rows for a spreadsheet."""
    with page.expect_download() as download:
        page.get_by_role("link", name="CSV").click()
    text = Path(download.value.path()).read_text(encoding="utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


def reads_the_way_of_the_question(page: Page, *passages: str) -> None:
    """Go by the board to the recommendation and its case, and read what has happened."""
    page.get_by_role("row").filter(has_text=TITLE).get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(TITLE)
    for passage in passages:
        expect(page.get_by_role("main")).to_contain_text(passage)
    page.get_by_role("link", name=TITLE).click()
    expect(page.get_by_role("heading", name="Ärendets väg")).to_be_visible()
