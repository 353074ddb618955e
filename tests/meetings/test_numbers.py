"""Whatever is closed, opened again or cancelled, points run on and keep the number they got."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import (
    Attending,
    add_point,
    approve_minutes,
    cancel_meeting,
    close_meeting,
    note_attendance,
    plan_meeting,
    reopen_meeting,
)
from samverkan.meetings.choices import ItemKind
from samverkan.meetings.models import Item
from tests.factories import TESTER, BodyFactory, MissionFactory
from tests.meetings.minutes_of import DAY

MEETINGS = 4
THEN = {"by": TESTER, "now": datetime(2027, 1, 1, 12, tzinfo=UTC)}
ACTS = ("close", "reopen", "cancel", "approve", "add")
STEPS = st.lists(st.tuples(st.sampled_from(ACTS), st.integers(0, MEETINGS - 1)), max_size=14)


def act(name: str, meeting, leader) -> None:
    match name:
        case "close":
            there = [Attending(leader.pk)]
            note_attendance(meeting.pk, there, led_by=leader.pk, **THEN)
            close_meeting(meeting.pk, **THEN)
        case "reopen":
            reopen_meeting(meeting.pk, reason="Något var fel.", **THEN)
        case "cancel":
            cancel_meeting(meeting.pk, reason="Storm.", **THEN)
        case "approve":
            approve_minutes(
                meeting.pk, approver=leader.pk, title="ordförande", approved_on=DAY, **THEN
            )
        case "add":
            add_point(meeting.pk, kind=ItemKind.REPORT, heading="Till", **THEN)


@pytest.mark.rule("R290")
@pytest.mark.django_db
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(steps=STEPS)
def test_points_run_on_without_a_gap_and_never_change_their_number(steps):
    body = BodyFactory(first_point=76)
    leader = MissionFactory(body=body).person
    days = [DAY + timedelta(days=days) for days in range(MEETINGS)]
    meetings = [plan_meeting(body.pk, on=day, **THEN) for day in days]
    items = Item.objects.filter(body=body, number__isnull=False)
    given_numbers: dict[int, int] = {}

    for name, at in steps:
        with suppress(StepRefused):
            act(name, meetings[at], leader)
        numbers = dict(items.values_list("pk", "number"))
        assert numbers.items() >= given_numbers.items()
        assert sorted(numbers.values()) == list(range(76, 76 + len(numbers)))
        given_numbers = numbers

    order = items.order_by("meeting__on", "position").values_list("number", flat=True)
    assert list(order) == sorted(order)
