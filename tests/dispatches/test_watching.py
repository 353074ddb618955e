"""Following the board by e-mail, and views that a person keeps."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.http import Http404

from samverkan.dispatches.actions import (
    ask_for_news,
    change_subscription,
    change_view,
    confirm_subscription,
    end_subscription,
    forget_unconfirmed,
    mark_seen,
    remove_view,
    save_view,
    send_news,
)
from samverkan.dispatches.actions.subscriptions import Bulletin, Wish
from samverkan.dispatches.choices import Cadence
from samverkan.dispatches.models import BoardLook, SavedView, Subscription
from samverkan.dispatches.rules import (
    CONFIRM_WITHIN,
    MOST_VIEWS,
    MOST_WAITING,
    is_due,
    may_be_written_to,
    obstacles_to_ask,
    obstacles_to_save_view,
)
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import rendered
from samverkan.journal.obstacles import StepRefused
from tests.factories import TESTER, CollaborationFactory, PersonFactory, PrincipalFactory

HERE = ZoneInfo("Europe/Stockholm")
NOW = datetime(2026, 11, 4, 9, 0, tzinfo=HERE)  # a Wednesday
MONDAY = datetime(2026, 11, 9, 7, 0, tzinfo=HERE)
HOUR, SECOND = timedelta(hours=1), timedelta(seconds=1)
EACH = Wish(Cadence.EACH)
WHO = "lasare@example.invalid"
LINE = {"title": "En rutin", "sentence": "Malå beslutade.", "when": "I dag", "url": "/x/"}


@pytest.fixture
def here(db):
    return CollaborationFactory(slug="lanet")


def ask(here, email=WHO, wish=EACH, now=NOW):
    ask_for_news(here.pk, email, wish, by=TESTER, now=now)
    return Subscription.objects.filter(scope=here, email=email.lower()).get()


def confirmed(here, email=WHO, wish=EACH):
    return confirm_subscription(ask(here, email, wish).pk, by=TESTER, now=NOW)


def letters():
    return list(Notice.objects.order_by("pk").values_list("template", "to"))


def test_only_so_many_wait_for_an_answer():
    assert obstacles_to_ask(waiting=MOST_WAITING - 1, principals=0) == []
    assert [one.code for one in obstacles_to_ask(waiting=MOST_WAITING, principals=61)] == [
        "too_many_wait",
        "too_many_principals",
    ]


def test_an_address_is_written_to_once_an_hour():
    assert may_be_written_to(written_to_at=None, now=NOW)
    assert not may_be_written_to(written_to_at=NOW - HOUR + SECOND, now=NOW)
    assert may_be_written_to(written_to_at=NOW - HOUR, now=NOW)


@pytest.mark.rule("R158")
@pytest.mark.parametrize(
    ("looked_at", "now", "due"),
    [
        (NOW, MONDAY - SECOND, False),
        (NOW, MONDAY, True),
        (MONDAY, MONDAY + timedelta(days=6), False),
        (MONDAY, MONDAY + timedelta(days=7), True),
        (MONDAY - SECOND, MONDAY + timedelta(days=3), True),
        (None, NOW, True),
    ],
)
def test_weekly_is_mondays_at_seven(looked_at, now, due):
    assert is_due(cadence=Cadence.WEEKLY, looked_at=looked_at, now=now) is due


def test_each_is_always():
    assert is_due(cadence=Cadence.EACH, looked_at=NOW, now=NOW)


@pytest.mark.rule("R158")
def test_asking_sends_one_question_and_nothing_else(here):
    one = ask(here, "Lasare@Example.invalid")

    assert one.confirmed_at is None
    assert letters() == [("news_asked_for", WHO)]
    assert "bekräfta" in rendered(Notice.objects.get()).body


def test_the_journal_never_tells_whose(here):
    one = confirmed(here)
    change_subscription(one.pk, EACH, by=one.holder, now=NOW)
    end_subscription(one.pk, by=one.holder, now=NOW)

    assert Entry.objects.count() == 4
    assert not any(WHO in entry.text for entry in Entry.objects.all())
    assert {entry.visibility for entry in Entry.objects.all()} == {"closed"}


def test_asking_again_within_the_hour_sends_nothing(here):
    ask(here)
    ask(here, now=NOW + HOUR - SECOND)
    assert len(letters()) == 1

    ask(here, now=NOW + HOUR)
    assert len(letters()) == 2
    assert Subscription.objects.count() == 1


def test_who_follows_already_gets_the_way_there_and_nothing_changes(here):
    confirmed(here)
    one = ask(here, wish=Wish(Cadence.WEEKLY, subjects=["aldre"]), now=NOW + HOUR)

    assert letters()[-1] == ("news_known", WHO)
    assert (one.cadence, one.subjects) == (Cadence.EACH, [])


def test_too_many_waiting_stops_new_ones(here, monkeypatch):
    monkeypatch.setattr("samverkan.dispatches.rules.watching.MOST_WAITING", 1)
    ask(here)

    with pytest.raises(StepRefused):
        ask_for_news(here.pk, "annan@example.invalid", EACH, by=TESTER, now=NOW)
    assert Subscription.objects.count() == 1


def test_confirming_begins_from_now_and_is_done_once(here):
    one = confirmed(here)
    here.refresh_from_db()

    assert one.sent_sequence == here.head_sequence - 1  # the entry of the confirmation itself
    confirm_subscription(one.pk, by=TESTER, now=NOW + HOUR)
    assert Entry.objects.filter(verb="subscription.confirmed").count() == 1


def test_what_is_not_confirmed_cannot_be_changed(here):
    one = ask(here)

    with pytest.raises(StepRefused):
        change_subscription(one.pk, EACH, by=TESTER, now=NOW)


@pytest.mark.rule("R158")
def test_ending_takes_the_address_away_everywhere(here):
    wish = Wish(Cadence.EACH, [PrincipalFactory(collaboration=here)], ["aldre"])
    one = confirmed(here, wish=wish)
    end_subscription(one.pk, by=one.holder, now=NOW)
    end_subscription(one.pk, by=one.holder, now=NOW)
    one.refresh_from_db()

    assert (one.email, one.subjects, one.principals.count()) == ("", [], 0)
    assert not Notice.objects.filter(to=WHO).exists()
    assert Entry.objects.filter(verb="subscription.ended").count() == 1


def test_who_has_ended_may_begin_again(here):
    end_subscription(confirmed(here).pk, by=TESTER, now=NOW)

    assert ask(here, now=NOW + SECOND).confirmed_at is None


def test_what_nobody_confirmed_is_forgotten_on_the_day(here):
    confirmed(here, "ja@example.invalid")
    ask(here)

    assert forget_unconfirmed(here.pk, by=SYSTEM, now=NOW + CONFIRM_WITHIN - SECOND) == 0
    assert forget_unconfirmed(here.pk, by=SYSTEM, now=NOW + CONFIRM_WITHIN) == 1
    assert list(Subscription.objects.values_list("email", flat=True)) == ["ja@example.invalid"]
    assert not Notice.objects.filter(to=WHO).exists()


@pytest.mark.rule("R158")
def test_the_same_news_are_never_sent_twice(here):
    one = confirmed(here)
    bulletin = Bulletin(one.pk, one.sent_sequence, [LINE])
    send = {"by": SYSTEM, "now": NOW}

    assert send_news(here.pk, [bulletin], upto=50, **send) == 1
    assert send_news(here.pk, [bulletin], upto=60, **send) == 0
    one.refresh_from_db()
    assert one.sent_sequence == 50
    assert letters()[1:] == [("news_sent", WHO)]


def test_one_entry_tells_of_all_letters(here):
    found = [confirmed(here, f"{n}@example.invalid") for n in range(3)]
    bulletins = [Bulletin(one.pk, one.sent_sequence, [LINE]) for one in found]
    bulletins[2] = Bulletin(found[2].pk, found[2].sent_sequence)

    assert send_news(here.pk, bulletins, upto=50, by=SYSTEM, now=NOW) == 2
    entry = Entry.objects.get(verb="news.sent")
    assert entry.content["facts"]["count"] == 2
    found[2].refresh_from_db()
    assert found[2].sent_sequence == 50


def test_nothing_is_sent_to_those_who_have_not_said_yes_or_have_said_stop(here):
    waits, ended = ask(here, "a@example.invalid"), confirmed(here, "b@example.invalid")
    end_subscription(ended.pk, by=TESTER, now=NOW)
    bulletins = [Bulletin(one.pk, one.sent_sequence, [LINE]) for one in (waits, ended)]

    assert send_news(here.pk, bulletins, upto=50, by=SYSTEM, now=NOW) == 0


@pytest.mark.rule("R158")
def test_a_letter_can_be_ended_by_one_click_of_the_mail_program(here):
    one = confirmed(here)
    send_news(here.pk, [Bulletin(one.pk, one.sent_sequence, [LINE])], upto=50, by=SYSTEM, now=NOW)
    message = rendered(Notice.objects.get(template="news_sent"))

    assert message.extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    address = message.extra_headers["List-Unsubscribe"].strip("<>")
    assert address.endswith("/avsluta/")
    assert address.removesuffix("avsluta/") in message.body
    assert "Malå beslutade." in message.body


def test_other_letters_have_no_such_button(here):
    ask(here)

    assert "List-Unsubscribe" not in rendered(Notice.objects.get()).extra_headers


@pytest.mark.parametrize(
    ("facts", "codes"),
    [
        ({}, []),
        ({"name": " "}, ["view_without_name"]),
        ({"taken": True}, ["view_name_taken"]),
        ({"kept": MOST_VIEWS - 1}, []),
        ({"kept": MOST_VIEWS}, ["too_many_views"]),
        ({"kept": MOST_VIEWS, "keeps": True}, []),
    ],
)
def test_a_view_needs_a_name_of_its_own_and_there_are_only_so_many(facts, codes):
    given = {"name": "Ute nu", "taken": False, "kept": 0, "keeps": False} | facts

    assert [one.code for one in obstacles_to_save_view(**given)] == codes


@pytest.fixture
def person(here):
    return PersonFactory(collaboration=here)


def save(here, person, name="Ute nu", **facts):
    return save_view(here.pk, person.pk, name, "lage=ute", by=TESTER, now=NOW, **facts)


def test_one_view_at_most_begins_the_board(here, person):
    first = save(here, person, is_default=True)
    second = save(here, person, "Annan", is_default=True)
    assert list(SavedView.objects.filter(is_default=True)) == [second]

    change_view(first.pk, person.pk, name="Ute", is_default=True, by=TESTER, now=NOW)
    assert list(SavedView.objects.filter(is_default=True)) == [first]


def test_two_people_may_use_one_name_and_one_person_may_not(here, person):
    save(here, person)
    save(here, PersonFactory(collaboration=here))

    with pytest.raises(StepRefused):
        save(here, person, "UTE NU")


def test_nobody_changes_or_removes_anothers_view(here, person):
    view, other = save(here, person), PersonFactory(collaboration=here)

    with pytest.raises(Http404):
        change_view(view.pk, other.pk, name="x", is_default=False, by=TESTER, now=NOW)
    with pytest.raises(Http404):
        remove_view(view.pk, other.pk, by=TESTER, now=NOW)
    remove_view(view.pk, person.pk, by=TESTER, now=NOW)
    assert not SavedView.objects.exists()


def test_what_somebody_has_seen_is_kept_and_not_told(here, person):
    save(here, person)
    mark_seen(here.pk, person.pk, now=NOW)
    mark_seen(here.pk, person.pk, now=NOW + HOUR)

    look = BoardLook.objects.get()
    assert (look.sequence, look.at) == (1, NOW + HOUR)
    assert Entry.objects.count() == 1
