"""Which governing documents there are on a day, which are missing, and when reviews are due."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from samverkan.bodies.actions.reviews import note_review
from samverkan.bodies.actions.texts import (
    adopt_version,
)
from samverkan.bodies.choices import Reviewed, SectionKind, TextKind
from samverkan.bodies.queries.texts import carries_older_values, texts_of, texts_on, values_on
from samverkan.journal.fields import from_day
from tests.bodies.texts import ON, THEN, a_body, a_function, adopted, draft, sections, seminar
from tests.factories import CollaborationFactory

VALUES = [{"kind": "values", "heading": "Värdegrund", "text": "Vi utgår från invånaren."}]
NEW_VALUES = [{**VALUES[0], "text": "Vi utgår från invånaren och närmiljön."}]
LATER = date(2026, 3, 13)


@pytest.fixture
def here(db):
    return CollaborationFactory()


def of(found, body):
    return next(one for one in found.bodies if one.body == body)


@pytest.mark.rule("R011")
def test_what_ought_to_be_there_and_is_not_is_missing(here):
    body = a_body(here, expected_texts=["assignment", "work_order"])
    draft(body, TextKind.WORK_ORDER)

    found = of(texts_on(here.pk, ON), body)

    assert found.missing == [TextKind.ASSIGNMENT]
    assert [(one.version, one.draft.number) for one in found.states] == [(None, 1)]


def test_a_body_that_has_ended_lacks_nothing(here):
    body = a_body(here, expected_texts=["assignment"], period=from_day(date(2020, 1, 1), ON))

    assert [one.body for one in texts_on(here.pk, ON).bodies] == []
    assert texts_of(body, date(2026, 3, 11)).missing == [TextKind.ASSIGNMENT]


@pytest.mark.rule("R168")
def test_a_function_without_assignment_is_listed(here):
    function = a_function(here)

    assert [(one.function, one.states) for one in texts_on(here.pk, ON).functions] == [
        (function, [])
    ]


@pytest.mark.rule("R038")
@pytest.mark.rule("R040")
def test_the_values_of_a_day_are_those_of_the_last_seminar(here):
    arena = seminar(here)
    first = adopted(arena, TextKind.VALUES, on=date(2020, 10, 1), written=VALUES)
    second = adopted(arena, TextKind.VALUES, written=NEW_VALUES)

    days = (date(2020, 9, 30), date(2020, 10, 1), date(2026, 3, 11), ON)
    assert [values_on(here.pk, day) for day in days] == [[], [first], [first], [second]]


@pytest.mark.rule("R044")
def test_an_assignment_with_older_values_is_flagged_from_the_day_they_are_older(here):
    arena = seminar(here)
    group = a_body(here, required_sections=[SectionKind.VALUES.value])
    first = adopted(arena, TextKind.VALUES, on=date(2025, 10, 1), written=VALUES)
    one = draft(group, written=sections(values="Se nedan."), values_id=first.pk)
    one = adopt_version(one.pk, adopted_by=group.setter_id, on=date(2025, 11, 1), point=1, **THEN)
    adopted(arena, TextKind.VALUES, written=NEW_VALUES)

    flagged = [
        of(texts_on(here.pk, day), group).states[0].values_older for day in (date(2026, 3, 11), ON)
    ]
    alone = [texts_of(group, day).states[0].values_older for day in (date(2026, 3, 11), ON)]

    assert flagged == alone == [False, True]
    assert [carries_older_values(one, day) for day in (date(2026, 3, 11), ON)] == [False, True]


@pytest.mark.rule("R116")
def test_assignment_and_staffing_are_due_each_by_itself(here):
    body = a_body(here)
    adopted(body, on=date(2024, 3, 12))
    note_review(body.pk, Reviewed.STAFFING, on=date(2024, 3, 11), **THEN)

    due = texts_of(body, ON).due

    assert [(one.of, one.last, one.due, one.overdue) for one in due] == [
        (Reviewed.ASSIGNMENT, date(2024, 3, 12), ON, False),
        (Reviewed.STAFFING, date(2024, 3, 11), date(2026, 3, 11), True),
    ]
    assert [one.overdue for one in texts_of(body, LATER).due] == [True, True]


@pytest.mark.rule("R116")
def test_what_was_never_looked_over_is_counted_from_the_bodys_first_day(here):
    body = a_body(here, period=from_day(date(2024, 2, 29)))

    assert {(one.last, one.due) for one in texts_of(body, ON).due} == {(None, date(2026, 2, 28))}
    unknown = a_body(here, period=from_day(None))
    assert {(one.due, one.overdue) for one in texts_of(unknown, ON).due} == {(None, False)}


def test_a_review_of_a_later_day_does_not_count_yet(here):
    body = a_body(here)
    note_review(body.pk, Reviewed.STAFFING, on=ON, **THEN)

    assert texts_of(body, date(2026, 3, 11)).due[1].last is None


def test_a_body_without_interval_has_nothing_due(here):
    assert texts_of(a_body(here, review_months=None), ON).due == []


def test_the_list_takes_as_many_queries_for_three_bodies_as_for_one(here):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            for one in texts_on(here.pk, ON).bodies:
                [str(state.version.adopted_by) for state in one.states if state.version]
        return len(captured)

    adopted(a_body(here))
    one = asked()
    for _ in range(2):
        adopted(a_body(here))
    a_function(here)

    assert asked() == one
