"""The key steps by keyboard alone: where the focus is can be seen, and nothing holds it."""

import re

import pytest
from django.utils.timezone import localtime
from playwright.sync_api import expect

from samverkan.bodies.models import Body
from samverkan.demo.telling import LSG
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import RegistrarLink
from samverkan.journal.actors import Actor
from samverkan.journal.tokens import token_of
from samverkan.meetings import actions as meetings
from samverkan.meetings.actions import Adjuster, Attending
from samverkan.meetings.models import ApprovalLink
from samverkan.people.models import Person
from tests.documents.files import pdf
from tests.journeys.conftest import sign_in
from tests.journeys.county import CHAIR, MEMBER, PASSWORD
from tests.journeys.keys import FOCUSED, Keyboard

pytestmark = pytest.mark.browser


def test_a_member_signs_in_and_raises_a_question(open_browser, seated):
    page = open_browser()
    keys = Keyboard(page)
    page.goto("/")
    keys.press("Logga in")
    expect(page).to_have_url(re.compile("/konto/login/"))
    keys.fill("E-post", MEMBER)
    keys.fill("Lösenord", PASSWORD)
    keys.press("Logga in", kind="button")
    expect(page.get_by_role("heading", level=1)).to_have_text("Att göra")

    keys.press("Väck en fråga")
    expect(page.get_by_role("heading", level=1)).to_have_text("Väck en fråga")
    keys.fill("Rubrik", "Gemensam rutin för läkemedelsgenomgångar")
    keys.fill("Fråga", "Ska huvudmännen följa en gemensam rutin?")
    keys.to("Vilka det gäller")
    page.keyboard.press("Enter")
    keys.choose("äldre", "Space")
    keys.choose("kommunernas socialtjänst", "Space", "ArrowDown")
    keys.press("Väck frågan")

    expect(page.get_by_role("main")).to_contain_text("Kommunernas äldreomsorg")
    expect(page.get_by_role("main")).to_contain_text("Äldre")


def test_a_visitor_comes_through_the_board_and_narrows_it(open_browser, told):
    page = open_browser()
    keys = Keyboard(page)
    page.goto("/vasterbotten/beslutslaget/")
    stops = page.locator(
        "a:visible, select:visible, input:visible, button:visible, [tabindex='0']:visible"
    )
    names = []
    for _ in range(stops.count()):
        page.keyboard.press("Tab")
        names.append(page.evaluate(FOCUSED)["name"])
    assert (names[0], names[-1]) == ("Till innehållet", "Kontakt")
    keys.to("Personuppgifter", back=True)

    page.reload()
    keys.press("Till innehållet")
    expect(page.get_by_role("main")).to_be_focused()
    keys.to("Huvudman")
    page.keyboard.type("Malå")
    keys.press("Visa")
    expect(page).to_have_url(re.compile("huvudman=mala"))
    assert page.get_by_role("columnheader").all_inner_texts() == ["Rekommendation", "Malå"]


def test_a_registrar_confirms_and_decides(open_browser, told, tmp_path):
    extract = tmp_path / "utdrag.pdf"
    extract.write_bytes(pdf())
    page = open_browser()
    # Listening from the start: Chromium is told to hand over its file choosers without a receipt.
    page.on("filechooser", lambda chooser: chooser.set_files(extract))
    keys = Keyboard(page)
    link = RegistrarLink.objects.filter(
        dispatch__state=DispatchState.DISPATCHED, expires_at__gt=localtime()
    ).last()
    page.goto(f"/l/{token_of(link.key)}/")
    keys.fill("Diarienummer", "SN 2026/7")
    keys.press("Bekräfta mottagande")
    expect(page.get_by_role("heading", level=1)).to_have_text("Mottagandet är registrerat")

    keys.press("Till rekommendationen")
    keys.press("Registrera beslut")
    keys.choose("Bifall", "Space")
    keys.fill("Beslutande organ", "Socialnämnden")
    keys.to("Beslutsdag")
    page.keyboard.type(told.today.strftime("%m%d%Y"))  # Playwright's Chromium is American
    keys.fill("Paragraf", "§ 31")
    keys.to("Protokollsutdrag", kind="input")
    page.keyboard.press("Enter")
    expect(page.get_by_label("Protokollsutdrag")).to_have_value(re.compile("utdrag.pdf"))
    keys.press("Registrera beslut")

    expect(page.get_by_role("heading", level=1)).to_have_text("Beslutet är registrerat")


def test_a_coordinator_fills_a_vacant_seat(open_browser, told):
    page = sign_in(open_browser())
    page.goto("/vasterbotten/arbeta/struktur/organ/lanssamverkansgruppen/")
    keys = Keyboard(page)
    keys.press("Utse")
    keys.fill("Namn", "Sigrid Snöbär")
    keys.to("Personen finns inte i listan")
    page.keyboard.press("Enter")
    keys.choose("Lägg in som ny person", "Space")
    keys.press("Granska", kind="button")
    expect(page.get_by_role("main")).to_contain_text("Ingenting är ändrat ännu.")
    keys.press("Genomför", kind="button")

    expect(page.get_by_role("main")).to_contain_text("Sigrid Snöbär")


def test_an_adjuster_comments_and_then_approves_by_link(open_browser, told):
    address = approval_link(told)
    page = open_browser()
    keys = Keyboard(page)
    page.goto(address)
    expect(page.get_by_role("main")).to_contain_text("Du behöver inget konto.")
    keys.fill("Synpunkt", "Det var fel lokal.")
    keys.press("Lämna synpunkten", kind="button")
    expect(page.get_by_role("status")).to_have_text("Synpunkten är lämnad till sekreteraren.")
    expect(page.get_by_role("main")).to_contain_text("Det var fel lokal.")

    keys.press("Till justeringen")
    keys.press("Justera", kind="button")

    expect(page.get_by_role("status")).to_have_text("Anteckningarna är justerade.")
    expect(page.get_by_role("main")).to_contain_text("justerade av alla")


def approval_link(county) -> str:
    """Return the address where the chair of LSG approves the minutes of a meeting held today."""
    body = Body.objects.get(slug=LSG, collaboration=county.collaboration)
    chair = Person.objects.get(account__email=CHAIR)
    then = {"by": Actor("Testare"), "now": localtime()}
    meeting = meetings.plan_meeting(body.pk, on=county.today, **then)
    meetings.note_attendance(meeting.pk, [Attending(chair.pk)], led_by=chair.pk, **then)
    meetings.close_meeting(meeting.pk, **then)
    meetings.send_for_approval(meeting.pk, [Adjuster(chair.pk, "ordförande")], **then)
    return f"/l/justera/{token_of(ApprovalLink.objects.get(meeting=meeting).key)}/"
