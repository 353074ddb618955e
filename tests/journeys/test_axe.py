"""Every sort of page, for everybody, on a narrow and a wide screen: nothing that axe finds."""

from datetime import timedelta

import pytest
from django.urls import get_resolver
from django.utils.timezone import localdate, localtime

from samverkan.bodies.models import Body, GoverningText
from samverkan.cases.choices import CaseKind, CaseStage
from samverkan.cases.models import BilateralContact, Case, Lift, LineLink
from samverkan.demo.telling import LSG
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import (
    Execution,
    FederationDispatch,
    FederationLink,
    PaperTemplate,
    PrincipalLink,
    Recommendation,
    RegistrarLink,
)
from samverkan.journal.actors import Actor
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Notice
from samverkan.journal.tokens import token_of
from samverkan.meetings import actions as meetings
from samverkan.meetings.actions import Adjuster, Attending, seats_to_fill
from samverkan.meetings.choices import ItemKind, MeetingStage, VoiceKind
from samverkan.meetings.models import ApprovalLink, Call, Meeting, ProgrammeItem
from samverkan.people.models import Person
from samverkan.principals.models import LineMeeting
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
    status = 422 if "/l/" in address else 200
    look.after(button, f"{address} with nothing typed", status=status)


@pytest.mark.rule("R170")
@pytest.mark.rule("R171")
def test_the_common_site_without_an_account(look):
    look.around("/", within=["/vasterbotten/", "/"])
    look.at(UNKNOWN, status=404)
    look.at("/vasterbotten/bevaka/tack/")
    corrected = Recommendation.objects.filter(version__gt=1)[0].number
    look.at(f"/vasterbotten/rekommendationer/{corrected}/versioner/")
    for page in ACCOUNT:
        look.at(f"/konto/{page}")
    sent_empty(look, "/konto/login/", "Logga in")

    assert look.wrong == []
    assert pages_of("public") - look.seen == {"public:home"}  # leads on to the only collaboration


