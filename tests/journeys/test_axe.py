"""Every sort of page, for everybody, on a narrow and a wide screen: nothing that axe finds."""

from datetime import timedelta

import pytest
from django.urls import get_resolver
from django.utils.timezone import localtime

from samverkan.bodies.models import Body, GoverningText
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.demo.telling import LSG
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import RegistrarLink
from samverkan.journal.actors import Actor
from samverkan.journal.tokens import token_of
from samverkan.meetings import actions as meetings
from samverkan.meetings.actions import Attending
from samverkan.meetings.models import ProgrammeItem
from samverkan.people.models import Person
from tests.journeys.conftest import sign_in
from tests.journeys.county import CHAIR, COORDINATOR, MEMBER
from tests.journeys.looking import NO_PAGES, Look

pytestmark = pytest.mark.browser

DESK = "/vasterbotten/arbeta/"
UNKNOWN = "/vasterbotten/arenden/2031-999/"
ACCOUNT = (
    "login/",
    "password/reset/",
    "password/reset/done/",
    "password/reset/key/done/",
    "signup/",
)
OWN_ACCOUNT = ("password/change/", "2fa/", "2fa/webauthn/", "logout/")


@pytest.fixture
def look(open_browser, told) -> Look:
    return Look(open_browser(), told)


def pages_of(namespace: str) -> set[str]:
    """Return the name of every page under a namespace."""
    known = get_resolver().namespace_dict[namespace][1].reverse_dict
    return {f"{namespace}:{name}" for name in known if isinstance(name, str)} - NO_PAGES


def sent_empty(look: Look, address: str, button: str) -> None:
    """Look at what a form says when nothing was typed."""
    look.page.goto(address)
    look.page.get_by_role("main").get_by_role("button", name=button, exact=True).click()
    look.here(f"{address} with nothing typed", status=422 if "/l/" in address else 200)


@pytest.mark.rule("R170")
@pytest.mark.rule("R171")
def test_the_common_site_without_an_account(look):
    look.around("/", within=["/vasterbotten/", "/"])
    look.at(UNKNOWN, status=404)
    for page in ACCOUNT:
        look.at(f"/konto/{page}")
    sent_empty(look, "/konto/login/", "Logga in")

    assert look.wrong == []
    assert pages_of("public") - look.seen == {"public:home"}  # leads on to the only collaboration


def test_the_pages_of_a_coordinator(look):
    sign_in(look.page, COORDINATOR)
    look.around(DESK, within=[DESK])
    raised = Case.objects.filter(stage=CaseStage.RAISED)
    for number, body in raised.values_list("number", "body__slug"):
        look.at(f"{DESK}arenden/{number}/bered/")
        look.at(f"{DESK}arenden/{number}/dagordning/")
        look.at(f"{DESK}struktur/organ/{body}/avveckla/arende/{number}/")
    draft = GoverningText.objects.get(versions__stage="draft", kind="assignment")
    for page in ("anta", "jamfor", "kasta", "inled"):
        look.at(f"{DESK}struktur/styrdokument/{draft.slug}/{page}/")
    part = ProgrammeItem.objects.filter(seminar__stage="planned").first()
    for page in ("faststall", "ta-upp-igen", f"program/{part.pk}/flytta/ned"):
        look.at(f"{DESK}seminarium/{part.seminar.year}/{page}/")
    for page in OWN_ACCOUNT:
        look.at(f"/konto/{page}")
    look.at(f"{DESK}arenden/2031-999/", status=404)
    sent_empty(look, f"{DESK}arenden/vack/{LSG}/", "Väck frågan")
    sent_empty(look, f"{DESK}moten/nytt/", "Planera mötet")

    assert look.wrong == []
    assert pages_of("www") - look.seen == {"www:approve_minutes"}  # is the chair's


def test_the_pages_of_a_chair(look):
    hold_a_meeting(look.county)
    look.each = 1
    sign_in(look.page, CHAIR)
    look.around(DESK, within=[DESK])
    look.at(f"{DESK}rekommendationer/", status=403)

    assert look.wrong == []
    assert "www:approve_minutes" in look.seen


def test_the_pages_of_a_member(look):
    look.each = 1
    sign_in(look.page, MEMBER)
    look.around(DESK, within=[DESK])
    look.at(f"{DESK}moten/nytt/", status=403)

    assert look.wrong == []


def test_the_pages_behind_a_link(look):
    links = RegistrarLink.objects.filter(revoked_at=None, expires_at__gt=localtime())
    by_state = {link.dispatch.state: link for link in links.select_related("dispatch")}
    assert set(by_state) == set(DispatchState)
    for link in by_state.values():
        address = f"/l/{token_of(link.key)}/"
        look.around(address, within=[address])
    fresh = f"/l/{token_of(by_state[DispatchState.DISPATCHED].key)}/"
    sent_empty(look, fresh, "Bekräfta mottagande")
    sent_empty(look, f"{fresh}beslut/", "Registrera beslut")
    look.at(f"{fresh}finns-inte/", status=404)
    look.at(f"{fresh.removesuffix('/')}x/", status=404)
    links.update(expires_at=localtime() - timedelta(days=1))
    look.at(fresh, status=410)

    assert look.wrong == []


def hold_a_meeting(county) -> None:
    """Hold a meeting of LSG whose minutes wait for its chair."""
    body = Body.objects.get(slug=LSG, collaboration=county.collaboration)
    chair = Person.objects.get(account__email=CHAIR)
    then = {"by": Actor("Testare"), "now": localtime()}
    meeting = meetings.plan_meeting(body.pk, on=county.today, **then)
    meetings.note_attendance(meeting.pk, [Attending(chair.pk)], led_by=chair.pk, **then)
    meetings.close_meeting(meeting.pk, **then)
