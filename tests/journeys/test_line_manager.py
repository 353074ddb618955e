"""From the extract to what is done: a registrar and two line managers, one on a phone."""

import pytest
from django.core import mail
from django.utils.timezone import localdate
from playwright.sync_api import expect

from samverkan.dispatches.models import ExecutionLink
from samverkan.journal.tasks import send_notices
from samverkan.journal.tokens import token_of
from samverkan.journal.verify import verify
from tests.dispatches.executing import approved_by_mala, manager_of, named
from tests.documents.printed import printed
from tests.factories import PASSWORD, CollaborationFactory
from tests.journeys import manager
from tests.journeys.looking import NARROW, Look
from tests.journeys.test_axe import pages_of

pytestmark = pytest.mark.browser
TO = "socialchef@umea.example.invalid"


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.rule("R022")
@pytest.mark.rule("R152")
@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_the_extract_to_what_is_done_on_a_phone(open_browser, site, tmp_path, script):
    here = CollaborationFactory()
    other = approved_by_mala(here=here)
    dispatch = other.recommendation.dispatches.get(principal__slug="umea")
    title = dispatch.recommendation.title
    paper = tmp_path / "utdrag.pdf"
    paper.write_bytes(
        printed(
            f"Umeå kommun\nSocialnämnden\nSammanträdesdatum {localdate()}\n\n"
            f"§ 17  Dnr SN 2027/9\n{title}\n\nSocialnämnden beslutar att anta rutinen.\n"
        )
    )
    phone = {"viewport": NARROW, "java_script_enabled": script}
    registrar = open_browser(**phone)

    registrar.goto(f"/l/{token_of(dispatch.links.get().key)}/beslut/")
    registrar.get_by_role("link", name="Låt protokollsutdraget fylla i formuläret").click()
    registrar.get_by_label("Protokollsutdrag").set_input_files(paper)
    assert fits(registrar)
    registrar.get_by_role("button", name="Läs utdraget").click()
    expect(registrar.get_by_role("heading", level=1)).to_have_text("Kontrollera och bekräfta")
    expect(registrar.get_by_label("Paragraf")).to_have_value("§ 17")
    expect(registrar.get_by_label("Bifall")).to_be_checked()
    assert fits(registrar)
    registrar.get_by_role("button", name="Bekräfta och registrera").click()
    expect(registrar.get_by_role("heading", level=1)).to_have_text("Beslutet är registrerat")

    registrar.get_by_role("link", name="Namnge ansvarig och dag").click()
    registrar.get_by_label("Funktion", exact=True).fill("Socialchefen")
    registrar.get_by_label("Klart senast").fill(str(localdate()))
    registrar.get_by_label("Funktionens e-post").fill(TO)
    registrar.get_by_role("button", name="Spara", exact=True).click()
    expect(registrar.get_by_role("main")).to_contain_text("Socialchefen ansvarar")

    send_notices()
    chief = open_browser(**phone)
    manager.opens_the_link(chief, mail.outbox, TO, title)
    assert fits(chief)
    manager.puts_it_off(chief, "2027-12-01", "Upphandlingen drog ut på tiden.")
    manager.reports_done(chief, "Rutinen är införd på alla enheter.")
    expect(chief.get_by_role("heading", level=1)).to_have_text("Det är registrerat")
    assert fits(chief)

    visitor = open_browser(**phone)
    visitor.goto(f"/{here.slug}/rekommendationer/{dispatch.recommendation.number}/")
    expect(visitor.locator("#genomforande")).to_contain_text("Rapporterat klart")
    expect(visitor.locator("#genomforande")).to_contain_text("Rutinen är införd på alla enheter.")
    assert verify(here).broken_at is None


@pytest.mark.rule("R022")
def test_a_line_manager_signed_in_reports_done(open_browser, site, tmp_path):
    dispatch = approved_by_mala()
    person = manager_of(dispatch.principal)
    named(dispatch, person=person.pk, to="")
    report = tmp_path / "rapport.txt"
    report.write_text("Så gick det till.", encoding="utf-8")
    page = open_browser(viewport=NARROW)

    page.goto("/konto/login/")
    page.get_by_label("E-post").fill(person.account.email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logga in", exact=True).click()
    page.get_by_role("link", name=dispatch.recommendation.title).click()
    page.get_by_role("link", name="Rapportera klart").click()
    manager.reports_done(page, "Rutinen är införd.", str(report))

    expect(page.get_by_role("status")).to_contain_text("Genomförandet är rapporterat klart.")
    expect(page.get_by_role("main")).to_contain_text("rapport.txt")
    assert fits(page)


@pytest.mark.rule("R170")
def test_the_pages_of_those_who_carry_out(open_browser, told):
    look = Look(open_browser(), told)
    links = ExecutionLink.objects.filter(revoked_at=None).select_related("execution")
    by_state = {link.execution.state: link for link in links}
    assert set(by_state) == {"to_do", "done", "written_off"}
    for link in by_state.values():
        address = f"/l/verkstall/{token_of(link.key)}/"
        look.around(address, within=[address])
        look.at(f"{address}kvitto/")
    fresh = f"/l/verkstall/{token_of(by_state['to_do'].key)}/"
    look.at(f"{fresh}finns-inte/", status=404)
    look.page.goto(fresh)
    look.after("Rapportera klart", "nothing typed", status=422)

    assert look.wrong == []
    # What has ended opens with that step at once.
    assert pages_of("executor") - look.seen <= {"executor:astray", "executor:oppna-igen"}
