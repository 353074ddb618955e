"""Following by e-mail from the common site, and the news that are sent."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverkan.dispatches.actions import ask_for_news, confirm_subscription, register_answer
from samverkan.dispatches.actions.subscriptions import Wish
from samverkan.dispatches.choices import AnswerKind, Cadence
from samverkan.dispatches.models import Subscription
from samverkan.dispatches.rules import Told
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.public.tasks import send_all
from samverkan.running.front import PUBLIC
from tests.factories import TESTER, DispatchFactory, PrincipalFactory, RecommendationFactory

ADDRESS = "/lanet/bevaka/begar/"
WHO = "lasare@example.invalid"
NOW = datetime(2026, 11, 4, 9, 0, tzinfo=ZoneInfo("Europe/Stockholm"))  # a Wednesday
MONDAY = datetime(2026, 11, 9, 7, 0, tzinfo=ZoneInfo("Europe/Stockholm"))
DAY = timedelta(days=1)


@pytest.fixture
def mala(here):
    return PrincipalFactory(collaboration=here, slug="mala", short_name="Malå")


def ask(client, **facts):
    return client.post(ADDRESS, {"email": WHO, "cadence": "weekly"} | facts)


def test_the_page_is_for_everybody_and_sets_no_cookie(client, here, mala):
    response = client.get("/lanet/bevaka/?huvudman=mala&amne=aldre")

    assert response[PUBLIC] == "1"
    assert not response.cookies
    assert (
        response.content.decode().count(" checked") == 0 or "checked" in response.content.decode()
    )


def test_what_one_came_from_is_chosen_already(read, here, mala):
    page = read("/lanet/bevaka/?huvudman=mala&amne=aldre")

    for value in ("mala", "aldre"):
        box = page.split(f'value="{value}"')[1].split(">")[0]
        assert "checked" in box


@pytest.mark.rule("R158")
def test_asking_leads_to_a_question_by_mail(client, here, mala):
    response = ask(client, principals=["mala"], subjects=["aldre"])

    assert (response.status_code, response["Location"]) == (303, "/lanet/bevaka/tack/")
    assert not response.cookies
    one = Subscription.objects.get()
    assert (one.email, one.subjects, one.confirmed_at) == (WHO, ["aldre"], None)
    assert list(one.principals.all()) == [mala]
    assert Notice.objects.get().template == "news_asked_for"


@pytest.mark.parametrize(
    "facts",
    [
        {"email": ""},
        {"email": "ingen adress"},
        {"email": "a@example.invalid\r\nBcc: b@example.invalid"},
        {"email": f"{'a' * 260}@example.invalid"},
        {"cadence": ""},
        {"cadence": "hourly"},
        {"principals": ["finns-inte"]},
        {"subjects": ["finns-inte"]},
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_kept(client, here, mala, facts):
    response = ask(client, **facts)

    assert response.status_code == 422
    assert "Det här behöver rättas" in response.content.decode()
    assert not Subscription.objects.exists()


def test_whether_an_address_is_known_is_not_told(client, here):
    first = ask(client)
    confirm_subscription(Subscription.objects.get().pk, by=TESTER, now=NOW)
    second = ask(client)

    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])


def test_nobody_can_ask_for_hundreds(client, here):
    codes = [ask(client, email=f"{n}@example.invalid").status_code for n in range(11)]

    assert codes[-1] == 429
    assert Subscription.objects.count() == 10


def test_a_form_from_another_site_is_refused(client, here):
    facts = {"email": WHO, "cadence": "weekly"}
    assert client.post(ADDRESS, facts, HTTP_ORIGIN="https://annan.example").status_code == 403
    assert client.post(ADDRESS, facts, HTTP_ORIGIN="http://testserver").status_code == 303


def test_asking_is_never_done_by_reading(client, here):
    assert client.get(ADDRESS).status_code == 405


def follows(here, *, cadence=Cadence.EACH, principals=(), subjects=(), email=WHO):
    ask_for_news(here.pk, email, Wish(cadence, principals, subjects), by=TESTER, now=NOW)
    one = Subscription.objects.get(scope=here, email=email)
    return confirm_subscription(one.pk, by=TESTER, now=NOW)


def out_with(here, principal, **facts):
    one = RecommendationFactory(collaboration=here, dispatched=True, **facts)
    return DispatchFactory(recommendation=one, principal=principal)


def plans(dispatch, *, now=NOW):
    told = Told(kind=AnswerKind.PLANNED, on=NOW.date() + 30 * DAY, deciding_body="Nämnden")
    register_answer(dispatch.pk, told, seen=0, by=TESTER, now=now)


def sent():
    return [rendered(one) for one in Notice.objects.filter(template="news_sent").order_by("pk")]


@pytest.mark.rule("R158")
def test_news_come_once(here, mala):
    follows(here)
    plans(out_with(here, mala))

    assert send_all(NOW + DAY) == 1
    assert send_all(NOW + DAY) == 0
    (letter,) = sent()
    assert mala.name in letter.body
    assert "planerar att ta upp frågan" in letter.body
    assert letter.to == [WHO]


def test_what_was_before_is_no_news(here, mala):
    plans(out_with(here, mala))
    follows(here)

    assert send_all(NOW + DAY) == 0


def test_only_what_is_followed_comes(here, mala):
    umea = PrincipalFactory(collaboration=here)
    follows(here, principals=[mala])
    follows(here, subjects=["hjalpmedel"], email="hjalp@example.invalid")
    plans(out_with(here, umea, case__scope="assistive_devices"))
    plans(out_with(here, mala, case__scope="elderly_care"))

    assert send_all(NOW + DAY) == 2
    assert [letter.to[0] for letter in sent()] == [WHO, "hjalp@example.invalid"]
    assert mala.name in sent()[0].body
    assert umea.name not in sent()[0].body
    assert umea.name in sent()[1].body
    assert mala.name not in sent()[1].body


@pytest.mark.rule("R158")
def test_weekly_waits_for_monday_and_a_quiet_week_is_quiet(here, mala):
    follows(here, cadence=Cadence.WEEKLY)
    plans(out_with(here, mala))

    assert send_all(MONDAY - timedelta(minutes=15)) == 0
    assert send_all(MONDAY) == 1
    assert send_all(MONDAY + 7 * DAY) == 0
    plans(out_with(here, mala), now=MONDAY + 8 * DAY)
    assert send_all(MONDAY + 8 * DAY) == 0
    assert send_all(MONDAY + 14 * DAY) == 1


def test_that_a_letter_was_opened_is_no_news(here, mala):
    follows(here)
    told = Told(kind=AnswerKind.RECEIVED, reference_number="KS 1")
    register_answer(out_with(here, mala).pk, told, seen=0, by=TESTER, now=NOW)

    assert send_all(NOW + DAY) == 0


def test_a_long_letter_says_how_much_more_there_is(here, mala, monkeypatch):
    monkeypatch.setattr("samverkan.public.feeds.bulletins.IN_A_LETTER", 1)
    follows(here)
    plans(out_with(here, mala))
    plans(out_with(here, mala))
    send_all(NOW + DAY)

    (letter,) = sent()
    assert "Och 1 till" in letter.body
    assert letter.subject.startswith("2 nyheter")


def test_more_that_follow_take_no_more_questions_to_look_through(here, mala):
    from samverkan.public.feeds.bulletins import _news, _waiting

    def asked():
        here.refresh_from_db()
        with CaptureQueriesContext(connection) as captured:
            _waiting(here, NOW + DAY)
            _news(here, 0)
        return len(captured)

    follows(here, principals=[mala])
    plans(out_with(here, mala))
    few = asked()
    for n in range(3):
        follows(here, principals=[mala], email=f"{n}@example.invalid")
        plans(out_with(here, mala))

    assert asked() == few


def test_another_collaborations_news_stay_there(here, elsewhere, mala):
    follows(elsewhere)
    plans(out_with(here, mala))

    assert send_all(NOW + DAY) == 0


def test_one_entry_for_a_whole_run(here, mala):
    for n in range(3):
        follows(here, email=f"{n}@example.invalid")
    plans(out_with(here, mala))
    send_all(NOW + DAY)

    assert Entry.objects.filter(verb="news.sent").count() == 1
