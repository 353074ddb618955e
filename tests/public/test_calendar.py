"""The open calendar: the year by month, as a wheel, as a table, and to subscribe to."""

from datetime import date, time
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate, localtime
from icalendar import Calendar

from samverkan.meetings.actions import (
    Arranger,
    add_point,
    call_meeting,
    cancel_meeting,
    enter_external_meeting,
    move_meeting,
    plan_meeting,
)
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Seminar
from tests.factories import LONG_AGO, TESTER, BodyFactory, CollaborationFactory

YEAR = localdate().year + 1


def then():
    return {"by": TESTER, "now": localtime()}


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def body(here):
    return BodyFactory(collaboration=here, name="Samråd vård", short_name="Samråd")


@pytest.fixture
def meeting(body):
    on = date(YEAR, 3, 11)
    return plan_meeting(body.pk, on=on, starts_at=time(9, 30), place="Umeå", **then())


def called(meeting):
    add_point(meeting.pk, kind=ItemKind.DISCUSSION, heading="Nära vård", **then())
    return call_meeting(meeting.pk, **then())


def text(client, here, path, status=200) -> str:
    response = client.get(f"/{here.slug}/{path}")
    assert response.status_code == status
    return response.content.decode()


def events(client, here, path):
    return Calendar.from_ical(client.get(f"/{here.slug}/{path}").content).walk("VEVENT")


def test_a_year_without_meetings_says_what_will_be_here(client, here):
    assert "Här visas årets möten när de är planerade." in text(client, here, "kalender/")
    assert "Här visas årshjulet" in text(client, here, "kalender/arshjul/")


def test_a_planned_meeting_stands_in_its_month_without_a_link(client, here, meeting):
    page = text(client, here, f"kalender/?ar={YEAR}")

    assert '<h2 id="manad-3">Mars</h2>' in page
    assert "Samråd: möte" in page
    assert "planerat" in page
    assert f"moten/{meeting.on}/" not in page


def test_a_called_meeting_leads_to_its_agenda(client, here, meeting):
    called(meeting)

    assert f"moten/{meeting.on}/" in text(client, here, f"kalender/?ar={YEAR}")


def test_internal_deadlines_stay_internal(client, here, body, meeting):
    body.rhythms.create(
        items_days=35, committee_days=28, summons_days=14, period=LONG_AGO, standing="assumed"
    )
    page = text(client, here, f"kalender/?ar={YEAR}")

    assert "kallelsen sänds" in page
    assert "arbetsutskottet bereder" not in page
    assert "förslag till dagordningen" not in page


def test_the_address_keeps_year_and_body(client, here, body, meeting):
    other = BodyFactory(collaboration=here, short_name="LSG")
    plan_meeting(other.pk, on=date(YEAR, 4, 8), **then())
    page = text(client, here, f"kalender/?organ={body.slug}&ar={YEAR}")

    assert "LSG: möte" not in page
    assert f"/kalender/arshjul/?ar={YEAR}&amp;organ={body.slug}" in page
    assert f"/organ/{body.slug}/kalender.ics" in page


@pytest.mark.parametrize("asked", ["ar=1", "ar=hej", "ar=99999", "organ=finns-inte", "ar=%00"])
def test_what_cannot_be_asked_for_gives_this_year(client, here, asked):
    assert f"Kalendern {YEAR - 1}" in text(client, here, f"kalender/?{asked}")


@pytest.mark.rule("R045")
def test_a_year_without_the_seminar_is_told_on_the_page(client, here, body):
    body.rhythms.create(least=1, period=LONG_AGO, standing="source", source="§ 5.2")

    assert "har minst så många möten" in text(client, here, f"kalender/?ar={YEAR}")

    Seminar.objects.create(collaboration=here, body=body, year=YEAR)

    assert "har minst så många möten" not in text(client, here, f"kalender/?ar={YEAR}")


@pytest.mark.rule("R075")
def test_a_meeting_outside_is_escaped_and_said_to_be_assumed(client, here):
    arranger = Arranger("<script>alert(1)</script>")
    enter_external_meeting(
        here.pk, arranger, on=date(YEAR, 5, 4), heading="<b>x</b>", certainty="assumed", **then()
    )
    for path in (f"kalender/?ar={YEAR}", f"kalender/arshjul/?ar={YEAR}"):
        page = text(client, here, path)
        assert "<script>alert" not in page
        assert "<b>x</b>" not in page
        assert "antaget" in page


def test_a_cancelled_meeting_is_struck_through_in_words_too(client, here, meeting):
    cancel_meeting(meeting.pk, reason="Inga ärenden.", **then())

    assert "<b>Inställt</b>" in text(client, here, f"kalender/?ar={YEAR}")


# --- The wheel ------------------------------------------------------------------------------------


