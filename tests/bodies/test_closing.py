"""A body ends, and all that hangs on it."""

from datetime import UTC, date, datetime

import pytest

from samverkan.bodies.actions import end_body, note_closing
from samverkan.bodies.choices import ClosingStep, DerivedPart, Office
from samverkan.bodies.models import DerivedSeat, Mission, Parentage, Quota
from samverkan.journal.fields import from_day
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.choices import Part
from tests.factories import (
    TESTER,
    BodyFactory,
    ChairRuleFactory,
    ChairTermFactory,
    MeetingFactory,
    MissionFactory,
    PersonFactory,
    QuotaFactory,
)

THEN = {"by": TESTER, "now": datetime(2026, 6, 1, 9, tzinfo=UTC)}
FIRST, UNTIL = date(2020, 1, 1), date(2026, 9, 1)


@pytest.fixture
def body(db):
    """A body with everything on it, prepared to end."""
    body = BodyFactory()
    other = BodyFactory(collaboration=body.collaboration)
    quota = QuotaFactory(body=body)
    person = MissionFactory(body=body, principal=quota.principal).person
    ChairRuleFactory(body=body)
    ChairTermFactory(body=body, person=person, period=from_day(FIRST))
    Parentage.objects.create(child=body, parent=other, period=from_day(FIRST))
    DerivedSeat.objects.create(
        body=other,
        of_body=body,
        office=Office.CHAIR,
        part=DerivedPart.SEAT,
        period=from_day(FIRST),
    )
    return body


def prepared(body):
    for step in ClosingStep:
        note_closing(body.pk, step, on=date(2026, 5, 30), **THEN)


def codes(act, *args, **kwargs) -> list[str]:
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    return [one.code for one in refusal.value.obstacles]


def test_nothing_of_an_ended_body_holds_the_day_after(body):
    prepared(body)
    MissionFactory(body=body, period=from_day(date(2026, 10, 1)))

    end_body(body.pk, until=UNTIL, **THEN)

    body.refresh_from_db()
    hanging = [
        body.missions,
        body.quotas,
        body.chair_rules,
        body.chair_terms,
        body.parentages,
        body.gives_seats,
    ]
    assert body.period.upper == UNTIL
    assert [each.filter(period__endswith=UNTIL).count() for each in hanging] == [1] * 6
    assert [each.count() for each in hanging] == [1] * 6
    assert Entry.objects.last().verb == "body.ended"


def test_a_coming_term_that_was_let_run_on_ends_with_the_body(body):
    term = ChairTermFactory(body=body, office=Office.VICE_CHAIR, period=from_day(UNTIL))
    term.extensions.create(
        was_until=UNTIL, until=UNTIL, unanimous=True, reasons="Skäl.", decided_on=FIRST
    )

    end_body(body.pk, until=UNTIL, reason="Beslut.", **THEN)

    assert not body.chair_terms.filter(pk=term.pk).exists()


def test_a_body_does_not_end_before_a_seat_that_a_substitute_has_filled(body):
    seat = MissionFactory(body=body, period=from_day(date(2026, 3, 1)))
    meeting = MeetingFactory(body=body, collaboration=body.collaboration, held=True)
    meeting.attendances.create(person=PersonFactory(), part=Part.DECIDING, stands_for=seat)

    early = {"until": date(2026, 2, 1), "reason": "Beslut.", **THEN}
    assert codes(end_body, body.pk, **early) == ["body_has_met_since"]
    assert Mission.objects.filter(pk=seat.pk).exists()
    body.refresh_from_db()
    assert body.period.upper is None


@pytest.mark.rule("R325")
def test_what_is_left_to_do_needs_a_reason(body):
    note_closing(body.pk, ClosingStep.CASES, on=date(2026, 5, 30), **THEN)

    assert codes(end_body, body.pk, until=UNTIL, **THEN) == ["closing_steps_left"]
    assert Mission.objects.get().period.upper is None
    end_body(body.pk, until=UNTIL, reason="Handlingarna finns redan i arkivet.", **THEN)

    assert Quota.objects.get().period.upper == UNTIL


@pytest.mark.rule("R325")
def test_each_step_is_noted_once(body):
    prepared(body)

    again = {"on": date(2026, 5, 31), **THEN}
    assert codes(note_closing, body.pk, ClosingStep.PAPERS, **again) == ["closing_step_done"]
    assert body.closing_notes.count() == 3


def test_what_is_not_done_yet_is_not_noted(body):
    ahead = {"on": date(2026, 6, 2), **THEN}

    assert codes(note_closing, body.pk, ClosingStep.CASES, **ahead) == ["closing_step_ahead"]


def test_a_body_ends_once_and_after_it_began(body):
    prepared(body)
    end_body(body.pk, until=UNTIL, **THEN)

    assert codes(end_body, body.pk, until=date(2026, 12, 1), **THEN) == ["body_already_ended"]
    assert codes(end_body, body.pk, until=FIRST, **THEN) == ["body_ends_first"]