def test_the_pages_of_a_coordinator(look):
    note_a_meeting(look.county)
    sign_in(look.page, COORDINATOR)
    look.around(DESK, within=[DESK])
    raised = Case.objects.filter(stage=CaseStage.RAISED)
    for number, body in raised.values_list("number", "body__slug"):
        look.at(f"{DESK}arenden/{number}/bered/")
        look.at(f"{DESK}arenden/{number}/dagordning/")
        look.at(f"{DESK}struktur/organ/{body}/avveckla/arende/{number}/")
    for kind, page in ((CaseKind.FOCUS_AREA, "omradet"), (CaseKind.RISK, "risker")):
        look.at(f"{DESK}arenden/{Case.objects.get(kind=kind).number}/{page}/")
    contact = BilateralContact.objects.filter(meetings__was_held=None, meetings__position=1)[0]
    for page in ("", "moten/1/utse/region/", "moten/1/holls/"):
        look.at(f"{DESK}bilateralt/{contact.key}/{page}")
    for number in lifts_under_way():
        for page in ("", "paminn/", "aterta/", "slutfor/", "svar/mala/", "lank/mala/"):
            look.at(f"{DESK}arenden/{number}/lyft/{page}")
        look.at(f"{DESK}arenden/{number}/prova/")
        look.at(f"{DESK}arenden/{number}/beredning/")
    to_do = Execution.objects.filter(state="to_do").select_related(
        "dispatch__principal", "dispatch__recommendation"
    )
    one = to_do[0].dispatch
    for page in ("", "ansvarig/", "klart/", "ny-dag/", "avskriv/", "lank/"):
        look.at(f"{DESK}genomforande/{one.recommendation.number}/{one.principal.slug}/{page}")
    draft = GoverningText.objects.get(versions__stage="draft", kind="assignment")
    for page in ("anta", "jamfor", "kasta", "inled"):
        look.at(f"{DESK}struktur/styrdokument/{draft.slug}/{page}/")
    for page in ("utkast/nytt/", "utkast/anta/"):
        look.at(f"{DESK}arendegang/{page}")
    for number in raised.values_list("number", flat=True):
        look.at(f"{DESK}arenden/{number}/tillbaka/")
    for number in raised.values_list("number", flat=True):
        look.at(f"{DESK}arenden/{number}/avsluta/")
    waits = Meeting.objects.filter(stage=MeetingStage.HELD).select_related("body").first()
    done = Meeting.objects.filter(stage=MeetingStage.APPROVED).select_related("body").first()
    for one, page in (
        (waits, "sand-for-justering"),
        (waits, "oppna-igen"),
        (waits, "rapporter/sand"),
        (done, "ratta"),
    ):
        look.at(f"{DESK}moten/{one.body.slug}/{one.on}/{page}/")
    part = ProgrammeItem.objects.filter(seminar__stage="planned").first()
    for page in ("faststall", "ta-upp-igen", f"program/{part.pk}/flytta/ned"):
        look.at(f"{DESK}seminarium/{part.seminar.year}/{page}/")
    form = PaperTemplate.objects.get(period__upper_inf=True, principal__slug="skelleftea")
    for page in ("", f"mall-{form.pk}/sluta/", "forhandsvisa/", "brevhuvud/"):
        look.at(f"{DESK}mallar/skelleftea/{page}")
    _look_at_what_is_out(look)
    for page in OWN_ACCOUNT:
        look.at(f"/konto/{page}")
    called = Call.objects.get(meeting__stage="called", reply="absent").meeting
    absent, substitute = seats_to_fill(called)[0]
    instead = f"{absent.mission}/{substitute.person}"
    for page in ("kallade/nya/", f"kallade/ersatt/{instead}/", "sekreterare/ny/"):
        look.at(f"{DESK}moten/{called.body.slug}/{called.on}/{page}")
    noted = LineMeeting.objects.filter(on__gt=localdate()).select_related("line_body__principal")
    body = noted.order_by("pk")[0].line_body
    for page in ("", f"{body.pk}/", f"{body.pk}/bekrafta/", f"{body.pk}/tider/"):
        look.at(f"{DESK}huvudman/{body.principal.slug}/sammantradesdagar/{page}")
    sent_empty(look, f"{DESK}huvudman/sammantradesdagar/las-in/", "Läs in filen")
    look.at(f"{DESK}arenden/2031-999/", status=404)
    sent_empty(look, f"{DESK}arenden/vack/{LSG}/", "Väck frågan")
    sent_empty(look, f"{DESK}moten/nytt/", "Planera mötet")
    sent_empty(look, f"{DESK}arendegang/utkast/steg/", "Spara i utkastet")

    assert look.wrong == []
    # The chair's own; the last is looked at in test_secretary.
    chairs = {"www:approve_minutes", "www:comment_on_minutes", "www:answer_call"}
    # The chair's and the members' own, and what the story has nothing of on its last day.
    others = {"www:agree_agenda", "www:my_digest", "www:remove_aside", "www:write_digest"}
    rare = {
        "www:admit_case_to",
        "www:confirm_extract_for",  # looked at by the registrar's link; it needs a file
        "www:supplement_meeting",
        "www:take_back_task",
        "www:take_back_voice",
    }
    unseen = pages_of("www") - look.seen - chairs - others
    assert sorted(unseen - rare) == []


def _look_at_what_is_out(look) -> None:
    """Look at what hangs on a recommendation's state, or on a federation between."""
    place = f"{DESK}rekommendationer/"
    for one in FederationDispatch.objects.select_related("federation", "recommendation"):
        where = f"{place}{one.recommendation.number}/mellanled/{one.federation.slug}/"
        for page in ("", "ny-lank/", "direkt/", "rekommenderar/"):
            look.at(f"{where}{page}")
        look.at(f"{DESK}huvudman/mellanled/{one.federation.slug}/registrator/")
    look.at(f"{DESK}huvudman/mala/ta-over/")
    waits = Recommendation.objects.filter(dispatched_at=None)[0].number
    for page in ("verkan/", "beslutsniva/", "aterta/"):
        look.at(f"{place}{waits}/{page}")
    out = Recommendation.objects.filter(withdrawn_on=None, dispatched_at__isnull=False)[0].number
    for page in ("slutsats/", "aterta/", "ratta-texten/", "lagg-till/", "mottagning/"):
        look.at(f"{place}{out}/{page}")
    look.at(f"{DESK}paminnelser/{out}/umea/som-vanligt/")
    look.at(f"{DESK}hos-oss/mala/veckobrev/")
    gone = Notice.objects.filter(collaboration=look.county.collaboration)[0]
    Notice.objects.filter(pk=gone.pk).update(state=NoticeState.FAILED, attempts=20)
    look.at(f"{DESK}mejl/")
    look.at(f"{DESK}mejl/{gone.pk}/forsok/")
    for page in ("berors/", "vagen/", "laga-kraft/", "mottagningsbevis/", "utdrag/"):
        look.at(f"{place}{out}/umea/{page}")


def test_the_pages_of_a_chair(look):
    hold_a_meeting(look.county)
    look.each = 1
    sign_in(look.page, CHAIR)
    look.around(DESK, within=[DESK])
    look.at(f"{DESK}rekommendationer/", status=403)

    assert look.wrong == []
    theirs = {"www:approve_minutes", "www:comment_on_minutes", "www:answer_call"}
    assert theirs <= look.seen


