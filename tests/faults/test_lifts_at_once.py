"""Two who lift the same case at once: one waits, and the case goes one way."""

from datetime import timedelta

import pytest

from samverkan.cases.actions import (
    Said,
    complete_lift,
    move_case,
    note_line_entry,
    remind_line,
    withdraw_lift,
)
from samverkan.cases.choices import LineAnswer
from samverkan.cases.models import Case, Lift, LineLink
from samverkan.journal.models import Entry
from tests.cases.ladders import NOW, REASON, THEN, a_ladder, answered, lifted, prepared_at
from tests.factories import BodyFactory, CaseFactory
from tests.faults.test_at_once import DONE, at_once

AGREES = Said(LineAnswer.AGREES, "Socialchef", "Sara Snölykta")
OBJECTS = Said(LineAnswer.OBJECTS, "Socialchef", "Bo Barrsved", "Vi hinner inte.")


@pytest.fixture
def here(transactional_db):
    return a_ladder()


@pytest.fixture
def case(here):
    return CaseFactory(collaboration=here.collaboration, body=here.lsg, prepared=True)


@pytest.fixture
def lift(here, case):
    prepared_at(here.lsg, case, on=NOW.date() - timedelta(days=9))
    answered(case, here.samrad)
    return lifted(case, here.samrad)


def complete(lift):
    return lambda: complete_lift(lift.pk, reason=REASON, **THEN)


def told(verb):
    return Entry.objects.filter(verb=verb).count()


def test_two_clicks_complete_a_lift_once(here, lift):
    outcomes = at_once(here.collaboration, complete(lift), complete(lift))

    assert sorted(outcomes) == [DONE, "lift_has_ended"]
    assert told("lift.completed") == 1


def test_two_who_begin_lift_the_case_one_way(here, case):
    outcomes = at_once(
        here.collaboration, lambda: lifted(case, here.samrad), lambda: lifted(case, here.top)
    )

    assert sorted(outcomes) == [DONE, "lift_is_open"]
    assert Lift.objects.count() == 1


def test_a_lift_is_completed_or_taken_back(here, case, lift):
    outcomes = at_once(
        here.collaboration,
        complete(lift),
        lambda: withdraw_lift(lift.pk, reason=REASON, **THEN),
    )

    assert sorted(outcomes) == [DONE, "lift_has_ended"]
    assert Case.objects.get(pk=case.pk).body == here.samrad


def test_an_answer_that_comes_as_the_lift_ends_is_refused(here, lift):
    entry = lift.entries.get(principal__slug="ort-1")

    outcomes = at_once(
        here.collaboration,
        complete(lift),
        lambda: note_line_entry(entry.pk, AGREES, by_link=True, **THEN),
    )

    entry.refresh_from_db()
    assert sorted(outcomes) == [DONE, "lift_has_ended"]
    assert entry.answer == ""


def test_two_answers_for_one_principal_do_not_write_over_each_other(here, lift):
    entry = lift.entries.get(principal__slug="ort-1")

    outcomes = at_once(
        here.collaboration,
        lambda: note_line_entry(entry.pk, AGREES, seen=0, by_link=True, **THEN),
        lambda: note_line_entry(entry.pk, OBJECTS, seen=0, by_link=True, **THEN),
    )

    entry.refresh_from_db()
    assert sorted(outcomes) == [DONE, "line_changed_meanwhile"]
    assert (entry.answer, entry.revision) == ("agrees", 1)


def test_two_who_move_a_case_both_find_it(here, case):
    heirs = [BodyFactory(collaboration=here.collaboration) for _ in range(2)]
    moves = [
        lambda heir=heir: move_case(
            case.collaboration_id, case.number, to_body_id=heir.pk, reason=REASON, **THEN
        )
        for heir in heirs
    ]

    assert at_once(here.collaboration, *moves) == [DONE, DONE]


def test_two_clicks_remind_once(here, lift):
    later = {**THEN, "now": NOW + timedelta(days=8)}

    outcomes = at_once(
        here.collaboration,
        lambda: remind_line(lift.pk, **later),
        lambda: remind_line(lift.pk, **later),
    )

    assert sorted(outcomes) == [DONE, "no_line_to_remind"]
    assert LineLink.objects.count() == 6
