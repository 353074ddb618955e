"""What concerns a principal: the page for those who belong there, and the weekly letter."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import Dispatch, WeeklyLetter
from samverkan.dispatches.queries import Part, by_part, matters_at_home
from samverkan.dispatches.rules import (
    WEEKLY_AT_MOST_EVERY,
    obstacles_to_weekly_letter,
    weekly_letter_due,
)
from samverkan.dispatches.tasks import send_weekly
from samverkan.journal.fields import from_day
from samverkan.journal.models import Notice
from samverkan.journal.notices import rendered
from tests.factories import MissionFactory, agreed_recommendation
from tests.www.conftest import queries_of, text

MONDAY = datetime(2026, 11, 23, 6, 30, tzinfo=ZoneInfo("Europe/Stockholm"))


@pytest.fixture
def out(county):
    on = county.today - timedelta(days=30)
    found = agreed_recommendation(county.collaboration, body=county.body, on=on, dispatched=True)
    found.reply_by = county.today + timedelta(days=10)
    found.save()
    return found


def own_principal(county, person):
    return next(
        one.principal
        for one in county.body.missions.filter(person=person).select_related("principal")
    )


@pytest.mark.rule("R158")
def test_what_waits_is_due_is_decided_and_ends_is_told(county, out):
    principal = own_principal(county, county.member)
    decided = agreed_recommendation(
        county.collaboration,
        body=county.body,
        on=county.today - timedelta(days=60),
        dispatched=True,
    )
    Dispatch.objects.filter(recommendation=decided).update(
        state=DispatchState.REJECTED,
        decided_on=county.today - timedelta(days=3),
        deciding_body="Socialnämnden",
    )
    MissionFactory(
        body=county.body,
        principal=principal,
        substitute=True,
        place=9,
        period=from_day(date(2020, 1, 1), county.today + timedelta(days=20)),
    )

    parts = dict(by_part(matters_at_home([principal.pk], county.today)[principal.pk]))

    assert [one.number for one in parts[Part.WAITS]] == [out.number]
    assert [one.number for one in parts[Part.DUE]] == [out.number]
    assert parts[Part.DECIDED][0].said.startswith("avslag, Socialnämnden")
    assert "Ingen efterträdare är utsedd" in parts[Part.EXPIRES][0].said
    assert parts[Part.CARRY_OUT] == []


def test_a_member_sees_their_own_principal_and_no_other(county, member, out):
    principal = own_principal(county, county.member)
    other = next(one for one in county.principals if one != principal)

    page = text(member.get(county.address(f"hos-oss/{principal.slug}/")))

    assert out.title in page
    assert principal.name in text(member.get(county.address("hos-oss/")))
    assert member.get(county.address(f"hos-oss/{other.slug}/")).status_code == 404
    assert member.get(county.address(f"hos-oss/{other.slug}/veckobrev/")).status_code == 404


def test_a_coordinator_sees_all(county, coordinator, out):
    page = text(coordinator.get(county.address("hos-oss/")))

    assert all(one.name in page for one in county.principals)


def test_it_takes_as_many_questions_for_all_as_for_one(county, member, coordinator, out):
    for place in (5, 6, 7):
        MissionFactory(body=county.body, principal=county.principals[0], place=place)

    assert queries_of(coordinator, county.address("hos-oss/")) <= queries_of(
        coordinator, county.address(f"hos-oss/{county.principals[0].slug}/")
    )


def test_the_letter_goes_on_monday_once_and_ends_with_the_mission(county, member, out):
    principal = own_principal(county, county.member)
    address = county.address(f"hos-oss/{principal.slug}/veckobrev/")
    member.post(address, {"wanted": "ja"})

    assert (send_weekly(MONDAY), send_weekly(MONDAY)) == (1, 0)

    letter = rendered(Notice.objects.get(template="what_concerns_us"))
    assert out.title in letter.body
    assert f"/arbeta/hos-oss/{principal.slug}/" in letter.body
    assert send_weekly(MONDAY + timedelta(days=7)) == 1
    county.body.missions.filter(person=county.member).update(
        period=from_day(date(2020, 1, 1), MONDAY.date())
    )
    assert send_weekly(MONDAY + timedelta(days=14)) == 0


def test_a_letter_is_ended_where_it_was_ordered(county, member, out):
    principal = own_principal(county, county.member)
    address = county.address(f"hos-oss/{principal.slug}/veckobrev/")
    member.post(address, {"wanted": "ja"})

    assert "Det är redan så." in text(member.post(address, {"wanted": "ja"}))
    assert "kommer inte mer" in text(member.post(address, {"wanted": "nej"}, follow=True))
    assert not WeeklyLetter.objects.exists()


def test_when_a_letter_is_due():
    def due(since, matters=1):
        last = MONDAY - since if since else None
        return weekly_letter_due(last_sent_at=last, matters=matters, now=MONDAY)

    assert due(None)
    assert not due(None, matters=0)
    assert due(WEEKLY_AT_MOST_EVERY)
    assert not due(WEEKLY_AT_MOST_EVERY - timedelta(seconds=1))


def test_who_may_want_a_letter():
    def codes(**facts):
        return [one.code for one in obstacles_to_weekly_letter(**facts)]

    assert codes(belongs=True, wanted=True, has=False) == []
    assert codes(belongs=False, wanted=False, has=True) == []
    assert codes(belongs=False, wanted=True, has=False) == ["not_of_the_principal"]
    assert codes(belongs=True, wanted=True, has=True) == ["weekly_letter_unchanged"]
