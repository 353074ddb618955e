"""The list of meetings and the page of one."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import localdate

from samverkan.documents import pdf
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Adjunction
from tests.factories import (
    CaseFactory,
    ItemFactory,
    MeetingFactory,
    MinutesFactory,
    PersonFactory,
    agreed_recommendation,
)


def address(meeting):
    return f"/lanet/organ/{meeting.body.slug}/moten/{meeting.on}/"


def test_a_meeting_that_is_only_planned_is_not_for_everybody(client, here, read):
    meeting = MeetingFactory(collaboration=here, on=localdate() + timedelta(days=9))

    assert client.get(address(meeting)).status_code == 404
    assert meeting.body.name not in read("/lanet/moten/")


@pytest.mark.rule("R157")
def test_a_called_meeting_shows_its_agenda(here, read):
    meeting = MeetingFactory(collaboration=here, called=True, on=localdate() + timedelta(days=9))
    case = CaseFactory(collaboration=here, body=meeting.body, prepared=True)
    ItemFactory(meeting=meeting, heading="En punkt", text="Ett utkast", case=case)

    page = read(address(meeting))

    assert "Kallelsen är sänd" in page
    assert f'href="/lanet/arenden/{case.number}/">En punkt</a>' in page
    assert "Ett utkast" not in page
    assert address(meeting) in read("/lanet/moten/").split("Hållna")[0]


@pytest.mark.rule("R304")
def test_what_was_said_is_shown_when_it_is_approved_and_not_before(client, here, read):
    meeting = MeetingFactory(collaboration=here, held=True)
    ItemFactory(meeting=meeting, number=1, text="Det som sades")

    page = read(address(meeting))

    assert "Anteckningarna är inte justerade än" in page
    assert "Det som sades" not in page
    assert client.get(address(meeting)[:-1] + ".pdf").status_code == 404


@pytest.mark.rule("R304")
def test_approved_minutes_are_shown_as_they_were_frozen(here, read):
    meeting = MeetingFactory(collaboration=here, approved=True)
    ItemFactory(meeting=meeting, number=17, text="Något annat")
    content = minutes_text(meeting, approved_by="Ordföranden")
    content["points"][0]["text"] = "Det som sades"
    minutes = MinutesFactory(meeting=meeting, content=content)

    page = read(address(meeting))

    assert "Det som sades" in page
    assert "Något annat" not in page
    assert 'id="punkt-17"' in page
    assert minutes.sha256 in page


def test_the_minutes_can_be_taken_as_pdf(client, here, monkeypatch):
    monkeypatch.setattr(pdf, "minutes_pdf", lambda text, **beside: f"%PDF {text['body']}".encode())
    meeting = MeetingFactory(collaboration=here, approved=True)
    MinutesFactory(meeting=meeting)

    response = client.get(address(meeting)[:-1] + ".pdf")

    assert response["Content-Type"] == "application/pdf"
    assert response.content == f"%PDF {meeting.body.name}".encode()


def test_the_page_leads_to_what_the_meeting_led_to(here, read):
    recommendation = agreed_recommendation(here)

    page = read(address(recommendation.item.meeting))

    assert f"/lanet/rekommendationer/{recommendation.number}/" in page


@pytest.mark.parametrize("approved", [True, False])
def test_a_long_meeting_takes_as_few_questions_as_a_short_one(here, client, approved):
    for day, count in ((1, 1), (2, 20)):
        meeting = MeetingFactory(collaboration=here, held=True, on=date(2026, 3, day))
        for number in range(count):
            ItemFactory(meeting=meeting, number=number)
        if approved:
            meeting.stage = "approved"
            meeting.save()
            MinutesFactory(meeting=meeting)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address(meeting)).status_code == 200
        assert len(asked) == 5 if approved else 3


def test_the_agenda_tells_who_is_adjoined_to_a_point(client, db):
    meeting = MeetingFactory(called=True)
    item = ItemFactory(meeting=meeting, heading="Risker i vården")
    person = PersonFactory(collaboration=meeting.collaboration)
    Adjunction.objects.create(item=item, person=person, capacity="ordförande i rådet")

    page = client.get(address(meeting).replace("lanet", meeting.collaboration.slug))

    assert f"Adjungerad: {person.name}, ordförande i rådet" in page.content.decode()
