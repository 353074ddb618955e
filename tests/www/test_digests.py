"""The digests of a meeting: written and sent, read and carried on."""

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import localtime

from samverkan.journal.models import Entry
from samverkan.journal.tokens import token_of
from samverkan.meetings import actions as meetings
from samverkan.meetings.models import Digest, DigestCopy
from tests.factories import TESTER, MissionFactory, PrincipalFactory
from tests.www.conftest import client_of, queries_of, text

IDENTITY_NUMBER = "19811218-9876"


@pytest.fixture(autouse=True)
def fresh_counts(db):
    cache.clear()


@pytest.fixture
def meeting(county):
    client_of(county.member)
    meeting, _ = county.agreed_meeting(county.case(prepared=True, title="Gemensam rutin"))
    meetings.close_meeting(meeting.pk, by=TESTER, now=localtime())
    return meeting


def then():
    return {"by": TESTER, "now": localtime()}


def place(county, meeting, page=""):
    return county.address(f"moten/{county.body.slug}/{meeting.on}/rapporter/{page}")


@pytest.fixture
def sent(meeting):
    meetings.prepare_digests(meeting.pk, **then())
    return meetings.send_digests(meeting.pk, **then())


@pytest.fixture
def copy(county, sent):
    return DigestCopy.objects.get(person=county.member)


@pytest.fixture
def address(copy):
    return f"/l/rapport/{token_of(copy.key)}/"


# --- Those who write and send


def test_a_coordinator_draws_up_writes_and_sends(county, coordinator, meeting):
    assert "Rapporter till huvudmännen" in text(coordinator.get(place(county, meeting)[:-10]))

    answer = coordinator.post(place(county, meeting), follow=True)
    assert "3 rapporter är upprättade" in text(answer)

    ask = Digest.objects.get(principal__short_name="Ask")
    page = text(coordinator.get(place(county, meeting, f"{ask.pk}/")))
    seen = page.split('name="seen" value="')[1].split('"')[0]
    written = {"means": "Hos er berörs hemtjänsten.", "seen": seen}
    answer = coordinator.post(place(county, meeting, f"{ask.pk}/"), written, follow=True)
    assert "är ändrad" in text(answer)
    assert "Egen text" in text(answer)

    page = text(coordinator.get(place(county, meeting, "sand/")))
    assert "3 rapporter går till 4 uppdrag, 1 av dem med e-post" in page
    assert county.chair.name in page

    answer = coordinator.post(place(county, meeting, "sand/"), follow=True)
    assert "en för vart och ett av 4 uppdrag" in text(answer)
    assert DigestCopy.objects.count() == 4


def test_asking_for_a_page_writes_nothing(county, coordinator, meeting):
    meetings.prepare_digests(meeting.pk, **then())
    before = Entry.objects.count()

    for page in ("", "sand/", f"{Digest.objects.first().pk}/"):
        assert coordinator.get(place(county, meeting, page)).status_code == 200

    assert Entry.objects.count() == before


def test_it_is_said_why_they_cannot_be_drawn_up(county, coordinator):
    meeting = county.meeting(days=9)

    page = text(coordinator.get(place(county, meeting)))

    assert "Rapporterna upprättas när mötet är hållet och avslutat" in page
    assert '<button type="submit" class="govuk-button">Upprätta' not in page
    assert "hållet och avslutat" in text(coordinator.post(place(county, meeting)))


def test_who_has_come_since_is_told_and_the_digests_are_drawn_up_again(
    county, coordinator, meeting
):
    meetings.prepare_digests(meeting.pk, **then())
    new = PrincipalFactory(collaboration=county.collaboration, name="Ny kommun")
    MissionFactory(body=county.body, principal=new)

    assert "Rapport saknas för: Ny kommun" in text(coordinator.get(place(county, meeting)))

    assert "4 rapporter är upprättade" in text(
        coordinator.post(place(county, meeting), follow=True)
    )


def test_what_was_typed_is_kept_when_it_is_refused(county, coordinator, meeting):
    meetings.prepare_digests(meeting.pk, **then())
    digest = Digest.objects.first()
    typed = {"means": f"Fråga {IDENTITY_NUMBER} först.", "seen": "gammal"}

    page = text(coordinator.post(place(county, meeting, f"{digest.pk}/"), typed))

    assert "Någon annan ändrade rapporten nyss" in page
    assert "innehåller ett personnummer" in page
    assert "först." in page


def test_the_receipts_are_seen_by_those_who_sent(county, chair, copy, meeting):
    meetings.carry_on_digest(copy.pk, to="Ledningsgruppen <i>", **then())

    page = text(chair.get(place(county, meeting)))

    assert "1 har läst, och 1 har fört rapporten vidare" in page
    assert "till Ledningsgruppen &lt;i&gt;" in page
    assert "saknar e-post" in page


@pytest.mark.parametrize("where", ["", "sand/", "{pk}/"])
def test_others_do_not_write_or_send(county, meeting, stranger, where):
    member = client_of(county.member)
    meetings.prepare_digests(meeting.pk, **then())
    address = place(county, meeting, where.format(pk=Digest.objects.first().pk))

    assert member.get(address).status_code == 403
    assert member.post(address).status_code == 403
    assert stranger.get(address).status_code == 404