def test_the_pages_of_a_member(look):
    look.each = 1
    sign_in(look.page, MEMBER)
    look.around(DESK, within=[DESK])
    look.at(f"{DESK}moten/nytt/", status=403)

    assert look.wrong == []


def test_the_pages_behind_a_link(look):
    links = RegistrarLink.objects.filter(revoked_at=None, expires_at__gt=localtime())
    by_state = {link.dispatch.state: link for link in links.select_related("dispatch")}
    # One taken over has no link in force, and one that waits at a federation has none yet.
    without = {DispatchState.TAKEN_OVER, DispatchState.HELD}
    assert set(by_state) == set(DispatchState) - without
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


def test_the_pages_behind_the_link_to_all_that_waits(look):
    links = PrincipalLink.objects.filter(revoked_at=None, expires_at__gt=localtime())
    link = links.filter(principal__slug="mala").latest("issued_at")
    address = f"/l/registratur/{token_of(link.key)}/"
    look.around(address, within=[address])
    look.at(f"{address}finns/inte/", status=404)

    assert look.wrong == []
    # The second leads on to the page of one dispatch, and is no page itself.
    assert pages_of("registry") - look.seen <= {"registry:astray", "registry:one"}


def test_the_pages_behind_a_federations_link(look):
    links = FederationLink.objects.filter(revoked_at=None, expires_at__gt=localtime())
    address = f"/l/mellanled/{token_of(links[0].key)}/"
    look.around(address, within=[address])

    assert look.wrong == []


def test_the_pages_behind_a_line_link(look):
    links = LineLink.objects.filter(revoked_at=None, expires_at__gt=localtime())
    answers = dict(links.order_by("pk").values_list("entry__answer", "key"))
    ended = links.filter(entry__lift__state="completed").first()
    for key in [*answers.values(), ended.key]:
        address = f"/l/linje/{token_of(key)}/"
        look.around(address, within=[address])
    silent = f"/l/linje/{token_of(answers[''])}/"
    sent_empty(look, silent, "Skicka svaret")
    look.at(f"{silent}finns-inte/", status=404)

    assert look.wrong == []


def lifts_under_way() -> list[str]:
    return list(Lift.objects.filter(state="open").values_list("case__number", flat=True))


def hold_a_meeting(county) -> None:
    """Hold a meeting of LSG whose minutes wait for its chair."""
    body = Body.objects.get(slug=LSG, collaboration=county.collaboration)
    chair = Person.objects.get(account__email=CHAIR)
    then = {"by": Actor("Testare"), "now": localtime()}
    meeting = meetings.plan_meeting(body.pk, on=county.today, **then)
    meetings.note_attendance(meeting.pk, [Attending(chair.pk)], led_by=chair.pk, **then)
    meetings.close_meeting(meeting.pk, **then)
    meetings.send_for_approval(meeting.pk, [Adjuster(chair.pk, "ordförande")], **then)


def note_a_meeting(county) -> None:
    """Let a meeting of LSG be noted: with somebody there, a voice and a task."""
    body = Body.objects.get(slug=LSG, collaboration=county.collaboration)
    chair = Person.objects.get(account__email=CHAIR)
    then = {"by": Actor("Testare"), "now": localtime()}
    meeting = meetings.plan_meeting(body.pk, on=county.today, **then)
    kind = ItemKind.DISCUSSION
    item = meetings.add_point(meeting.pk, kind=kind, heading="Läget", **then)
    meetings.note_attendance(meeting.pk, [Attending(chair.pk)], led_by=chair.pk, **then)
    meetings.note_voice(item.pk, VoiceKind.VIEW, "Det är bråttom.", person_id=chair.pk, **then)
    meetings.order_task(item.pk, what="Skriv.", whom="LSG", due_words="snart", **then)


def test_the_pages_behind_an_adjusters_link(look):
    hold_a_meeting(look.county)
    link = ApprovalLink.objects.get(person__account__email=CHAIR, meeting__on=look.county.today)
    address = f"/l/justera/{token_of(link.key)}/"
    look.around(address, within=[address])
    sent_empty(look, address, "Lämna synpunkten")
    look.at(f"{address}finns-inte/", status=404)
    look.page.goto(address)
    look.after("Justera", "approved by the link")

    assert look.wrong == []
    assert pages_of("adjuster") == {
        "adjuster:show",
        "adjuster:approve",
        "adjuster:comment",
        "adjuster:astray",
    }
