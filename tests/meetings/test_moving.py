"""A meeting that is moved: its agenda and its calendar mark come along, its old day leads on."""

from datetime import UTC, date, datetime, time

import pytest

from samverkan.journal.models import Entry, Notice
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    add_point,
    call_meeting,
    cancel_meeting,
    move_meeting,
    plan_meeting,
    plan_year,
)
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import FormerDay, Meeting
from samverkan.meetings.rules import YearDay
from samverkan.meetings.year import moved_from
from tests.factories import TESTER, BodyFactory, MissionFactory, UserFactory

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOW}
WAS, TO = date(2026, 3, 12), date(2026, 3, 19)


@pytest.fixture
def body(db):
    return BodyFactory()


@pytest.fixture
def meeting(body):
    return plan_meeting(body.pk, on=WAS, starts_at=time(9), place="Umeå", **THEN)


def called(meeting):
    add_point(meeting.pk, kind=ItemKind.DISCUSSION, heading="Nära vård", **THEN)
    return call_meeting(meeting.pk, **THEN)


def codes(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), FormerDay.objects.count(), Meeting.objects.count()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), FormerDay.objects.count(), Meeting.objects.count()) == before
    return [one.code for one in refusal.value.obstacles]


def test_a_planned_meeting_is_moved_with_its_agenda(meeting):
    points = list(meeting.items.values_list("pk", "heading"))

    move_meeting(meeting.pk, on=TO, starts_at=time(13), place="Skellefteå", **THEN)

    moved = Meeting.objects.get()
    assert (moved.on, moved.starts_at, moved.place) == (TO, time(13), "Skellefteå")
    assert list(moved.items.values_list("pk", "heading")) == points
    assert FormerDay.objects.get().on == WAS
    assert Entry.objects.latest("sequence").verb == "meeting.moved"
    assert not Notice.objects.exists()


def test_those_who_were_called_are_told_why(body, meeting):
    member = MissionFactory(body=body).person
    UserFactory(person=member, email="maj@example.org")
    called(meeting)
    Notice.objects.all().delete()

    move_meeting(meeting.pk, on=TO, reason="Ordföranden är sjuk.", **THEN)

    told = Notice.objects.get()
    assert (told.to, told.template) == ("maj@example.org", "meeting_moved")
    assert (told.facts["was"], told.facts["on"]) == (str(WAS), str(TO))
    assert told.facts["reason"] == "Ordföranden är sjuk."
    assert Meeting.objects.get().stage == MeetingStage.CALLED


def test_a_new_time_alone_leaves_no_former_day(meeting):
    move_meeting(meeting.pk, on=WAS, starts_at=time(10), place="Umeå", **THEN)

    assert not FormerDay.objects.exists()
    assert Entry.objects.latest("sequence").verb == "meeting.changed"


def test_each_change_counts_and_the_mark_stays(meeting):
    uid = meeting.uid
    assert (meeting.sequence, meeting.revised_at) == (0, NOW)

    called(meeting)
    move_meeting(meeting.pk, on=TO, reason="Sjukdom.", **THEN)
    cancelled = cancel_meeting(meeting.pk, reason="Inga ärenden.", **THEN)

    assert (cancelled.sequence, cancelled.uid) == (3, uid)


def test_no_two_meetings_have_the_same_mark_and_none_can_be_counted(body, meeting):
    other = plan_meeting(body.pk, on=TO, **THEN)

    assert meeting.uid != other.uid
    assert str(meeting.pk) != meeting.uid.partition("@")[0]
    assert len(meeting.uid) == len(f"{meeting.key}@samverkan")


def test_it_is_refused_and_nothing_is_changed(body, meeting):
    plan_meeting(body.pk, on=TO, **THEN)

    assert codes(move_meeting, meeting.pk, on=TO, **THEN) == ["meeting_exists"]
    assert codes(move_meeting, meeting.pk, on=date(2026, 3, 1), **THEN) == ["moved_to_the_past"]
    assert codes(move_meeting, meeting.pk, on=date(2031, 3, 1), **THEN) == ["moved_too_far"]
    sunday = {"on": date(2026, 3, 15)}
    assert codes(move_meeting, meeting.pk, **sunday, **THEN) == ["meeting_on_free_day"]
    number = {"on": TO, "place": "19121212-1212"}
    assert "identity_number" in codes(move_meeting, meeting.pk, **number, **THEN)
    called(meeting)
    late = {"on": date(2026, 3, 26)}
    assert codes(move_meeting, meeting.pk, **late, **THEN) == ["moved_without_reason"]


def test_a_bad_day_passes_with_a_reason(meeting):
    move_meeting(meeting.pk, on=date(2026, 3, 15), reason="Samma helg som mässan.", **THEN)

    assert Meeting.objects.get().on == date(2026, 3, 15)


def test_members_who_meet_elsewhere_that_day_are_told_of(body, meeting):
    person = MissionFactory(body=body).person
    other = BodyFactory(collaboration=body.collaboration)
    MissionFactory(body=other, person=person)
    plan_meeting(other.pk, on=TO, **THEN)

    assert codes(move_meeting, meeting.pk, on=TO, **THEN) == ["members_meet_elsewhere"]


def test_an_old_day_leads_to_where_the_meeting_is_now(body, meeting):
    move_meeting(meeting.pk, on=TO, **THEN)
    move_meeting(meeting.pk, on=date(2026, 3, 26), **THEN)

    for day in (WAS, TO):
        assert moved_from(Meeting.objects.all(), body.slug, day) == meeting
    assert moved_from(Meeting.objects.all(), body.slug, date(2026, 3, 26)) is None


# --- A year in one act ----------------------------------------------------------------------------


def test_a_year_is_planned_in_one_act(body):
    other = BodyFactory(collaboration=body.collaboration)
    days = [YearDay(other.pk, TO), YearDay(body.pk, WAS, time(9), "Umeå")]

    planned = plan_year(body.collaboration_id, days, **THEN)

    assert [(one.body_id, one.on) for one in planned] == [(body.pk, WAS), (other.pk, TO)]
    assert planned[0].items.exists()
    verbs = list(Entry.objects.order_by("sequence").values_list("verb", flat=True))
    assert verbs == ["meeting.planned", "meeting.planned", "meeting.year_planned"]


def test_all_of_a_year_or_nothing(body):
    days = [YearDay(body.pk, WAS), YearDay(body.pk, date(2026, 6, 19))]
    here = body.collaboration_id

    assert codes(plan_year, here, days, **THEN) == ["meeting_on_free_day"]
    assert len(plan_year(here, days, reason="Bara då är lokalen ledig.", **THEN)) == 2


def test_nobody_plans_in_another_collaboration(body):
    with pytest.raises(type(body).DoesNotExist):
        plan_year(BodyFactory().collaboration_id, [YearDay(body.pk, WAS)], **THEN)
