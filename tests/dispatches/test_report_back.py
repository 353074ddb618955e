"""The outcome comes to the body as a table, with what is new, until the case is ended."""

from datetime import timedelta

import pytest
from django.utils.timezone import localdate, localtime

from samverkan.cases.actions import finish_case
from samverkan.cases.models import Case
from samverkan.dispatches.actions import register_answer
from samverkan.dispatches.choices import AnswerKind
from samverkan.dispatches.rules import Told
from samverkan.documents.pdf import minutes_pdf
from samverkan.documents.reading import text_of
from samverkan.meetings import actions as meetings
from samverkan.meetings.actions import Attending
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Item, Meeting
from samverkan.meetings.papers import as_pdf, bundle_of
from tests.factories import (
    TESTER,
    CollaborationFactory,
    MissionFactory,
    PrincipalFactory,
    agreed_recommendation,
)

TODAY = localdate()


@pytest.fixture
def recommendation(db):
    here = CollaborationFactory()
    for name in ("Malå", "Umeå"):
        PrincipalFactory(collaboration=here, name=f"{name} kommun", short_name=name)
    return agreed_recommendation(here, on=TODAY - timedelta(days=90), dispatched=True)


@pytest.fixture
def seat(recommendation):
    return MissionFactory(body=recommendation.body)


def then(days):
    return {"by": TESTER, "now": localtime() + timedelta(days=days)}


def decided(recommendation, name, days, kind=AnswerKind.APPROVED, **facts):
    dispatch = recommendation.dispatches.get(principal__short_name=name)
    known = {
        "on": TODAY + timedelta(days=days),
        "deciding_body": "Socialnämnden",
        "paragraph": "§ 31",
        "comment": "",
    } | {key: facts.pop(key) for key in ("comment",) if key in facts}
    facts = {"seen": dispatch.answers_count, "source": "ett protokoll"} | facts | then(days)
    return register_answer(dispatch.pk, Told(kind, **known), **facts)


def planned(recommendation, days) -> Meeting:
    day = TODAY + timedelta(days=days)
    return meetings.plan_meeting(recommendation.body_id, on=day, **then(days - 5))


def closed(meeting, seat, days):
    attending = [Attending(seat.person_id)]
    meetings.note_attendance(meeting.pk, attending, led_by=seat.person_id, **then(days))
    meetings.close_meeting(meeting.pk, **then(days))


def approved(meeting, seat, days):
    facts = {"approver": seat.person_id, "title": "ordförande"}
    day = TODAY + timedelta(days=days)
    return meetings.approve_minutes(meeting.pk, approved_on=day, **facts, **then(days))


def point_of(meeting) -> Item | None:
    return meeting.items.filter(kind=ItemKind.REPORT_BACK).first()


def rows(table):
    return {row[0]: row[1:] for row in table["rows"]}


@pytest.mark.rule("R153")
def test_the_outcome_is_a_table_of_the_principals(recommendation):
    meeting = planned(recommendation, 20)
    decided(recommendation, "Malå", 1, comment="Med start i höst.")

    table = point_of(meeting).table
    assert table["head"] == ["Huvudman", "Svar", "Dag", "Organ och paragraf", "Kommentar"]
    told = rows(table)
    assert told["Malå"][0] == "Bifall"
    assert told["Malå"][2:] == ["Socialnämnden, § 31", "Med start i höst."]
    assert told["Umeå"] == ["Inget svar", "", "", ""]


@pytest.mark.rule("R153")
def test_it_comes_twice_and_the_second_time_the_news_are_marked(recommendation, seat):
    decided(recommendation, "Malå", 1)
    first = planned(recommendation, 20)
    closed(first, seat, 20)
    minutes = approved(first, seat, 25)
    decided(recommendation, "Umeå", 30, AnswerKind.REJECTED)

    second = planned(recommendation, 50)

    frozen = next(point for point in minutes.content["points"] if "table" in point)
    assert rows(frozen["table"])["Umeå"][0] == "Inget svar"
    table = point_of(second).table
    assert table["head"][-1] == "Nytt"
    told = rows(table)
    assert (told["Malå"][-1], told["Umeå"][-1]) == ("", "Nytt")
    assert told["Umeå"][0] == "Avslag"


@pytest.mark.rule("R153")
def test_a_correction_is_news(recommendation, seat):
    decided(recommendation, "Malå", 1)
    first = planned(recommendation, 20)
    closed(first, seat, 20)
    approved(first, seat, 25)
    decided(
        recommendation, "Malå", 30, AnswerKind.REJECTED, correcting=True, reason="Fel ruta valdes."
    )

    told = rows(point_of(planned(recommendation, 50)).table)
    assert (told["Malå"][0], told["Malå"][-1]) == ("Avslag", "Nytt")


@pytest.mark.rule("R153")
def test_what_comes_between_the_meeting_and_its_approval_is_news_for_the_next(recommendation, seat):
    decided(recommendation, "Malå", 1)
    first = planned(recommendation, 20)
    closed(first, seat, 20)
    decided(recommendation, "Umeå", 22)
    minutes = approved(first, seat, 25)

    frozen = next(point for point in minutes.content["points"] if "table" in point)
    assert rows(frozen["table"])["Umeå"][0] == "Inget svar"
    told = rows(point_of(planned(recommendation, 50)).table)
    assert (told["Malå"][-1], told["Umeå"][-1]) == ("", "Nytt")


def test_what_the_secretary_wrote_stays_when_an_answer_comes_during_the_meeting(recommendation):
    decided(recommendation, "Malå", 1)
    meeting = planned(recommendation, 20)
    item = point_of(meeting)
    meetings.note_point(item.pk, text="Samtal om svaren.", seen=meetings.stamp_of(item), **then(20))

    decided(recommendation, "Umeå", 20)

    item.refresh_from_db()
    assert item.text == "Samtal om svaren."
    assert rows(item.table)["Umeå"][0] == "Bifall"


@pytest.mark.rule("R153")
def test_when_the_case_is_ended_it_does_not_come_again(recommendation, seat):
    decided(recommendation, "Malå", 1)
    first = planned(recommendation, 20)
    closed(first, seat, 20)
    approved(first, seat, 25)
    case = Case.objects.get(pk=recommendation.case_id)
    finish_case(case.collaboration_id, case.number, reason="Umeå svarar inte.", **then(26))
    decided(recommendation, "Umeå", 30)

    assert point_of(planned(recommendation, 50)) is None


def test_the_table_is_in_the_papers_and_the_minutes_as_pdf(recommendation):
    decided(recommendation, "Malå", 1, comment="Rad ett.\nRad två.")
    meeting = planned(recommendation, 20)

    minutes = text_of(minutes_pdf(minutes_text(meeting))).text
    papers = text_of(as_pdf(bundle_of(meeting, as_sent=False))).text
    for said in (minutes, papers):
        assert "Huvudmännens svar till och med" in said
        assert "Rad två." in said


def test_a_long_table_of_many_principals_is_printed(recommendation):
    decided(recommendation, "Malå", 1)
    text = minutes_text(planned(recommendation, 20))
    point = next(one for one in text["points"] if "table" in one)
    point["table"]["rows"] = [[f"Kommun {n}", "Bifall", "", "", "x" * 200] for n in range(311)]

    printed = minutes_pdf(text)

    assert "Kommun 310" in text_of(printed).text
