import pytest
from django.utils.timezone import localtime
from playwright.sync_api import expect

from samverkan.dispatches.actions import register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.rules import Told
from samverkan.journal.actors import Actor
from tests.documents.files import pdf

pytestmark = pytest.mark.browser


@pytest.fixture
def address(live_server, token):
    return f"{live_server.url}/l/{token}/"


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "utdrag.pdf"
    path.write_bytes(pdf())
    return str(path)


@pytest.fixture
def plain(browser):
    """A phone without JavaScript."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="sv-SE"
    )
    yield context.new_page()
    context.close()


def fits(page):
    return page.locator("html").bounding_box()["width"] <= 360


@pytest.mark.rule("R152")
def test_from_link_to_decision_without_javascript(address, plain, file, dispatch, dispatched_on):
    plain.goto(address)
    plain.get_by_label("Diarienummer").fill("SN 2026/7")
    plain.get_by_role("button", name="Bekräfta mottagande").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Mottagandet är registrerat")

    plain.get_by_role("link", name="Till rekommendationen och nästa steg").click()
    plain.get_by_role("link", name="Registrera beslut").click()
    plain.get_by_role("button", name="Registrera beslut").click()
    expect(plain.get_by_role("alert")).to_contain_text("Välj bifall eller avslag.")
    assert plain.title().startswith("Fel: ")
    assert fits(plain)

    plain.get_by_label("Avslag").check()
    plain.get_by_label("Beslutsdag").fill(dispatched_on.isoformat())
    plain.get_by_label("Paragraf").fill("§ 31")
    plain.get_by_label("Protokollsutdrag").set_input_files(file)
    plain.get_by_role("button", name="Registrera beslut").click()
    expect(plain.get_by_role("heading", level=1)).to_have_text("Beslutet är registrerat")
    assert fits(plain)

    dispatch.refresh_from_db()
    assert (dispatch.state, dispatch.reference_number) == ("rejected", "SN 2026/7")


def test_someone_else_answers_while_i_write(address, page, dispatch):
    page.goto(address)
    page.get_by_label("Diarienummer").fill("SN 2026/7")
    told = Told(AnswerKind.RECEIVED, reference_number="ANNAT 5")
    register_answer(dispatch.pk, told, seen=0, by=Actor("R"), now=localtime())

    page.get_by_role("button", name="Bekräfta mottagande").click()
    expect(page.locator("#steg")).to_contain_text("diarienummer ANNAT 5")
    expect(page.get_by_label("Diarienummer")).to_have_value("SN 2026/7")

    page.get_by_role("button", name="Bekräfta mottagande").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mottagandet är registrerat")


def test_the_address_of_the_link_is_told_to_no_other_page(address, page):
    page.goto(address)
    with page.expect_request("**/om/kontakt/") as asked:
        page.get_by_role("link", name="Kontakt").click()

    assert "/l/" not in asked.value.headers.get("referer", "")
