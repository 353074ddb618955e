"""Meetings of others: entered by hand, or read from their calendar again and again."""

from datetime import UTC, date, datetime, time, timedelta

import pytest

from samverkan.bodies.choices import BodyKind
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    Arranger,
    change_external_meeting,
    enter_external_meeting,
    read_in_calendar,
    remove_external_meeting,
    send_calendar,
    throw_calendar,
)
from samverkan.meetings.choices import Certainty
from samverkan.meetings.models import ExternalCalendar, ExternalMeeting
from samverkan.meetings.year import Sort, met_too_seldom, year_of
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.models import LineBody
from tests.factories import LONG_AGO, TESTER, BodyFactory, CollaborationFactory, PrincipalFactory
from tests.meetings.test_reading_calendars import ics

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}
NAMED = Arranger("Regionstyrelsen")
DAY = date(2026, 3, 12)


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def leaders(here):
    return BodyFactory(collaboration=here, name="Regionledningsmötet", kind=BodyKind.OUTSIDE)


def codes(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), ExternalMeeting.objects.count()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), ExternalMeeting.objects.count()) == before
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R075")
def test_a_day_of_regionledningsmotet_is_entered_and_stands_in_the_year(here, leaders):
    arranger = Arranger(leaders.name, body_id=leaders.pk)

    enter_external_meeting(
        here.pk, arranger, on=DAY, place="Umeå", certainty=Certainty.ASSUMED, **THEN
    )

    (entry,) = year_of(here.pk, 2026)
    assert (entry.on, entry.sort, entry.name) == (DAY, Sort.OUTSIDE, "Regionledningsmötet")
    assert (entry.note, entry.is_certain) == ("antaget", False)
    assert [one.on for one in year_of(here.pk, 2026, body=leaders.slug)] == [DAY]
    assert Entry.objects.get().verb == "external.entered"


@pytest.mark.rule("R075")
def test_a_year_with_too_few_days_of_regionledningsmotet_is_told(here, leaders):
    leaders.rhythms.create(least=2, period=LONG_AGO, standing="source", source="direktivet")
    enter_external_meeting(here.pk, Arranger("R", body_id=leaders.pk), on=DAY, **THEN)

    (remark,) = met_too_seldom(here.pk, 2026)
    assert (remark.facts["least"], remark.facts["count"]) == (2, 1)
    enter_external_meeting(
        here.pk, Arranger("R", body_id=leaders.pk), on=DAY + timedelta(days=90), **THEN
    )
    assert met_too_seldom(here.pk, 2026) == []


def test_a_committee_of_a_principal_is_an_arranger(here):
    committee = LineBody.objects.create(
        principal=PrincipalFactory(collaboration=here),
        name="Socialnämnden",
        kind=LineBodyKind.COMMITTEE,
        period=LONG_AGO,
    )

    entered = enter_external_meeting(
        here.pk, Arranger("Socialnämnden i Ask", line_body_id=committee.pk), on=DAY, **THEN
    )

    assert entered.line_body == committee


def test_what_stands_in_the_way(here, leaders):
    own = BodyFactory(collaboration=here)
    elsewhere = BodyFactory(kind=BodyKind.OUTSIDE)

    def refused(arranger, **facts):
        return codes(enter_external_meeting, here.pk, arranger, **({"on": DAY} | facts), **THEN)

    assert refused(Arranger(" ")) == ["external_without_arranger"]
    assert refused(Arranger("X", body_id=own.pk)) == ["external_of_own_body"]
    assert refused(Arranger("X", body_id=elsewhere.pk)) == ["external_of_own_body"]
    assert refused(NAMED, on=date(202, 6, 1)) == ["external_day_unreasonable"]
    assert refused(NAMED, place="19121212-1212") == ["identity_number"]


def test_it_is_changed_and_counts_its_changes(here):
    meeting = enter_external_meeting(here.pk, NAMED, on=DAY, **THEN)

    change_external_meeting(meeting.key, on=DAY, starts_at=time(10), **THEN)

    meeting.refresh_from_db()
    assert (meeting.starts_at, meeting.sequence) == (time(10), 1)


