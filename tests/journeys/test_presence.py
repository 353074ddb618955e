"""From an apology to a substitute at the table, each on a screen of their own."""

import pytest
from django.core import mail
from django.utils.timezone import localtime
from playwright.sync_api import expect

from samverkan.journal.tasks import send_notices
from samverkan.journal.tokens import token_of
from samverkan.journal.verify import verify
from samverkan.meetings.actions import call_meeting
from tests.factories import PASSWORD, TESTER, UserFactory
from tests.journeys import substitute
from tests.journeys.looking import NARROW, Look
from tests.journeys.test_axe import pages_of
from tests.www.conftest import make_county

pytestmark = pytest.mark.browser
ELSA = "elsa@example.invalid"


@pytest.fixture
def county(site):
    county = make_county()
    county.substitute.email = ELSA
    county.substitute.save()
    UserFactory(person=county.coordinator, email="kim@example.invalid")
    return county


@pytest.fixture
def meeting(county):
    meeting = county.meeting()
    call_meeting(meeting.pk, by=TESTER, now=localtime())
    return meeting


def link_of(meeting, person) -> str:
    return f"/l/mote/{token_of(meeting.calls.get(person=person).key)}/"


def fits(page) -> bool:
    return page.evaluate("document.documentElement.scrollWidth") <= NARROW["width"]


@pytest.mark.rule("R065")
@pytest.mark.rule("R095")
@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_a_substitute_is_called_answers_on_a_phone_and_sits_at_the_table(
    open_browser, county, meeting, script
):
    phone = {"viewport": NARROW, "java_script_enabled": script}
    absent = open_browser(**phone)
    absent.goto(link_of(meeting, county.seats["absent"].person))
    substitute.answers(absent, "Jag har förhinder", "Du har anmält förhinder.")

    desk = open_browser(java_script_enabled=script)
    place = county.address(f"moten/{county.body.slug}/{meeting.on}/")
    desk.goto(f"/konto/login/?next={place}kallade/")
    desk.get_by_label("E-post").fill("kim@example.invalid")
    desk.get_by_label("Lösenord").fill(PASSWORD)
    desk.get_by_role("main").get_by_role("button", name="Logga in", exact=True).click()
    desk.get_by_role("button", name="Kalla Elsa Ersättare").click()
    expect(desk.get_by_role("status")).to_contain_text("Elsa Ersättare är kallad")

    send_notices()
    elsa = open_browser(**phone)
    substitute.opens_the_link(elsa, mail.outbox, ELSA)
    points = ("Fastställande av agenda", "Koordinatorernas rapport")
    substitute.reads_for_whom_and_about_what(elsa, "Frans Frånvarande", *points)
    assert fits(elsa)
    substitute.answers(elsa, "Jag kommer", "Du har svarat att du kommer.")
    substitute.goes_back(elsa)
    substitute.reads_for_whom_and_about_what(elsa, "Frans Frånvarande", *points)
    assert fits(elsa)

    desk.goto(f"{place}narvaro/?alla=1")
    desk.get_by_role("button", name="Spara närvaron").click()
    there = desk.get_by_role("listitem").filter(has_text="Elsa Ersättare")
    expect(there.first).to_contain_text("beslutande i stället för Frans Frånvarande")
    assert verify(county.collaboration).broken_at is None


def test_nothing_that_axe_finds_behind_the_link_of_a_summons(open_browser, county, meeting):
    look = Look(open_browser(), _looked_at(county))
    address = link_of(meeting, county.member)
    look.at(address)
    look.after("Skicka svaret", f"{address} with nothing chosen", status=422)
    substitute.answers(look.page, "Jag kommer", "Du har svarat att du kommer.")
    look.around(address, within=[address])
    look.at(f"{address}kvitto/")
    look.at(f"{address}finns-inte/", status=404)

    assert look.wrong == []
    assert pages_of("summons") - look.seen == {"summons:answer", "summons:astray"}


def _looked_at(county):
    class Here:
        collaboration, site = county.collaboration, ""

        @property
        def head(self):
            self.collaboration.refresh_from_db(fields=["head_sequence"])
            return self.collaboration.head_sequence

    return Here()
