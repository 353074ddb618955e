"""A principal's own list of numbers, and the pages on a phone."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from playwright.sync_api import expect

from samverkan.dispatches.models import Answer
from tests.www.conftest import text


def listed(*rows):
    data = "\n".join(["Rekommendation;Diarienummer", *rows]).encode()
    return SimpleUploadedFile("lista.csv", data)


@pytest.mark.rule("R316")
def test_a_registrar_reads_its_own_list_in(mala, numbers, sent):
    file = listed(f"{numbers[0]};KS 1", f"{numbers[1]};KS 2")
    page = mala.post("numbers", do="check", file=file)
    assert "Läs in 2 nummer" in text(page)
    assert not Answer.objects.exists()

    done = mala.post("numbers", do="import", rows=page.context["found"].rows)

    assert done.status_code == 303
    assert "2 diarienummer är inlästa." in text(mala.get())
    assert Answer.objects.count() == 2


def test_what_is_wrong_stands_at_its_cell(mala, numbers):
    answer = mala.post("numbers", do="check", file=listed("r1999-01;KS 1"))

    assert answer.status_code == 422
    assert "A2" in text(answer)


def test_a_number_that_was_taken_meanwhile_stops_the_whole_list(mala, numbers, sent):
    file = listed(f"{numbers[0]};KS 1", f"{numbers[1]};KS 2")
    rows = mala.post("numbers", do="check", file=file).context["found"].rows
    mala.post(**{f"nummer-{numbers[0]}": "KS 9"})

    answer = mala.post("numbers", do="import", rows=rows)

    assert answer.status_code == 409
    assert "har redan diarienumret KS 9" in text(answer)
    assert Answer.objects.count() == 1


def test_no_file_and_no_list(mala):
    assert "Välj filen med diarienummer." in text(mala.post("numbers", do="check"))
    sent = SimpleUploadedFile("lista.csv", b"hej")
    assert "Filen saknar en rad med rubrikerna" in text(mala.post("numbers", do="check", file=sent))


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_template_is_there_to_fetch(mala, ending):
    assert mala.get("numbers_template", ending).status_code == 200
    assert mala.get("numbers_template", "exe").status_code == 404


@pytest.mark.browser
@pytest.mark.rule("R316")
def test_on_a_phone_without_javascript(mala, live_server, browser, numbers, sent):
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, java_script_enabled=False, locale="sv-SE"
    )
    page = context.new_page()
    page.goto(f"{live_server.url}{mala.url()}")
    page.get_by_label("Ert diarienummer").first.fill("KS 2026/17")
    page.get_by_label("Ert diarienummer").last.fill("KS 2026/17")
    page.get_by_role("button", name="Spara diarienummer").click()
    expect(page.get_by_role("alert")).to_contain_text("är redan lämnat för rekommendation")
    assert page.locator("html").bounding_box()["width"] <= 360

    page.get_by_label("Ert diarienummer").fill("KS 2026/18")
    page.get_by_role("button", name="Spara diarienummer").click()
    expect(page.get_by_text("Ett diarienummer är sparat.")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("button", name="Hämta paketet").first.click()
    assert download.value.suggested_filename.endswith("-mala.zip")
    page.get_by_role("link", name="Mottagningsbevis").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Mottagningsbevis")
    assert page.locator("html").bounding_box()["width"] <= 360
    context.close()
