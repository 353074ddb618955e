"""Meetings as events of a calendar: the same bytes, the right state, and a zone that is told."""

from datetime import UTC, date, datetime, time

import pytest
from icalendar import Calendar

from samverkan.bodies.choices import Office
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.tokens import token_of
from samverkan.meetings.actions import (
    calendar_link_of,
    cancel_meeting,
    move_meeting,
    own_calendar_link,
    plan_meeting,
    renew_calendar_link,
    revoke_calendar_link,
)
from samverkan.meetings.calendar import calendar_of, event_of, event_of_deadline
from samverkan.meetings.choices import Deadline
from samverkan.meetings.models import CalendarLink, Meeting
from samverkan.meetings.rules import Due
from samverkan.meetings.year import people_of, year_of
from samverkan.people.links import obstacles_now
from tests.factories import (
    LONG_AGO,
    TESTER,
    BodyFactory,
    ChairTermFactory,
    MeetingFactory,
    MissionFactory,
)

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
LATER = datetime(2026, 3, 3, 9, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}


@pytest.fixture
def meeting(db):
    body = BodyFactory(name="Samråd vård och omsorg", short_name="Samråd")
    place = "Umeå; Regionens hus, sal 4, " + "å" * 120
    return plan_meeting(body.pk, on=date(2026, 3, 12), starts_at=time(9, 30), place=place, **THEN)


def as_read(*meetings: Meeting):
    written = calendar_of("Samråd", [event_of(one, minutes=90) for one in meetings], year=2026)
    return Calendar.from_ical(written)


def test_an_event_tells_day_time_place_and_state(meeting):
    (event,) = as_read(meeting).walk("VEVENT")

    assert event["SUMMARY"] == "Samråd vård och omsorg"
    assert event["LOCATION"] == meeting.place
    assert event["UID"] == meeting.uid
    assert event["STATUS"] == "TENTATIVE"
    assert event["DTSTART"].dt.isoformat() == "2026-03-12T09:30:00+01:00"
    assert event["DTEND"].dt.isoformat() == "2026-03-12T11:00:00+01:00"
    assert event["DTSTAMP"].dt == NOW


def test_a_meeting_without_a_time_is_a_whole_day(db):
    meeting = MeetingFactory(starts_at=None)
    (event,) = as_read(meeting).walk("VEVENT")

    assert event["DTSTART"].dt == meeting.on
    assert "DTEND" not in event


def test_the_same_content_gives_the_same_bytes(meeting):
    def written():
        return calendar_of("Samråd", [event_of(Meeting.objects.get())], year=2026)

    assert written() == written()


def test_lines_are_folded_and_end_as_they_should(meeting):
    lines = calendar_of("Samråd", [event_of(meeting)], year=2026).split(b"\r\n")

    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)
    assert lines[0] == b"BEGIN:VCALENDAR"


@pytest.mark.parametrize("events", [0, 1])
def test_the_zone_is_told_even_when_nothing_else_is(meeting, events):
    calendar = as_read(*[meeting][:events])

    assert [zone["TZID"] for zone in calendar.walk("VTIMEZONE")] == ["Europe/Stockholm"]


def test_a_moved_and_then_cancelled_meeting_is_the_same_event(meeting):
    (before,) = as_read(meeting).walk("VEVENT")
    move_meeting(meeting.pk, on=date(2026, 3, 19), by=TESTER, now=LATER)
    cancelled = cancel_meeting(meeting.pk, reason="Inga ärenden.", by=TESTER, now=LATER)
    (after,) = as_read(cancelled).walk("VEVENT")

    assert after["UID"] == before["UID"]
    assert (before["SEQUENCE"], after["SEQUENCE"]) == (0, 2)
    assert (after["STATUS"], after["SUMMARY"][:8]) == ("CANCELLED", "Inställt")
    assert after["DTSTAMP"].dt == LATER


def test_a_planned_meeting_leads_to_the_calendar_and_a_called_one_to_its_page(meeting):
    assert "/kalender/?organ=" in event_of(meeting)["URL"]
    meeting.called_at = NOW
    assert event_of(meeting)["URL"].endswith("/moten/2026-03-12/")


def test_a_deadline_is_a_day_that_takes_no_time(meeting):
    event = event_of_deadline(meeting, Due(Deadline.SUMMONS, date(2026, 2, 26)))

    assert event["DTSTART"].dt == date(2026, 2, 26)
    assert event["TRANSP"] == "TRANSPARENT"
    assert event["UID"] != meeting.uid


# --- What a year holds ----------------------------------------------------------------------------


def test_deadlines_follow_the_rhythm_of_the_meetings_day(meeting):
    meeting.body.rhythms.create(
        items_days=35, summons_days=14, approval_days=14, period=LONG_AGO, standing="assumed"
    )
    here = meeting.collaboration_id

    public = [(one.on, one.what) for one in year_of(here, 2026)]
    internal = [(one.on, one.what) for one in year_of(here, 2026, internal=True)]

    assert public == [
        (date(2026, 2, 26), "kallelsen sänds"),
        (date(2026, 3, 12), "möte"),
        (date(2026, 3, 26), "anteckningarna justerade"),
    ]
    assert internal == [(date(2026, 2, 5), "förslag till dagordningen"), *public]


def test_a_cancelled_meeting_has_no_deadlines(meeting):
    meeting.body.rhythms.create(summons_days=14, period=LONG_AGO, standing="assumed")
    cancel_meeting(meeting.pk, reason="Inga ärenden.", **THEN)

    (entry,) = year_of(meeting.collaboration_id, 2026)
    assert entry.is_off


@pytest.mark.parametrize("count", [1, 3])
def test_a_year_takes_as_many_questions_however_much_is_in_it(db, count, django_assert_num_queries):
    body = BodyFactory()
    for month in range(1, count + 1):
        plan_meeting(body.pk, on=date(2026, month, 12), **THEN)

    with django_assert_num_queries(3):
        assert len(year_of(body.collaboration_id, 2026, internal=True)) == count


def test_who_sits_in_a_body_by_an_office_elsewhere_is_one_of_its_people(db):
    above = BodyFactory()
    below = BodyFactory(collaboration=above.collaboration)
    chair = MissionFactory(body=above).person
    ChairTermFactory(body=above, person=chair, office=Office.CHAIR)
    below.derived_seats.create(of_body=above, office=Office.CHAIR, part="seat", period=LONG_AGO)

    assert people_of(above.collaboration_id, date(2026, 3, 12))[below.pk] == {chair.pk}


# --- A person's own calendar ----------------------------------------------------------------------


@pytest.fixture
def person(db):
    return MissionFactory().person


def test_a_new_address_closes_the_old_one(person):
    here = person.collaboration_id
    first = renew_calendar_link(here, person.pk, **THEN)
    second = renew_calendar_link(here, person.pk, by=TESTER, now=LATER)

    assert own_calendar_link(here, person.pk, LATER) == second
    closed = calendar_link_of(token_of(first.key))
    assert [one.code for one in obstacles_now(closed, LATER)] == ["link_revoked"]
    assert obstacles_now(calendar_link_of(token_of(second.key)), LATER) == []


def test_an_address_is_closed_by_its_owner(person):
    here = person.collaboration_id
    renew_calendar_link(here, person.pk, **THEN)

    revoke_calendar_link(here, person.pk, **THEN)

    assert own_calendar_link(here, person.pk, NOW) is None
    with pytest.raises(StepRefused):
        revoke_calendar_link(here, person.pk, **THEN)
    assert CalendarLink.objects.count() == 1


def test_a_token_of_nobody_leads_nowhere(db):
    assert calendar_link_of("hittepa") is None
