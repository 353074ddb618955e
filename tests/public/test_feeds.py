"""News as Atom and days as iCalendar."""

from datetime import date, datetime
from xml.etree import ElementTree

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, localtime
from icalendar import Calendar

from samverkan.dispatches.actions import register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.rules import Told
from tests.factories import TESTER, DispatchFactory, PrincipalFactory, RecommendationFactory

ATOM = "{http://www.w3.org/2005/Atom}"
FEEDS = (
    "beslutslaget",
    "huvudman/mala",
    "amnen/hjalpmedel",
    "rekommendationer/r1",
)


@pytest.fixture
def dispatch(here):
    """Make a recommendation on assistive devices, out with Malå and with Umeå."""
    one = RecommendationFactory(
        collaboration=here,
        number="r1",
        title="Hjälpmedel & <skola>",
        dispatched=True,
        reply_by=localdate().replace(day=28),
        case__scope="assistive_devices",
    )
    mala = PrincipalFactory(collaboration=here, slug="mala", short_name="Malå")
    umea = PrincipalFactory(collaboration=here, slug="umea", short_name="Umeå")
    answers(DispatchFactory(recommendation=one, principal=umea))
    return DispatchFactory(recommendation=one, principal=mala)


def answers(dispatch, **facts):
    told = Told(**{"kind": AnswerKind.RECEIVED, "reference_number": "KS 1"} | facts)
    dispatch.refresh_from_db()
    seen = dispatch.answers_count
    register_answer(dispatch.pk, told, seen=seen, by=TESTER, now=localtime())


def plans(dispatch, on, **correcting):
    dispatch.refresh_from_db()
    told = Told(kind=AnswerKind.PLANNED, on=on, deciding_body="Nämnden")
    seen = dispatch.answers_count
    register_answer(dispatch.pk, told, seen=seen, by=TESTER, now=localtime(), **correcting)


def feed(client, path):
    response = client.get(f"/lanet/{path}.atom")
    assert response.status_code == 200
    assert response["Content-Type"] == "application/atom+xml; charset=utf-8"
    return ElementTree.fromstring(response.content)  # noqa: S314 - our own


def events(client, path):
    response = client.get(f"/lanet/{path}.ics")
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    return {str(one["UID"]): one for one in Calendar.from_ical(response.content).walk("VEVENT")}


@pytest.mark.rule("R264")
@pytest.mark.parametrize("path", FEEDS)
def test_a_feed_is_what_rfc_4287_asks_for(client, dispatch, path):
    answers(dispatch)
    told = feed(client, path)

    assert told.tag == f"{ATOM}feed"
    for name in ("id", "title", "updated", "author"):
        assert len(told.findall(f"{ATOM}{name}")) == 1
    assert told.find(f"{ATOM}author/{ATOM}name").text
    links = {link.get("rel"): link.get("href") for link in told.findall(f"{ATOM}link")}
    assert links["self"] == f"http://127.0.0.1:8000/lanet/{path}.atom"
    assert links["alternate"] == f"http://127.0.0.1:8000/lanet/{path}/"
    entries = told.findall(f"{ATOM}entry")
    assert entries
    for entry in entries:
        for name in ("id", "title", "updated", "summary"):
            assert entry.find(f"{ATOM}{name}").text
        assert entry.find(f"{ATOM}link").get("href").endswith("/rekommendationer/r1/")
        at = datetime.fromisoformat(entry.find(f"{ATOM}updated").text)
        assert at.utcoffset().total_seconds() == 0
    ids = [entry.find(f"{ATOM}id").text for entry in entries]
    assert len(set(ids)) == len(ids)
    assert all(one.startswith("urn:uuid:") for one in ids)


def test_a_principals_feed_is_about_that_principal(client, dispatch):
    answers(dispatch)
    told = [
        one.find(f"{ATOM}title").text for one in feed(client, "huvudman/mala").iter(f"{ATOM}entry")
    ]

    assert len(told) == 1
    assert dispatch.principal.name in told[0]
    assert "Hjälpmedel & <skola>" in told[0]


def test_a_subjects_feed_is_about_that_subject(client, dispatch):
    assert len(list(feed(client, "amnen/hjalpmedel").iter(f"{ATOM}entry"))) == 1
    assert list(feed(client, "amnen/aldre").iter(f"{ATOM}entry")) == []


