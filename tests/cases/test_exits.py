"""A case that leaves the road: its exits, where they lead, and the way back."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from samverkan.bodies.choices import BodyKind
from samverkan.cases import hooks
from samverkan.cases.actions import leave_case, move_case, prepare_case, return_case
from samverkan.cases.choices import CaseStage, ExitKind
from samverkan.cases.models import Case, CaseExit, CaseReturn
from samverkan.cases.queries import public_cases
from samverkan.cases.routines import IS_AWAY, away_at
from samverkan.cases.rules import PLAIN
from samverkan.cases.rules.exits import (
    COMES_BACK,
    MOVES_ON,
    REASON_LIMIT,
    Target,
    ends,
    exits_open,
    obstacles_to_leave,
)
from samverkan.cases.rules.routine import Exit, content_of
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.meetings.actions import place_case
from tests.cases.routines import plain
from tests.factories import (
    TESTER,
    BodyFactory,
    CaseFactory,
    CollaborationFactory,
    MeetingFactory,
    RoutineFactory,
)

THEN = {"by": TESTER, "now": datetime(2026, 3, 12, 11, 0, tzinfo=UTC)}
ENDS = [one for one in ExitKind if ends(one)]
READY = {
    "kind": ExitKind.WITHDRAWN,
    "routine": PLAIN,
    "stage": CaseStage.PREPARED,
    "body": "lsg",
    "away": "",
    "reason": "Frågan är löst.",
    "target": None,
    "where": "",
}
KINDS = {
    ExitKind.TO_PREPARATORY: BodyKind.PREPARATORY,
    ExitKind.TO_WORKING_GROUP: BodyKind.WORKING_GROUP,
    ExitKind.LIFTED: BodyKind.CONSULTATION,
}


def codes(**change) -> list[str]:
    return [one.code for one in obstacles_to_leave(**READY | change)]


def refused(act, *args, **facts) -> list[str]:
    before = (Entry.objects.count(), list(Case.objects.values()), CaseExit.objects.count())
    with pytest.raises(StepRefused) as refusal:
        act(*args, **{**THEN, **facts})
    assert before == (Entry.objects.count(), list(Case.objects.values()), CaseExit.objects.count())
    return [one.code for one in refusal.value.obstacles]


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def case(here):
    return CaseFactory(collaboration=here, prepared=True)


def leave(case, kind, **facts):
    facts = {"reason": "Därför."} | facts
    return leave_case(case.collaboration_id, case.number, kind, **{**THEN, **facts})


# --- The rule ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "found"),
    [
        ({}, []),
        ({"stage": CaseStage.RAISED}, []),
        ({"stage": CaseStage.RECOMMENDED}, ["exit_not_from_here"]),
        ({"stage": CaseStage.CLOSED}, ["exit_not_from_here"]),
        ({"reason": " "}, ["exit_without_reason"]),
        ({"reason": "a" * REASON_LIMIT}, []),
        ({"reason": "a" * (REASON_LIMIT + 1)}, ["exit_reason_too_long"]),
        ({"away": "Regionledningsmötet"}, ["case_is_away"]),
        ({"routine": plain(exits=())}, ["exit_not_in_routine"]),
        ({"kind": ExitKind.OTHER_STRUCTURE}, ["exit_without_where"]),
        ({"kind": ExitKind.OTHER_STRUCTURE, "where": "Nämnden"}, []),
        ({"kind": ExitKind.TO_LEADERSHIP}, ["exit_without_where"]),
        ({"kind": ExitKind.LIFTED}, ["exit_without_body"]),
        (
            {
                "kind": ExitKind.TO_PREPARATORY,
                "target": Target("samrad", BodyKind.CONSULTATION),
            },
            ["exit_not_to_body"],
        ),
        ({"kind": ExitKind.TO_PREPARATORY, "target": Target("rad", BodyKind.COUNCIL)}, []),
    ],
)
def test_a_case_leaves_with_a_reason_by_an_exit_of_its_routine(change, found):
    assert codes(**change) == found


@pytest.mark.rule("R074")
def test_a_routine_says_from_which_body_an_exit_is_used_and_where_it_leads():
    way = Exit(
        ExitKind.TO_LEADERSHIP,
        "Till Regionledningsmötet",
        ("prepared",),
        from_bodies=("samrad",),
        to_bodies=("regionledningsmotet",),
    )
    routine = plain(exits=(way,))
    there = {"target": Target("regionledningsmotet", BodyKind.OUTSIDE), "routine": routine}
    there["kind"] = ExitKind.TO_LEADERSHIP

    assert exits_open(routine, CaseStage.PREPARED, "samrad") == [ExitKind.TO_LEADERSHIP]
    assert codes(**there, body="samrad") == []
    assert codes(**there, body="lsg") == ["exit_not_from_here"]
    elsewhere = there | {"target": Target("annat", BodyKind.OUTSIDE)}
    assert codes(**elsewhere, body="samrad") == ["exit_not_to_body"]


# --- Leaving -------------------------------------------------------------------------------------


@pytest.mark.rule("R151")
@pytest.mark.parametrize("kind", ENDS)
def test_an_exit_that_ends_a_case_keeps_why_and_when(case, kind):
    leave(case, kind, where="Någon annanstans", reason=" Därför. ")

    case.refresh_from_db()
    left = case.exits.get()
    assert case.stage == CaseStage.CLOSED
    assert (left.kind, left.reason, left.on) == (kind, "Därför.", date(2026, 3, 12))
    assert (left.ended, left.stage, left.place) == (True, CaseStage.PREPARED, "Någon annanstans")
    facts = Entry.objects.get(verb="case.left").content["facts"]
    assert (facts["kind"], facts["reason"]) == (kind, "Därför.")


@pytest.mark.rule("R151")
@pytest.mark.parametrize("kind", MOVES_ON)
def test_an_exit_to_another_body_moves_the_case(here, case, kind):
    body = BodyFactory(collaboration=here, kind=KINDS[kind])

    left = leave(case, kind, to_body_id=body.pk)

    old = case.body
    case.refresh_from_db()
    assert (case.body, case.stage) == (body, CaseStage.PREPARED)
    assert (left.from_body, left.to_body, left.ended) == (old, body, False)
    assert list(Entry.objects.values_list("verb", flat=True)) == ["case.moved", "case.left"]


@pytest.mark.rule("R156")
@pytest.mark.parametrize("kind", [ExitKind.SOLVED_LOCALLY, ExitKind.SOLVED_BY_OFFICIALS])
def test_what_can_be_solved_locally_or_by_officials_goes_no_further(case, kind):
    leave(case, kind)

    case.refresh_from_db()
    assert case.stage == CaseStage.CLOSED
    assert Entry.objects.get(verb="case.left").content["rule"] == "R156"


def test_no_case_leaves_without_a_reason(here, case):
    found = refused(leave_case, here.pk, case.number, ExitKind.WRITTEN_OFF, reason="")

    assert found == ["exit_without_reason"]


def test_a_case_on_an_agenda_does_not_leave(here, case):
    meeting = MeetingFactory(collaboration=here, body=case.body, on=date(2026, 4, 1))
    place_case(meeting.pk, case.number, **THEN)

    found = refused(leave_case, here.pk, case.number, ExitKind.WITHDRAWN, reason="Löst.")

    assert found == ["case_on_open_agenda"]


def test_no_identity_number_gets_into_a_reason(here, case):
    told = {"reason": "Rör 19811218-9876"}

    assert refused(leave_case, here.pk, case.number, ExitKind.WITHDRAWN, **told) == [
        "identity_number"
    ]


def test_an_exit_is_called_what_the_case_s_own_routine_calls_it(here):
    exits = (Exit(ExitKind.WITHDRAWN, "Frågan togs tillbaka", ("raised",)),)
    version = RoutineFactory(collaboration=here, content=content_of(plain(exits=exits)))
    case = CaseFactory(collaboration=here, routine=version)

    assert leave(case, ExitKind.WITHDRAWN).name == "Frågan togs tillbaka"
    other = CaseFactory(collaboration=here, routine=version)
    told = {"reason": "Därför."}
    assert refused(leave_case, here.pk, other.number, ExitKind.WRITTEN_OFF, **told) == [
        "exit_not_in_routine"
    ]


def test_what_another_matter_enters_bars_an_exit(here, case, monkeypatch):
    barred = [lambda case, kind, body: [Obstacle("no_handler")]]
    monkeypatch.setattr(hooks, "BARS_EXIT", barred)

    found = refused(leave_case, here.pk, case.number, ExitKind.WITHDRAWN, reason="Löst.")

    assert found == ["no_handler"]


def test_what_ends_before_it_is_prepared_was_never_shown_to_everyone(here):
    raised = CaseFactory(collaboration=here)
    prepared = CaseFactory(collaboration=here, prepared=True)
    for case in (raised, prepared):
        leave(case, ExitKind.WITHDRAWN)

    assert list(public_cases(here.pk)) == [prepared]
    entries = Entry.objects.filter(verb="case.left").order_by("sequence")
    assert list(entries.values_list("visibility", flat=True)) == ["members", "public"]


# --- Away, and back ------------------------------------------------------------------------------


@pytest.mark.rule("R074")
def test_a_case_is_away_until_somebody_notes_what_came_of_it(here, case):
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")
    body = BodyFactory(collaboration=here)
    meeting = MeetingFactory(collaboration=here, body=case.body, on=date(2026, 4, 1))

    assert away_at(case) == "Regionledningsmötet"
    assert Case.objects.filter(IS_AWAY).get() == case
    move = {"to_body_id": body.pk, "reason": "Nej."}
    assert refused(move_case, here.pk, case.number, **move) == ["case_is_away"]
    assert refused(place_case, meeting.pk, case.number) == ["case_is_away"]
    gone = {"reason": "Nej."}
    assert refused(leave_case, here.pk, case.number, ExitKind.WITHDRAWN, **gone) == ["case_is_away"]

    return_case(here.pk, case.number, result="De vill gå vidare.", **THEN)

    case.refresh_from_db()
    assert (away_at(case), case.stage) == ("", CaseStage.PREPARED)
    assert CaseReturn.objects.get().result == "De vill gå vidare."
    place_case(meeting.pk, case.number, **THEN)


@pytest.mark.rule("R074")
def test_a_case_can_be_away_more_than_once(here, case):
    for result in ("Avvakta.", "Gå vidare."):
        leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")
        return_case(here.pk, case.number, result=result, **THEN)

    assert [one.came_back.result for one in case.exits.all()] == ["Avvakta.", "Gå vidare."]
    told = {"result": "Igen."}
    assert refused(return_case, here.pk, case.number, **told) == ["case_is_not_away"]


def test_one_says_what_came_of_it(here, case):
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")

    assert refused(return_case, here.pk, case.number, result=" ") == ["return_without_result"]


def test_a_raised_case_that_is_away_is_not_prepared(here):
    case = CaseFactory(collaboration=here)
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")

    found = refused(prepare_case, here.pk, case.number, handler=None)

    assert found == ["no_handler", "case_is_away"]


@pytest.mark.rule("R151")
def test_the_database_lets_nobody_change_why_a_case_left(here, case):
    leave(case, ExitKind.TO_LEADERSHIP, where="Regionledningsmötet")
    return_case(here.pk, case.number, result="Gå vidare.", **THEN)

    for rows, change in ((CaseExit, {"reason": "–"}), (CaseReturn, {"result": "–"})):
        with pytest.raises(IntegrityError), transaction.atomic():
            rows.objects.update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        CaseReturn.objects.all().delete()


def test_each_exit_ends_a_case_moves_it_or_is_away():
    for kind in ExitKind:
        assert [ends(kind), kind in MOVES_ON, kind in COMES_BACK].count(True) == 1
    assert replace(PLAIN.exits[0]).from_stages == ("raised", "prepared")