def test_the_list_takes_as_many_questions_however_many_they_are(county, coordinator, sent, meeting):
    few = queries_of(coordinator, place(county, meeting))
    for _ in range(3):
        digest = Digest.objects.create(
            meeting=meeting, principal=PrincipalFactory(collaboration=county.collaboration)
        )
        row = DigestCopy.objects.filter(person=county.member).values().get()
        mission = MissionFactory(body=county.body)
        row |= {"id": None, "key": mission.pk, "digest_id": digest.pk}
        DigestCopy.objects.create(**row | {"person_id": mission.person_id})

    assert queries_of(coordinator, place(county, meeting)) == few


def test_the_desk_tells_which_digests_wait(county, coordinator, meeting):
    desk = county.address()
    assert "Rapporter att sända" in text(coordinator.get(desk))

    meetings.prepare_digests(meeting.pk, **then())
    meetings.send_digests(meeting.pk, **then())

    assert "Rapporter att sända" not in text(coordinator.get(desk))


# --- Those who get them, signed in


def test_mine_are_listed_and_can_be_carried_on(county, copy):
    me = client_of(county.member)
    assert "Rapporter att föra vidare" in text(me.get(county.address()))
    assert "till Kommun" in text(me.get(county.address("rapporter/")))

    page = county.address(f"rapporter/{copy.pk}/")
    assert "Den kommer till" in text(me.get(page))
    answer = me.post(page, {"to": "Ledningsgruppen", "carried": "1"}, follow=True)

    assert "till vilka du har fört rapporten vidare" in text(answer)
    copy.refresh_from_db()
    assert copy.carried_to == "Ledningsgruppen"
    assert Entry.objects.last().content["on_behalf_of"] == copy.digest.holder_name


def test_another_s_digest_is_not_mine(county, chair, copy):
    assert chair.get(county.address(f"rapporter/{copy.pk}/")).status_code == 404


def test_without_any_it_is_said_what_will_be_here(county, chair):
    page = text(chair.get(county.address("rapporter/")))

    assert "De kommer samma dag som mötet" in page


# --- Those who get them, by the link


@pytest.mark.rule("R158")
def test_it_is_read_copied_and_carried_on_without_an_account(address, copy):
    browser = Client()

    page = text(browser.get(address))
    assert "<strong>Preliminärt.</strong>" in page
    assert "att anta rutinen." in page
    assert token_of(copy.key) not in page.split("readonly>")[1].split("</textarea>")[0]
    file = browser.get(f"{address}rapport.txt")
    assert file["Content-Type"] == "text/plain; charset=utf-8"
    assert "Preliminärt" in text(file)

    answer = browser.post(address, {"to": "Hemtjänstens chefer", "carried": "1"})

    assert answer.status_code == 303
    assert "Antecknat" in text(browser.get(address))
    copy.refresh_from_db()
    assert (copy.carried_to, copy.read_at is not None) == ("Hemtjänstens chefer", True)


def test_only_reading_is_noted_too(address, copy):
    Client().post(address, {"to": "", "read": "1"})

    copy.refresh_from_db()
    assert (copy.read_at is not None, copy.carried_at) == (True, None)


def test_to_open_the_page_is_no_receipt(address, copy):
    before = Entry.objects.count()

    for path in ("", "rapport.txt"):
        assert Client().get(f"{address}{path}").status_code == 200

    copy.refresh_from_db()
    assert (copy.read_at, Entry.objects.count()) == (None, before)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"to": ""}, "Skriv till vem eller vilka"),
        ({"to": "x" * 501}, "skriv högst 500 tecken"),
        ({"to": f"Till {IDENTITY_NUMBER}"}, "innehåller ett personnummer"),
    ],
)
def test_what_cannot_be_noted_is_told(address, copy, typed, said):
    answer = Client().post(address, {**typed, "carried": "1"})

    assert answer.status_code == 422
    assert said in text(answer)
    copy.refresh_from_db()
    assert copy.read_at is None


def test_without_the_cookie_nothing_is_noted(address, copy):
    answer = Client(enforce_csrf_checks=True).post(address, {"to": "Alla", "carried": "1"})

    assert answer.status_code == 403
    copy.refresh_from_db()
    assert copy.read_at is None


def test_when_the_minutes_are_approved_the_page_says_so(address, county, meeting, copy):
    meetings.approve_minutes(
        meeting.pk,
        approver=county.chair.pk,
        title="Ordförande",
        approved_on=county.today,
        **then(),
    )

    page = text(Client().get(address))

    assert "Preliminärt" not in page
    assert "Anteckningarna är justerade sedan dess" in page


def test_the_link_ends(address, copy):
    with time_machine.travel(copy.expires_at):
        assert Client().get(address).status_code == 410


@pytest.mark.parametrize("path", ["x/", "rapport.pdf"])
def test_what_is_no_page_is_told(address, path):
    assert Client().get(f"{address}{path}").status_code == 404


def test_an_unknown_link_reveals_nothing(sent):
    answer = Client().get("/l/rapport/ingen.alls/")

    assert answer.status_code == 404
    assert "Gemensam rutin" not in text(answer)