def test_the_same_journal_gives_the_same_bytes_and_ids_stay(client, dispatch):
    first = client.get("/lanet/beslutslaget.atom").content
    assert client.get("/lanet/beslutslaget.atom").content == first
    before = {
        one.find(f"{ATOM}id").text for one in feed(client, "beslutslaget").iter(f"{ATOM}entry")
    }

    answers(dispatch)
    after = {
        one.find(f"{ATOM}id").text for one in feed(client, "beslutslaget").iter(f"{ATOM}entry")
    }

    assert before < after


@pytest.mark.parametrize(
    "address",
    [
        "huvudman/ingen.atom",
        "huvudman/ingen.ics",
        "amnen/inget.atom",
        "amnen/inget/",
        "rekommendationer/x.atom",
    ],
)
def test_what_there_is_not_has_no_feed(client, here, address):
    assert client.get(f"/lanet/{address}").status_code == 404


def test_a_principal_of_another_collaboration_has_no_feed_here(client, here, elsewhere):
    PrincipalFactory(collaboration=elsewhere, slug="mala")

    assert client.get("/lanet/huvudman/mala.atom").status_code == 404


def test_the_reply_by_day_is_in_the_calendar(client, dispatch):
    for path in ("beslutslaget", "huvudman/mala", "amnen/hjalpmedel"):
        one = events(client, path)["lanet-r1-svar@samverkan"]
        assert one["DTSTART"].dt == dispatch.recommendation.reply_by
        assert one["SUMMARY"] == "Svar senast: Hjälpmedel & <skola>"
        assert "Beslut saknas" in one["DESCRIPTION"]


def test_a_planned_day_keeps_its_uid_and_its_sequence_grows(client, dispatch):
    uid = "lanet-r1-mala-mote@samverkan"
    first = date(localdate().year + 1, 3, 1)
    plans(dispatch, first)
    before = events(client, "huvudman/mala")[uid]
    plans(dispatch, first.replace(day=9), correcting=True, reason="flyttat")
    after = events(client, "huvudman/mala")[uid]

    assert (before["DTSTART"].dt, after["DTSTART"].dt) == (first, first.replace(day=9))
    assert after["SEQUENCE"] > before["SEQUENCE"]
    assert after["STATUS"] == "TENTATIVE"
    assert after["LAST-MODIFIED"].dt >= before["LAST-MODIFIED"].dt


def test_a_day_that_was_taken_back_is_called_off(client, dispatch):
    plans(dispatch, date(localdate().year + 1, 3, 1))
    told = Told(kind=AnswerKind.RECEIVED, reference_number="KS 2")
    register_answer(
        dispatch.pk, told, seen=1, by=TESTER, now=localtime(), correcting=True, reason="fel"
    )
    one = events(client, "huvudman/mala")["lanet-r1-mala-mote@samverkan"]

    assert one["STATUS"] == "CANCELLED"
    assert one["SUMMARY"].startswith("Inställt: ")


def test_another_principals_day_is_not_in_ones_calendar(client, dispatch):
    plans(dispatch, date(localdate().year + 1, 3, 1))

    assert not any("mote" in uid for uid in events(client, "huvudman/umea"))


@pytest.mark.parametrize("ending", ["atom", "ics"])
@pytest.mark.parametrize("path", FEEDS[:3])
def test_a_feed_takes_no_more_questions_with_more_to_tell(client, here, dispatch, path, ending):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/lanet/{path}.{ending}")
        return len(captured)

    plans(dispatch, date(localdate().year + 1, 3, 1))
    few = asked()
    for n in range(3):
        one = RecommendationFactory(
            collaboration=here,
            dispatched=True,
            reply_by=localdate(),
            case__scope="assistive_devices",
        )
        plans(
            DispatchFactory(recommendation=one, principal=dispatch.principal), date(2027, 6, 1 + n)
        )

    assert asked() == few


@pytest.mark.parametrize(
    "path", ["beslutslaget", "huvudman/mala", "rekommendationer/r1", "amnen/hjalpmedel"]
)
def test_each_page_tells_of_its_feed(read, dispatch, path):
    page = read(f"/lanet/{path}/")

    assert f'href="/lanet/{path}.atom"' in page
    assert 'type="application/atom+xml"' in page
