"""When a body's assignment and staffing are to be looked over, and how it is noted."""

from datetime import date, timedelta

import pytest

from samverkan.bodies.actions.reviews import note_review
from samverkan.bodies.choices import Reviewed
from samverkan.bodies.models import Review
from samverkan.bodies.rules.reviews import is_overdue, obstacles_to_note_review, review_due
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import tell
from tests.bodies.texts import ON, THEN, a_body
from tests.factories import CollaborationFactory


@pytest.fixture
def body(db):
    return a_body(CollaborationFactory(), slug="barn-och-unga")


def refused(act, *args, **kwargs) -> list[str]:
    before = (list(Review.objects.values()), list(Entry.objects.values()))
    with pytest.raises(StepRefused) as refusal:
        act(*args, **kwargs)
    assert (list(Review.objects.values()), list(Entry.objects.values())) == before
    return [one.code for one in refusal.value.obstacles]


@pytest.mark.rule("R116")
@pytest.mark.parametrize(
    ("last", "due"),
    [
        (date(2024, 3, 12), date(2026, 3, 12)),
        (date(2024, 2, 29), date(2026, 2, 28)),
        (date(2022, 2, 28), date(2024, 2, 28)),
        (date(2024, 12, 31), date(2026, 12, 31)),
        (None, date(2022, 9, 1)),
    ],
)
def test_a_review_is_due_within_two_years(last, due):
    assert review_due(last, date(2020, 9, 1), 24) == due


@pytest.mark.rule("R116")
def test_the_last_day_is_not_late():
    assert [is_overdue(ON, ON + timedelta(days=n)) for n in (0, 1)] == [False, True]
    assert not is_overdue(None, ON)


@pytest.mark.parametrize(("start", "months", "due"), [(date(2024, 1, 31), 1, date(2024, 2, 29))])
def test_other_intervals_end_with_the_month(start, months, due):
    assert review_due(start, start, months) == due


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"today": ON - timedelta(days=1)}, ["review_in_the_future"]),
        ({"first": ON + timedelta(days=1)}, ["reviewed_body_not_there"]),
        ({"until": ON}, ["reviewed_body_not_there"]),
        ({"noted": {ON}}, ["review_already_noted"]),
        ({"note": "x" * 401}, ["review_note_too_long"]),
    ],
)
def test_a_review_is_noted_when_it_is_done(change, found):
    given = {"on": ON, "today": ON, "first": ON, "until": None, "noted": (), "note": "x" * 400}

    assert [one.code for one in obstacles_to_note_review(**given | change)] == found


@pytest.mark.rule("R116")
def test_reviews_of_assignment_and_staffing_are_noted_apart(body):
    note_review(body.pk, Reviewed.ASSIGNMENT, on=ON, note="Ingen ändring.", **THEN)
    note_review(body.pk, Reviewed.STAFFING, on=ON, **THEN)

    entry = Entry.objects.order_by("sequence")[0]
    assert Review.objects.count() == 2
    assert entry.subject == "body/barn-och-unga"
    assert tell(entry) == (
        "Översyn av uppdraget i Beredning barn och unga gjordes den 12 mars 2026. Ingen ändring."
    )
    again = refused(note_review, body.pk, Reviewed.STAFFING, on=ON, **THEN)
    assert again == ["review_already_noted"]


def test_a_review_of_tomorrow_is_refused(body):
    tomorrow = ON + timedelta(days=1)

    found = refused(note_review, body.pk, Reviewed.STAFFING, on=tomorrow, **THEN)

    assert found == ["review_in_the_future"]
