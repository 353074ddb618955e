"""Those without a seat who take part in a point."""

from datetime import UTC, date, datetime

import pytest

from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import adjoin, call_off_adjunction, plan_meeting
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import Adjunction
from samverkan.people.models import Person
from tests.factories import TESTER, BodyFactory, MissionFactory, PersonFactory

THEN = {"by": TESTER, "now": datetime(2026, 3, 12, 9, tzinfo=UTC)}


@pytest.fixture
def item(db):
    meeting = plan_meeting(BodyFactory().pk, on=date(2026, 3, 20), **THEN)
    return meeting.items.get(kind="report")


def codes(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), Adjunction.objects.count()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), Adjunction.objects.count()) == before
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R142")
def test_one_is_adjoined_to_a_point_and_gets_no_seat(item):
    person = PersonFactory(collaboration=item.body.collaboration)

    adjoin(item.pk, person.pk, capacity="ordförande i rådet", **THEN)

    points = minutes_text(item.meeting)["points"]
    told = {point["heading"]: point["adjoined"] for point in points if point["adjoined"]}
    assert told == {item.heading: [f"{person.name}, ordförande i rådet"]}
    assert not person.missions.exists()


@pytest.mark.rule("R078")
def test_a_representative_of_another_committee_is_a_guest_at_a_point(item):
    guest = MissionFactory(body__collaboration=item.body.collaboration).person

    adjoin(item.pk, guest.pk, **THEN)

    assert item.adjunctions.get().person == guest
    assert codes(adjoin, item.pk, guest.pk, **THEN) == ["already_adjoined"]


def test_a_member_is_not_adjoined(item):
    member = MissionFactory(body=item.body).person

    assert codes(adjoin, item.pk, member.pk, **THEN) == ["adjoined_is_member"]


def test_nobody_of_another_collaboration_is_adjoined(item):
    with pytest.raises(Person.DoesNotExist):
        adjoin(item.pk, PersonFactory().pk, **THEN)


def test_it_is_called_off_until_the_meeting_is_held(item):
    person = PersonFactory(collaboration=item.body.collaboration)
    adjunction = adjoin(item.pk, person.pk, **THEN)
    item.meeting.stage = MeetingStage.HELD
    item.meeting.save()

    assert codes(call_off_adjunction, adjunction.pk, **THEN) == ["meeting_is_held"]
    item.meeting.stage = MeetingStage.CALLED
    item.meeting.save()
    call_off_adjunction(adjunction.pk, **THEN)
    assert not item.adjunctions.exists()
