"""The secretary at the screen during the meeting: nothing that is typed is lost."""

import re

import pytest
from django.utils.timezone import localtime
from playwright.sync_api import expect

from samverkan.meetings.actions import (
    Attending,
    note_attendance,
    note_point,
    place_case,
    stamp_of,
    step_aside,
)
from samverkan.meetings.choices import AbsenceKind, Outcome
from samverkan.meetings.models import Item
from tests.factories import PASSWORD, TESTER, UserFactory
from tests.journeys.looking import Look
from tests.www.conftest import make_county

pytestmark = pytest.mark.browser

REPORT = "Koordinatorernas rapport"
SAVED = re.compile(r"Sparat \d\d\.\d\d")


@pytest.fixture
def county(site):
    return make_county()


@pytest.fixture
def meeting(county):
    meeting = county.meeting()
    people = [Attending(county.chair.pk), Attending(county.member.pk)]
    then = {"by": TESTER, "now": localtime()}
    note_attendance(meeting.pk, people, led_by=county.chair.pk, **then)
    return meeting


@pytest.fixture
def kim(county):
    return UserFactory(person=county.coordinator, email="kim@example.invalid")


@pytest.fixture
def carin(county):
    return UserFactory(person=county.chair, email="carin@example.invalid")


def at_the_screen(page, county, meeting, email="kim@example.invalid"):
    address = county.address(f"moten/{county.body.slug}/{meeting.on}/sekreterare/")
    page.goto(f"/konto/login/?next={address}")
    page.get_by_label("E-post").fill(email)
    page.get_by_label("Lösenord").fill(PASSWORD)
    page.get_by_role("main").get_by_role("button", name="Logga in", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sekreterarens skärm")
    return page


def is_ready(page):
    """Wait until the script has taken over; it shows what only it can do."""
    expect(page.get_by_role("button", name="Skriv in och ändra").first).to_be_visible()


def point(page, heading=REPORT):
    return page.get_by_role("region", name=heading)


def box(page, heading=REPORT):
    return point(page, heading).get_by_label("Anteckning")


def state(page, heading=REPORT):
    return point(page, heading).get_by_role("status")


def text_of(meeting, heading=REPORT):
    return meeting.items.get(heading=heading).text


def is_saved(page, heading=REPORT):

    expect(state(page, heading)).to_have_text(SAVED)


def test_what_is_typed_saves_by_itself_also_through_a_lost_line(open_browser, county, meeting, kim):
    page = at_the_screen(open_browser(), county, meeting)
    box(page).press_sequentially("Kim berättade. ")
    is_saved(page)
    assert text_of(meeting) == "Kim berättade."

    page.context.set_offline(True)
    box(page).press_sequentially("Det här skrevs utan nät.")
    expect(state(page)).to_contain_text("Inte sparat, vi försöker igen.")
    assert text_of(meeting) == "Kim berättade."
    page.context.set_offline(False)
    is_saved(page)

    assert text_of(meeting) == "Kim berättade. Det här skrevs utan nät."


def test_what_was_typed_without_a_line_is_there_after_the_browser_has_crashed(
    open_browser, county, meeting, kim
):
    page = at_the_screen(open_browser(), county, meeting)
    is_ready(page)
    page.context.set_offline(True)
    box(page).fill("Skrivet i mörker.")
    expect(state(page)).to_contain_text("Inte sparat")
    kept = page.context.storage_state()
    page.context.close()

    again = open_browser(storage_state=kept)
    again.goto(county.address(f"moten/{county.body.slug}/{meeting.on}/sekreterare/"))

    expect(box(again)).to_have_value("Skrivet i mörker.")
    is_saved(again)
    assert text_of(meeting) == "Skrivet i mörker."


def test_what_was_typed_is_saved_when_one_has_signed_in_again(open_browser, county, meeting, kim):
    page = at_the_screen(open_browser(), county, meeting)
    other = page.context.new_page()
    page.context.clear_cookies()
    box(page).press_sequentially("Efter utloggningen.")
    expect(state(page)).to_contain_text("du är utloggad")

    at_the_screen(other, county, meeting)
    other.close()
    page.bring_to_front()
    page.evaluate("dispatchEvent(new Event('focus'))")

    is_saved(page)
    assert text_of(meeting) == "Efter utloggningen."


def test_two_secretaries_see_both_texts_and_nothing_is_written_over(
    open_browser, county, meeting, kim, carin
):
    one = at_the_screen(open_browser(), county, meeting)
    other = at_the_screen(open_browser(), county, meeting, "carin@example.invalid")
    box(one).press_sequentially("Det Kim skrev.")
    is_saved(one)

    box(other).press_sequentially("Det Carin skrev.")
    expect(state(other)).to_contain_text("någon annan har skrivit i punkten")
    expect(point(other)).to_contain_text("av Kim Koordinator")
    assert text_of(meeting) == "Det Kim skrev."
    other.reload()
    expect(state(other)).to_contain_text("någon annan har skrivit i punkten")
    point(other).get_by_role("button", name="Lägg ihop båda").click()
    point(other).get_by_role("button", name="Spara punkten").click()
    is_saved(other)

    assert text_of(meeting) == "Det Kim skrev.\n\nDet Carin skrev."


def test_a_saved_text_whose_answer_was_lost_is_not_taken_for_somebody_elses(
    open_browser, county, meeting, kim
):
    page = at_the_screen(open_browser(), county, meeting)
    lost = []

    def lose(route):
        route.fetch() if not lost else None
        lost.append(1)
        route.abort() if len(lost) == 1 else route.continue_()

    page.route("**/sekreterare/*/", lose)
    box(page).press_sequentially("Första meningen.")
    expect(state(page)).to_contain_text("Inte sparat")
    box(page).press_sequentially(" Andra meningen.")

    is_saved(page)
    assert text_of(meeting) == "Första meningen. Andra meningen."


def test_what_may_not_be_kept_is_said_and_stays_in_the_box(open_browser, county, meeting, kim):
    page = at_the_screen(open_browser(), county, meeting)

    box(page).fill("Född 811218-9876.")
    expect(state(page)).to_contain_text("innehåller ett personnummer")
    box(page).fill("Född i Malå.")

    is_saved(page)
    assert text_of(meeting) == "Född i Malå."


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_the_first_point_to_the_end_with_only_what_was_said(
    open_browser, county, meeting, kim, script
):
    case = county.case(prepared=True, title="Gemensam rutin")
    place_case(meeting.pk, case.number, by=TESTER, now=localtime())
    page = at_the_screen(open_browser(java_script_enabled=script), county, meeting)
    box(page).fill("Koordinatorerna berättade.")
    point(page).get_by_role("button", name="Spara punkten").click()
    expect(state(page)).to_contain_text("Sparat")

    decision = point(page, "Gemensam rutin")
    box(page, "Gemensam rutin").fill("Ärendet föredrogs.")
    decision.get_by_label("Organet rekommenderar huvudmännen").check()
    decision.get_by_label("Att-satser").fill("anta rutinen")
    decision.get_by_role("button", name="Spara punkten").click()
    expect(page.get_by_role("main")).to_contain_text("börjar med")
    decision.get_by_label("Att-satser").fill("att anta rutinen.")
    decision.get_by_role("button", name="Spara punkten").click()
    if script:
        is_saved(page, "Gemensam rutin")
    else:
        expect(page.get_by_role("alert")).to_have_count(0)

    page.get_by_label("Ny fråga under övriga frågor").fill("Parkeringen")
    page.get_by_role("button", name="Lägg till frågan").click()
    expect(point(page, "Parkeringen")).to_be_visible()
    page.get_by_role("button", name="Avsluta mötet").click()
    page.get_by_role("button", name="Avsluta mötet").click()
    expect(page.get_by_role("status")).to_have_text("Mötet är avslutat.")

    told = dict(Item.objects.filter(meeting=meeting).values_list("heading", "text"))
    assert told["Ordföranden öppnar mötet"] == "Carin Ordförande öppnar mötet."
    assert told["Övriga frågor"] == "Övriga frågor: Parkeringen."
    assert told[REPORT] == "Koordinatorerna berättade."
    assert meeting.items.get(case=case).outcome == Outcome.RECOMMENDED


def test_two_secretaries_without_script_lose_nothing(open_browser, county, meeting, kim):
    page = at_the_screen(open_browser(java_script_enabled=False), county, meeting)
    item = meeting.items.get(heading=REPORT)
    note_point(item.pk, text="Det Lo skrev.", seen=stamp_of(item), by=TESTER, now=localtime())

    box(page).fill("Det Kim skrev.")
    point(page).get_by_role("button", name="Spara punkten").click()

    expect(point(page)).to_contain_text("Två har skrivit i punkten")
    expect(point(page)).to_contain_text("Det Lo skrev.")
    expect(box(page)).to_have_value("Det Kim skrev.")
    box(page).fill("Det Lo skrev. Det Kim skrev.")
    point(page).get_by_role("button", name="Spara punkten").click()
    expect(page.get_by_role("alert")).to_have_count(0)
    assert text_of(meeting) == "Det Lo skrev. Det Kim skrev."


def test_a_text_that_never_came_in_is_shown_after_the_meeting(open_browser, county, meeting, kim):
    page = at_the_screen(open_browser(), county, meeting)
    is_ready(page)
    page.context.set_offline(True)
    box(page).fill("Sista orden.")
    expect(state(page)).to_contain_text("Inte sparat")
    meeting.stage = "held"
    meeting.save()
    page.context.set_offline(False)
    expect(state(page)).to_contain_text("Mötet är hållet.")

    page.reload()

    left = "Det här hann inte sparas innan mötet avslutades"
    expect(point(page)).to_contain_text(left)
    expect(point(page)).to_contain_text("Sista orden.")


def test_axe_finds_nothing_on_the_screen(open_browser, county, meeting, kim):
    class Here:
        collaboration, site = county.collaboration, ""

        @property
        def head(self):
            county.collaboration.refresh_from_db(fields=["head_sequence"])
            return county.collaboration.head_sequence

    here = county.address(f"moten/{county.body.slug}/{meeting.on}/sekreterare/")
    look = Look(at_the_screen(open_browser(), county, meeting), Here())
    item = meeting.items.get(heading=REPORT)
    then = {"by": TESTER, "now": localtime()}
    noted = step_aside(item.pk, county.member.pk, AbsenceKind.CONFLICT, **then)
    pages = ("", f"{item.pk}/franvaro/", f"franvaro/{noted.pk}/", "ny/")
    for address in (here + page for page in pages):
        look.at(address)
    assert look.wrong == []
