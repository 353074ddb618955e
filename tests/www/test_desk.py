"""The desk: who comes in, and what waits for whom."""

from datetime import date, timedelta

import pytest
from django.test import Client

from samverkan.bodies.models import ChairTerm, Mission
from samverkan.dispatches.choices import AnswerKind
from samverkan.journal.fields import from_day
from samverkan.meetings import actions as meetings
from tests.factories import (
    TESTER,
    AnswerFactory,
    DispatchFactory,
    RecommendationFactory,
    RoleFactory,
    UserFactory,
    agreed_recommendation,
)
from tests.www.conftest import client_of, queries_of, text


def test_without_an_account_one_is_asked_to_sign_in_and_comes_back(county):
    answer = Client().get(county.address("arenden/"))

    assert answer.status_code == 302
    assert answer["Location"].endswith(f"?next={county.address('arenden/')}")


def test_those_without_a_role_or_mission_here_find_nothing(county, stranger, outsider):
    for client in (stranger, outsider):
        assert client.get(county.address()).status_code == 404


def test_a_role_that_ended_yesterday_no_longer_opens_the_door(county):
    ended = RoleFactory(collaboration=county.collaboration, ended=True).person

    assert client_of(ended).get(county.address()).status_code == 404


def test_an_account_without_a_person_finds_nothing(county):
    client = Client()
    client.force_login(UserFactory(person=None))

    assert client.get(county.address()).status_code == 404


def test_nothing_is_taken_in_without_proof_of_where_it_came_from(county):
    client = Client(enforce_csrf_checks=True)
    client.force_login(UserFactory(person=county.coordinator))

    answer = client.post(county.address(f"arenden/vack/{county.body.slug}/"), {"title": "x"})

    assert answer.status_code == 403


@pytest.mark.parametrize("page", ["", "arenden/", "moten/", "rekommendationer/", "huvudman/"])
def test_lists_take_in_nothing(county, coordinator, page):
    assert coordinator.post(county.address(page)).status_code == 405


@pytest.mark.rule("R319")
def test_on_monday_the_coordinator_sees_who_has_not_answered(county, coordinator):
    on = county.today - timedelta(days=90)
    recommendation = agreed_recommendation(
        county.collaboration,
        title="Gemensam rutin",
        body=county.body,
        on=on,
        dispatched=True,
        reply_by=county.today - timedelta(days=2),
    )
    recommendation.dispatches.filter(principal=county.principals[0]).update(
        state="approved", decided_on=county.today
    )

    page = text(coordinator.get(county.address()))

    assert "Saknas från Ahed, Regionen" in page
    assert "Svarsdagen har passerat" in page
    assert "Nästa steg: påminn 2 huvudmän" in page
    assert county.address(f"rekommendationer/{recommendation.number}/paminn/") in page


@pytest.mark.rule("R167")
def test_the_coordinator_sees_what_waits(county, coordinator):
    agreed_recommendation(
        county.collaboration,
        title="Att sända ut",
        body=county.body,
        on=county.today - timedelta(days=40),
    )
    county.case(title="Bara väckt")
    county.case(title="Beredd utan möte", prepared=True)
    placed = county.case(title="På dagordningen", prepared=True)
    meeting = county.meeting(days=12)
    meetings.place_case(meeting.pk, placed.number, by=TESTER, now=placed.raised_at)

    page = text(coordinator.get(county.address()))

    assert "Att sända ut" in page.partition("Att expediera")[2].partition("Att bereda")[0]
    assert "Bara väckt" in page.partition("Att bereda")[2].partition("Beredda, utan")[0]
    waiting = page.partition("Beredda, utan dagordning")[2].partition("<h2>Möten")[0]
    assert "Beredd utan möte" in waiting
    assert "På dagordningen" not in waiting


def test_an_empty_desk_says_what_will_be_there(county, coordinator):
    page = text(coordinator.get(county.address()))

    assert "Inget brådskar just nu." in page
    assert page.count("Här visas") == 7


def test_the_chair_is_first_asked_to_approve(county, chair, member):
    meeting, _ = county.agreed_meeting(county.case(prepared=True))
    meetings.close_meeting(meeting.pk, by=TESTER, now=meeting.collaboration.head_at)

    assert "Nästa steg: justera" in text(chair.get(county.address()))
    assert "Nästa steg: justera" not in text(member.get(county.address()))


@pytest.mark.rule("R304")
def test_who_led_a_meeting_can_approve_it_after_the_own_term(county, chair):
    meeting, _ = county.agreed_meeting(county.case(prepared=True))
    meetings.close_meeting(meeting.pk, by=TESTER, now=meeting.collaboration.head_at)
    Mission.objects.filter(person=county.chair).update(
        period=from_day(date(2020, 1, 1), date(2021, 1, 1))
    )
    ChairTerm.objects.all().delete()

    page = chair.get(county.address(f"moten/{meeting.body.slug}/{meeting.on}/justera/"))

    assert page.status_code == 200


def test_a_member_sees_the_own_bodies_meetings_and_questions(county, member):
    county.meeting(days=12)
    county.case(title="Min fråga")
    county.case(title="Ordförandens fråga", raised_by=county.chair)

    page = text(member.get(county.address()))

    assert county.body.name in page
    assert "Min fråga" in page
    assert "Ordförandens fråga" not in page
    assert "Väck en fråga" in page
    assert "Väntar på svar" not in page


def fill(county, name: str, number: int) -> None:
    case = county.case(title=f"{name} väckt {number}")
    county.case(title=f"{name} beredd {number}", prepared=True, raised_by=case.raised_by)
    county.meeting(days=number + 1)
    recommendation = RecommendationFactory(
        collaboration=county.collaboration, title=f"{name} ute {number}", dispatched=True
    )
    for principal in county.principals:
        dispatch = DispatchFactory(recommendation=recommendation, principal=principal)
    AnswerFactory(dispatch=dispatch, kind=AnswerKind.RECEIVED)
    RecommendationFactory(collaboration=county.collaboration, title=f"{name} klar {number}")


def test_the_desk_asks_as_much_when_much_waits(county, coordinator):
    fill(county, "Vår", 0)
    few = queries_of(coordinator, county.address())
    for number in range(1, 18):
        fill(county, "Vår", number)

    assert queries_of(coordinator, county.address()) == few


@pytest.mark.parametrize("page", ["", "arenden/", "moten/", "rekommendationer/", "huvudman/"])
def test_two_collaborations_are_never_mixed(county, elsewhere, coordinator, page):
    fill(county, "Vår", 0)
    fill(elsewhere, "Deras", 0)

    found = text(coordinator.get(county.address(page)))

    assert "Deras" not in found
    assert elsewhere.collaboration.name not in found
    assert elsewhere.body.name not in found
    assert f"/{elsewhere.collaboration.slug}/" not in found


@pytest.mark.parametrize(
    "path",
    [
        "arenden/{case}/",
        "arenden/{case}/skriv/",
        "moten/{body}/{day}/",
        "moten/{body}/{day}/kalla/",
    ],
)
def test_another_collaborations_things_are_not_found(county, elsewhere, coordinator, path):
    case, meeting = elsewhere.case(), elsewhere.meeting(days=3)
    places = {"case": case.number, "body": elsewhere.body.slug, "day": meeting.on}

    assert coordinator.get(county.address(path.format(**places))).status_code == 404
