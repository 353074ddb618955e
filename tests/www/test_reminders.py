"""Where a coordinator sees reminders before they go, and mail that has not gone out."""

from datetime import timedelta

import pytest
import time_machine
from django.utils.timezone import localtime

from samverkan.dispatches.models import Dispatch, Reminder
from samverkan.journal.choices import NoticeState
from samverkan.journal.models import Entry, Notice
from samverkan.journal.notices import GIVE_UP_AFTER
from tests.factories import agreed_recommendation
from tests.www.conftest import queries_of, text


@pytest.fixture(autouse=True)
def a_weekday():
    """Nothing goes on a weekend."""
    now = localtime()
    with time_machine.travel(now + timedelta(days=7 - now.weekday()) if now.weekday() > 4 else now):
        yield


@pytest.fixture
def late(county):
    """A recommendation whose reply-by day passed two days ago, or before the weekend."""
    on = county.today - timedelta(days=30)
    found = agreed_recommendation(county.collaboration, body=county.body, on=on, dispatched=True)
    found.reply_by = county.today - timedelta(days=10)
    found.save()
    return found


def test_the_letters_are_shown_word_for_word_before_they_go(county, coordinator, late):
    page = text(coordinator.get(county.address("paminnelser/")))

    for principal in county.principals:
        assert principal.registrar_email in page
    assert late.title in page
    assert "(här står mottagarens egen länk)" in page
    assert not Notice.objects.filter(template="recommendation_reminded").exists()


def test_some_are_sent_now_with_a_line_of_ones_own(county, coordinator, late):
    chosen = f"registrar.{county.principals[0].slug}"

    answer = coordinator.post(
        county.address("paminnelser/"),
        {"letters": [chosen], "note": "God fortsättning!"},
        follow=True,
    )

    assert "En påminnelse är på väg." in text(answer)
    [notice] = Notice.objects.filter(template="recommendation_reminded")
    assert notice.to == county.principals[0].registrar_email
    assert notice.facts["note"] == "God fortsättning!"


def test_nothing_chosen_is_said_at_the_field(county, coordinator, late):
    answer = coordinator.post(county.address("paminnelser/"), {"note": "Hej"})

    assert "Välj minst en påminnelse" in text(answer)
    assert not Reminder.objects.exists()


def test_a_coordinator_lets_a_principal_be(county, coordinator, late):
    principal = county.principals[0]
    address = county.address(f"paminnelser/{late.number}/{principal.slug}/vanta/")
    until = county.today + timedelta(days=20)

    bad = coordinator.post(address, {"until": "", "reason": "Ledig"})
    assert "Ange till och med vilken dag." in text(bad)
    assert "Ledig" in text(bad)
    answer = coordinator.post(address, {"until": until, "reason": "Ledig"}, follow=True)

    assert "Ledig" in text(answer)
    assert Dispatch.objects.get(recommendation=late, principal=principal).held_until == until
    again = county.address(f"paminnelser/{late.number}/{principal.slug}/som-vanligt/")
    assert "De väntar till och med" in text(coordinator.get(again))
    coordinator.post(again)
    assert Dispatch.objects.get(recommendation=late, principal=principal).held_until is None


@pytest.mark.parametrize("page", ["paminnelser/", "mejl/"])
def test_members_may_not(county, member, late, page):
    answer = member.get(county.address(page))

    assert answer.status_code == 403
    assert "Bara koordinatorerna" in text(answer)


def test_an_empty_page_says_what_will_be_there(county, coordinator):
    assert "Ingen är på väg" in text(coordinator.get(county.address("paminnelser/")))
    assert "Allt har gått ut." in text(coordinator.get(county.address("mejl/")))


def failed(county) -> Notice:
    notice = Notice.objects.filter(template="recommendation_dispatched").first()
    notice.state, notice.attempts = NoticeState.FAILED, GIVE_UP_AFTER
    notice.last_error = "550 no such user"
    notice.save()
    return notice


def test_mail_that_was_given_up_is_shown_and_tried_again(county, coordinator, late):
    notice = failed(county)

    page = text(coordinator.get(county.address("mejl/")))
    assert notice.to in page
    assert "550 no such user" in page
    address = county.address(f"mejl/{notice.pk}/forsok/")
    assert late.title in text(coordinator.get(address))
    answer = coordinator.post(address, follow=True)

    notice.refresh_from_db()
    assert f"Mejlet till {notice.to} är på väg igen." in text(answer)
    assert (notice.state, notice.attempts) == (NoticeState.QUEUED, 0)
    assert Entry.objects.get(verb="notice.tried_again").visibility == "closed"


def test_mail_that_waits_says_when_it_is_tried_again(county, coordinator, late):
    notice = failed(county)
    notice.state, notice.attempts = NoticeState.QUEUED, 3
    notice.next_attempt_at = localtime() + timedelta(minutes=8)
    notice.save()

    page = text(coordinator.get(county.address("mejl/")))
    assert "Försöks igen" in page
    assert "3 försök" in page
    coordinator.post(county.address(f"mejl/{notice.pk}/forsok/"))
    assert not Entry.objects.filter(verb="notice.tried_again").exists()


def test_the_page_asks_as_much_for_three_as_for_one(county, coordinator, late):
    few = queries_of(coordinator, county.address("paminnelser/"))
    for days in range(3):
        more = agreed_recommendation(
            county.collaboration,
            body=county.body,
            on=county.today - timedelta(days=29 - days),
            dispatched=True,
        )
        more.reply_by = county.today - timedelta(days=10)
        more.save()

    assert queries_of(coordinator, county.address("paminnelser/")) == few