def test_the_wheel_is_a_picture_with_text_and_the_same_in_words(client, here, meeting):
    drawn = ET.fromstring(text(client, here, f"kalender/arshjul.svg?ar={YEAR}"))  # noqa: S314
    said = " ".join(drawn.itertext())

    assert drawn.attrib["role"] == "group"
    assert "11 Samråd" in said
    assert str(YEAR) in said
    assert "style" not in ET.tostring(drawn, encoding="unicode")
    page = text(client, here, f"kalender/arshjul/?ar={YEAR}")
    assert "11\N{NO-BREAK SPACE}mars" in page
    assert "Samråd, möte, planerat" in page


def test_a_month_with_much_in_it_says_how_much_is_left_out(client, here):
    for number in range(14):
        other = BodyFactory(collaboration=here, short_name=f"Organ {number}")
        plan_meeting(other.pk, on=date(YEAR, 3, 11), **then())

    assert "och 7 till, se listan" in text(client, here, f"kalender/arshjul.svg?ar={YEAR}")


# --- Files ----------------------------------------------------------------------------------------


def test_the_table_holds_what_the_page_does(client, here, meeting):
    rows = text(client, here, f"kalender.csv?ar={YEAR}").splitlines()

    assert rows[0].lstrip("\ufeff") == "Dag;Tid;Slag;Vem;Vad;Plats;Läge;Källa"
    assert rows[1] == f"{meeting.on};09.30;möte;Samråd;möte;Umeå;planerat;"


def test_the_county_and_each_body_can_be_subscribed_to(client, here, body, meeting):
    other = BodyFactory(collaboration=here)
    plan_meeting(other.pk, on=date(YEAR, 4, 8), **then())

    assert len(events(client, here, "kalender.ics")) == 2
    (one,) = events(client, here, f"organ/{body.slug}/kalender.ics")
    assert one["UID"] == meeting.uid
    text(client, here, "organ/finns-inte/kalender.ics", status=404)


def test_an_unchanged_calendar_has_the_same_bytes(client, here, meeting):
    assert text(client, here, "kalender.ics") == text(client, here, "kalender.ics")


def test_an_empty_calendar_is_one_too(client, here):
    assert "BEGIN:VTIMEZONE" in text(client, here, "kalender.ics")


def test_nothing_of_another_collaboration_is_in_it(client, here):
    elsewhere = BodyFactory()
    plan_meeting(elsewhere.pk, on=date(YEAR, 3, 11), **then())

    assert events(client, here, "kalender.ics") == []
    text(client, here, f"organ/{elsewhere.slug}/kalender.ics", status=404)
    assert "Här visas" in text(client, here, f"kalender/?ar={YEAR}")


# --- Old addresses --------------------------------------------------------------------------------


def test_an_old_address_leads_to_the_new_day(client, here, body, meeting):
    was = called(meeting).on
    move_meeting(meeting.pk, on=date(YEAR, 3, 18), reason="Sjukdom.", **then())

    answer = client.get(f"/{here.slug}/organ/{body.slug}/moten/{was}/")
    assert (answer.status_code, answer.url.endswith(f"/moten/{YEAR}-03-18/")) == (302, True)
    page = text(client, here, f"organ/{body.slug}/moten/{YEAR}-03-18/")
    assert "Flyttat från" in page


def test_an_old_day_with_a_new_meeting_is_the_new_meetings(client, here, body, meeting):
    was = called(meeting).on
    move_meeting(meeting.pk, on=date(YEAR, 3, 18), reason="Sjukdom.", **then())
    called(plan_meeting(body.pk, on=was, **then()))

    text(client, here, f"organ/{body.slug}/moten/{was}/")


def test_a_planned_meeting_that_was_moved_is_not_given_away(client, here, body, meeting):
    was = meeting.on
    move_meeting(meeting.pk, on=date(YEAR, 3, 18), **then())

    text(client, here, f"organ/{body.slug}/moten/{was}/", status=404)


@pytest.mark.parametrize("path", ["kalender/", "kalender/arshjul/", "kalender.csv", "kalender.ics"])
def test_pages_take_as_many_questions_however_much_is_in_the_year(client, here, path):
    counts = []
    for months in ([1], [2, 3, 4, 5]):
        for month in months:
            other = BodyFactory(collaboration=here)
            other.rhythms.create(summons_days=14, period=LONG_AGO, standing="assumed")
            plan_meeting(other.pk, on=date(YEAR, month, 11), **then())
            enter_external_meeting(here.pk, Arranger("X"), on=date(YEAR, month, 12), **then())
        client.get(f"/{here.slug}/{path}?ar={YEAR}")
        with CaptureQueriesContext(connection) as captured:
            client.get(f"/{here.slug}/{path}?ar={YEAR}")
        counts.append(len(captured))

    assert counts[0] == counts[1]
