"""Presence in part, jäv at a point, and how the minutes say it."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    Attending,
    add_point,
    approve_minutes,
    close_meeting,
    conclude_point,
    note_attendance,
    plan_meeting,
    set_attendance_order,
    step_aside,
    take_part_again,
)
from samverkan.meetings.choices import AbsenceKind, ItemKind, Outcome, Part
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import ItemAbsence
from tests.factories import BodyFactory, ItemFactory, MissionFactory, PrincipalFactory

DAY = date(2026, 3, 12)
THEN = {"by": Actor("Testare"), "now": datetime(2026, 3, 12, 15, tzinfo=UTC)}
JAV = AbsenceKind.CONFLICT


@pytest.fixture
def body(db):
    return BodyFactory(first_point=76)


@pytest.fixture
def ask(body):
    return PrincipalFactory(collaboration=body.collaboration)


@pytest.fixture
def member(body, ask):
    return MissionFactory(body=body, principal=ask, person__name="Maj Ledamot")


@pytest.fixture
def substitute(body, ask):
    return MissionFactory(body=body, principal=ask, substitute=True, person__name="Elsa Etta")


@pytest.fixture
def other(body):
    return MissionFactory(body=body, substitute=True, person__name="Fel Huvudman")


@pytest.fixture
def meeting(body):
    return plan_meeting(body.pk, on=DAY, **THEN)


@pytest.fixture
def item(meeting):
    heading = "Läget i länet"
    return add_point(meeting.pk, kind=ItemKind.DISCUSSION, heading=heading, **THEN)


def attend(meeting, *attending, **facts):
    led_by = attending[0].person_id
    return note_attendance(meeting.pk, attending, **{"led_by": led_by} | facts | THEN)


def refused(act, *args, **kwargs) -> list[str]:
    before = Entry.objects.count(), ItemAbsence.objects.count()
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (Entry.objects.count(), ItemAbsence.objects.count()) == before
    return [one.code for one in refusal.value.obstacles]


def point(meeting, item):
    return next(one for one in minutes_text(meeting)["points"] if one["heading"] == item.heading)


def everyone(meeting, member, *listening):
    guests = [Attending(one.person_id, Part.GUEST) for one in listening]
    return attend(meeting, Attending(member.person_id), *guests)


@pytest.mark.rule("R065")
@pytest.mark.rule("R291")
def test_the_minutes_say_who_took_no_part_and_who_stood_in(meeting, item, member, substitute):
    everyone(meeting, member, substitute)

    step_aside(item.pk, member.person_id, JAV, stood_in_by=substitute.person_id, **THEN)

    said = "Maj Ledamot deltog inte på grund av jäv. Elsa Etta trädde in."
    assert point(meeting, item)["asides"] == [said]


@pytest.mark.rule("R065")
def test_a_substitute_of_another_principal_does_not_stand_in(meeting, item, member, other):
    everyone(meeting, member, other)
    act = {"stood_in_by": other.person_id, **THEN}

    assert refused(step_aside, item.pk, member.person_id, JAV, **act) == [
        "stand_in_of_other_principal"
    ]


@pytest.mark.rule("R065")
def test_a_substitute_who_acts_steps_aside_for_another_of_the_principal(
    body, ask, meeting, item, member, substitute
):
    second = MissionFactory(body=body, principal=ask, substitute=True, place=2)
    attend(
        meeting,
        Attending(substitute.person_id, stands_for=member.pk),
        Attending(second.person_id, Part.GUEST),
    )

    step_aside(item.pk, substitute.person_id, JAV, stood_in_by=second.person_id, **THEN)

    assert item.absences.get().stood_in_by == second.person


def test_what_was_noted_of_a_point_is_taken_back(meeting, item, member):
    everyone(meeting, member)
    absence = step_aside(item.pk, member.person_id, AbsenceKind.AWAY, **THEN)

    assert refused(step_aside, item.pk, member.person_id, JAV, **THEN) == ["already_aside"]
    take_part_again(absence.pk, **THEN)

    assert point(meeting, item)["asides"] == []


def test_attendance_is_not_changed_under_what_was_noted_of_a_point(
    meeting, item, member, substitute
):
    everyone(meeting, member, substitute)
    step_aside(item.pk, member.person_id, JAV, stood_in_by=substitute.person_id, **THEN)

    assert refused(everyone, meeting, member) == ["aside_no_longer_holds"]


@pytest.mark.rule("R291")
def test_the_minutes_say_from_and_until_which_point_and_at_a_distance(
    meeting, item, member, substitute
):
    set_attendance_order(meeting.body_id, distance_allowed=True, calls_substitutes=False, **THEN)
    closing = meeting.items.order_by("position").last()
    late = Attending(member.person_id, at_a_distance=True, arrived_at=item.pk, left_at=closing.pk)

    attend(meeting, late)
    draft = minutes_text(meeting)["deciding"][0]["presence"]
    close_meeting(meeting.pk, **THEN)
    held = minutes_text(meeting)["deciding"][0]["presence"]

    headings = f"från ”{item.heading}”, lämnade mötet före ”{closing.heading}”"
    assert draft == f"på distans, {headings}"
    assert held == "på distans, från punkt 80, lämnade mötet före punkt 83"


def test_presence_in_part_is_on_this_meetings_points(meeting, item, member):
    elsewhere = ItemFactory()
    first = meeting.items.order_by("position").first()
    strange = Attending(member.person_id, arrived_at=elsewhere.pk)
    backwards = Attending(member.person_id, arrived_at=item.pk, left_at=first.pk)
    far = Attending(member.person_id, at_a_distance=True)

    assert refused(attend, meeting, strange) == ["point_of_other_meeting"]
    assert refused(attend, meeting, backwards) == ["left_before_arriving"]
    assert refused(attend, meeting, far) == ["distance_not_allowed"]


@pytest.mark.rule("R291")
def test_nothing_is_agreed_on_by_nobody(meeting, member):
    heading = "Arbetsordningen"
    item = add_point(meeting.pk, kind=ItemKind.DECISION, heading=heading, **THEN)
    everyone(meeting, member)
    conclude_point(
        item.pk,
        Outcome.INNER_DECISION,
        clauses=["att anta arbetsordningen."],
        inner_kind="den egna arbetsordningen",
        **THEN,
    )
    absence = step_aside(item.pk, member.person_id, JAV, **THEN)

    assert refused(close_meeting, meeting.pk, **THEN) == ["nobody_decided"]
    take_part_again(absence.pk, **THEN)
    close_meeting(meeting.pk, **THEN)


def test_what_is_noted_of_points_is_locked_with_the_minutes(meeting, item, member):
    everyone(meeting, member)
    absence = step_aside(item.pk, member.person_id, JAV, **THEN)
    close_meeting(meeting.pk, **THEN)
    assert refused(take_part_again, absence.pk, **THEN) == ["meeting_is_held"]
    approve_minutes(
        meeting.pk, approver=member.person_id, title="ordförande", approved_on=DAY, **THEN
    )

    with pytest.raises(IntegrityError, match="is refused"), transaction.atomic():
        connection.cursor().execute("DELETE FROM meetings_itemabsence")