def test_it_is_removed(here):
    meeting = enter_external_meeting(here.pk, NAMED, on=DAY, **THEN)

    remove_external_meeting(meeting.key, **THEN)

    assert not ExternalMeeting.objects.exists()
    assert Entry.objects.latest("sequence").verb == "external.removed"


# --- From a file ----------------------------------------------------------------------------------


FIRST = ics("UID:a\nDTSTART:20260312T090000\nSUMMARY:Möte", "UID:b\nDTSTART:20260319\nSUMMARY:Två")
SECOND = ics("UID:a\nDTSTART:20260313T090000\nSUMMARY:Möte", "UID:c\nDTSTART:20260320\nSUMMARY:Tre")


def sent(here, data, name="Regionstyrelsen 2026"):
    return send_calendar(here.pk, name, NAMED, file_name="k.ics", data=data, **THEN)


def test_nothing_is_in_the_year_before_somebody_has_said_yes(here):
    calendar = sent(here, FIRST)
    assert not ExternalMeeting.objects.exists()

    read_in_calendar(calendar.key, **THEN)

    assert [one.on for one in ExternalMeeting.objects.all()] == [DAY, date(2026, 3, 19)]
    assert ExternalCalendar.objects.get().waiting is None


def test_the_same_calendar_read_anew_updates_and_marks_what_vanished(here):
    read_in_calendar(sent(here, FIRST).key, **THEN)
    uids = {one.mark: one.uid for one in ExternalMeeting.objects.all()}

    changes = read_in_calendar(sent(here, SECOND).key, **THEN)

    assert [len(changes.new), len(changes.changed), len(changes.vanished)] == [1, 1, 1]
    rows = {one.mark: one for one in ExternalMeeting.objects.all()}
    assert (rows["a"].on, rows["a"].sequence, rows["a"].uid) == (date(2026, 3, 13), 1, uids["a"])
    assert rows["b"].vanished_at == NOW
    assert ExternalCalendar.objects.count() == 1
    off = [one.is_off for one in year_of(here.pk, 2026)]
    assert sorted(off) == [False, False, True]


def test_the_same_file_twice_changes_nothing(here):
    read_in_calendar(sent(here, FIRST).key, **THEN)

    assert codes(read_in_calendar, sent(here, FIRST).key, **THEN) == ["calendar_changes_nothing"]
    assert ExternalMeeting.objects.count() == 2


def test_two_calendars_may_know_the_same_mark(here):
    read_in_calendar(sent(here, FIRST).key, **THEN)
    read_in_calendar(sent(here, FIRST, name="Nämnden").key, **THEN)

    assert ExternalMeeting.objects.count() == 4


def test_a_file_is_thrown_and_what_was_read_stays(here):
    calendar = sent(here, FIRST)
    read_in_calendar(calendar.key, **THEN)
    sent(here, SECOND)

    throw_calendar(calendar.key, **THEN)

    assert ExternalMeeting.objects.count() == 2
    assert codes(throw_calendar, calendar.key, **THEN) == ["calendar_does_not_wait"]
    assert codes(read_in_calendar, calendar.key, **THEN) == ["calendar_does_not_wait"]


def test_a_first_file_that_is_thrown_leaves_nothing(here):
    throw_calendar(sent(here, FIRST).key, **THEN)

    assert not ExternalCalendar.objects.exists()


def test_a_meeting_from_a_file_is_changed_in_the_file(here):
    read_in_calendar(sent(here, FIRST).key, **THEN)
    meeting = ExternalMeeting.objects.get(mark="a")

    assert codes(change_external_meeting, meeting.key, on=DAY, **THEN) == ["external_is_read"]
    assert codes(remove_external_meeting, meeting.key, **THEN) == ["external_is_read"]
    read_in_calendar(sent(here, SECOND).key, **THEN)
    remove_external_meeting(ExternalMeeting.objects.get(mark="b").key, **THEN)
    assert not ExternalMeeting.objects.filter(mark="b").exists()


def test_a_calendar_has_a_name(here):
    assert codes(sent, here, FIRST, name=" ") == ["calendar_without_name"]
