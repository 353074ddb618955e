"""Routines in versions: drafted, adopted by the body that owns the matter, kept by their cases."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from samverkan.bodies.choices import TextStage
from samverkan.cases import routines
from samverkan.cases.actions import (
    Sheet,
    adopt_routine,
    advance,
    begin_routine_draft,
    drop_routine_draft,
    prepare_case,
    raise_case,
    write_routine_draft,
)
from samverkan.cases.actions.routines import stamp_of
from samverkan.cases.choices import CaseStage, StepKind
from samverkan.cases.models import Case, RoutineVersion
from samverkan.cases.rules import PLAIN
from samverkan.cases.rules.adopting import MATTER
from samverkan.cases.rules.routine import Routine, content_of
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import StepRefused
from tests.cases.routines import plain
from tests.factories import (
    TESTER,
    BodyFactory,
    CaseFactory,
    CollaborationFactory,
    MissionFactory,
    RoutineFactory,
)

NOON = datetime(2026, 3, 12, 11, 0, tzinfo=UTC)
THEN = {"by": TESTER, "now": NOON}
TODAY = date(2026, 3, 12)
SHORTER = plain(steps=tuple(one for one in PLAIN.steps if one.kind != StepKind.CARRY_OUT))
RENAMED = plain(stages=(replace(PLAIN.stages[0], name="Inkommen"), *PLAIN.stages[1:]))


def refused(act, *args, **facts) -> list[str]:
    before = (Entry.objects.count(), list(RoutineVersion.objects.values()))
    with pytest.raises(StepRefused) as refusal:
        act(*args, **{**THEN, **facts})
    assert (Entry.objects.count(), list(RoutineVersion.objects.values())) == before
    return [one.code for one in refusal.value.obstacles]


@pytest.fixture
def here(db):
    return CollaborationFactory()


@pytest.fixture
def lsg(here):
    return BodyFactory(collaboration=here, name="Gruppen", inner_decisions=[MATTER])


@pytest.fixture
def draft(here):
    first = begin_routine_draft(here.pk, **THEN)
    return write_routine_draft(first.pk, PLAIN, **THEN)


def adopted(draft, lsg, **facts):
    facts = {"on": TODAY, "point": 4, "met": True} | facts
    return adopt_routine(draft.pk, adopted_by=lsg.pk, **{**THEN, **facts})


# --- Drafts --------------------------------------------------------------------------------------


def test_the_first_draft_is_empty_and_the_next_a_copy_of_what_holds(here, lsg, draft):
    adopted(draft, lsg)

    second = begin_routine_draft(here.pk, **THEN)

    assert (draft.number, second.number) == (1, 2)
    assert routines.content(second) == PLAIN
    assert (second.stage, second.matter) == (TextStage.DRAFT, MATTER)


def test_there_is_one_draft_at_a_time(here, draft):
    assert refused(begin_routine_draft, here.pk) == ["routine_draft_there"]


def test_a_draft_is_kept_with_its_faults(draft):
    write_routine_draft(draft.pk, Routine(stages=PLAIN.stages), **THEN)

    draft.refresh_from_db()
    assert routines.content(draft).steps == ()


def test_what_stands_already_is_not_written_again(draft):
    assert refused(write_routine_draft, draft.pk, PLAIN) == ["routine_unchanged"]


def test_two_who_write_at_once_do_not_write_over_each_other(draft):
    seen = stamp_of(draft)
    write_routine_draft(draft.pk, RENAMED, seen=seen, **THEN)

    assert refused(write_routine_draft, draft.pk, PLAIN, seen=seen) == ["draft_changed_meanwhile"]


def test_no_identity_number_gets_into_a_routine(draft):
    stage = replace(PLAIN.stages[0], text="Se 19811218-9876")

    written = plain(stages=(stage, *PLAIN.stages[1:]))

    assert refused(write_routine_draft, draft.pk, written) == ["identity_number"]


def test_a_draft_is_thrown_and_its_number_used_again(here, draft):
    drop_routine_draft(draft.pk, **THEN)

    assert not RoutineVersion.objects.exists()
    assert begin_routine_draft(here.pk, **THEN).number == 1


def test_each_act_with_a_draft_is_for_members_only(here, draft):
    drop_routine_draft(draft.pk, **THEN)

    entries = Entry.objects.filter(subject="routine")
    assert list(entries.values_list("verb", "visibility")) == [
        ("routine.begun", "members"),
        ("routine.drafted", "members"),
        ("routine.dropped", "members"),
    ]


# --- Adopting ------------------------------------------------------------------------------------


@pytest.mark.rule("R151")
def test_the_body_that_owns_the_matter_adopts_a_routine_at_a_point(here, lsg, draft):
    adopted(draft, lsg, valid_from=date(2026, 4, 1))

    draft.refresh_from_db()
    assert (draft.stage, draft.adopted_by, draft.point) == (TextStage.ADOPTED, lsg, 4)
    assert (draft.adopted_on, draft.meeting_on) == (TODAY, TODAY)
    assert routines.routine_on(here.pk, date(2026, 3, 31)) is None
    assert routines.routine_on(here.pk, date(2026, 4, 1)) == draft
    entry = Entry.objects.get(verb="routine.adopted")
    assert (entry.visibility, entry.content["facts"]["adopter"]) == ("public", "Gruppen")


@pytest.mark.rule("R151")
@pytest.mark.rule("R008")
def test_no_other_body_adopts_a_routine(here, lsg, draft):
    other = BodyFactory(collaboration=here, inner_decisions=["den egna arbetsordningen"])

    found = refused(adopt_routine, draft.pk, adopted_by=other.pk, on=TODAY, point=4, met=True)

    assert found == ["routine_not_by_its_owner"]


@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"met": False}, "adopter_did_not_meet"),
        ({"on": date(2026, 3, 13)}, "adopted_in_the_future"),
        ({"point": None, "met": None}, "adopted_without_source"),
        ({"valid_from": date(2026, 3, 11)}, "valid_before_adopted"),
        ({"on": date(2019, 3, 12)}, "adopter_not_there"),
    ],
)
def test_a_routine_is_adopted_at_a_meeting_that_was(here, lsg, draft, facts, code):
    told = {"adopted_by": lsg.pk, "on": TODAY, "point": 4, "met": True} | facts

    assert refused(adopt_routine, draft.pk, **told) == [code]


@pytest.mark.rule("R150")
def test_a_routine_with_faults_is_not_adopted(lsg, draft):
    write_routine_draft(draft.pk, plain(exits=()), **THEN)

    told = {"adopted_by": lsg.pk, "on": TODAY, "point": 4, "met": True}

    assert refused(adopt_routine, draft.pk, **told) == ["routine_without_exit"]


def test_the_new_one_does_not_hold_before_the_old(here, lsg, draft):
    adopted(draft, lsg, valid_from=date(2026, 6, 1))
    second = begin_routine_draft(here.pk, **THEN)
    write_routine_draft(second.pk, RENAMED, **THEN)

    found = refused(adopt_routine, second.pk, adopted_by=lsg.pk, on=TODAY, point=5, met=True)

    assert found == ["valid_before_the_former"]


@pytest.mark.rule("R151")
def test_a_routine_that_nobody_has_decided_gives_way_to_one_that_is(here, lsg):
    assumed = RoutineFactory(collaboration=here, proposed=True)
    assert routines.routine_on(here.pk, TODAY) == assumed
    draft = begin_routine_draft(here.pk, **THEN)
    write_routine_draft(draft.pk, RENAMED, **THEN)

    adopted(draft, lsg)

    assert routines.routine_on(here.pk, TODAY) == draft


@pytest.mark.rule("R151")
@pytest.mark.parametrize("change", [{"source": "annan"}, {"content": {}}, {"stage": "draft"}])
def test_the_database_lets_nobody_change_an_adopted_routine(lsg, draft, change):
    adopted(draft, lsg)

    with pytest.raises(IntegrityError), transaction.atomic():
        RoutineVersion.objects.filter(pk=draft.pk).update(**change)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoutineVersion.objects.filter(pk=draft.pk).delete()
    for act in (write_routine_draft, drop_routine_draft):
        facts = [RENAMED] if act is write_routine_draft else []
        assert "version_not_draft" in refused(act, draft.pk, *facts)


def test_the_database_holds_one_draft_and_one_of_each_number(here, draft):
    with pytest.raises(IntegrityError), transaction.atomic():
        RoutineFactory(collaboration=here, number=2, stage=TextStage.DRAFT)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoutineFactory(collaboration=here, number=1)
    with pytest.raises(IntegrityError), transaction.atomic():
        RoutineFactory(collaboration=here, number=3, adopted_by=None)


# --- A case and its own version ------------------------------------------------------------------

SHEET = Sheet(title="Gemensam rutin", question="Ska vi?", background="Olika.")


@pytest.mark.rule("R151")
def test_a_case_begins_under_the_version_in_force_and_keeps_it(here, lsg, draft):
    seat = MissionFactory(body=lsg)
    adopted(draft, lsg)
    case = raise_case(lsg.pk, SHEET, raised_by=seat.person_id, **THEN)
    second = begin_routine_draft(here.pk, **THEN)
    write_routine_draft(second.pk, RENAMED, **THEN)

    adopted(second, lsg, point=5)

    case.refresh_from_db()
    assert (case.routine, routines.routine_of(case)) == (draft, PLAIN)
    later = raise_case(lsg.pk, SHEET, raised_by=seat.person_id, **THEN)
    assert later.routine == second


def test_a_case_from_before_any_routine_follows_the_plain_one(here, lsg):
    case = raise_case(
        lsg.pk, SHEET, raised_by=None, source="Anteckningar 2018", by=TESTER, now=NOON
    )

    assert (case.routine, routines.routine_of(case)) == (None, PLAIN)


@pytest.mark.rule("R151")
def test_the_database_lets_a_case_keep_its_routine(here):
    case = CaseFactory(collaboration=here, routine=RoutineFactory(collaboration=here))
    other = RoutineFactory(collaboration=here, number=2)

    for routine in (other, None):
        with pytest.raises(IntegrityError), transaction.atomic():
            Case.objects.filter(pk=case.pk).update(routine=routine)
    Case.objects.filter(pk=case.pk).update(routine=case.routine, title="Ny")


@pytest.mark.rule("R151")
def test_the_steps_of_a_case_are_those_of_its_own_routine(here):
    new = RoutineFactory(collaboration=here, content=content_of(SHORTER))
    new_case = CaseFactory(collaboration=here, reported_back=True, routine=new)
    old_case = CaseFactory(collaboration=here, reported_back=True)

    with pytest.raises(StepRefused):
        advance(new_case.pk, CaseStage.CLOSED)
    assert advance(old_case.pk, CaseStage.CLOSED).stage == CaseStage.CLOSED


@pytest.mark.rule("R151")
def test_what_a_case_must_say_is_what_its_own_routine_asks(here):
    prepare = replace(PLAIN.steps[1], fields=("touched",))
    routine = plain(steps=(PLAIN.steps[0], prepare, *PLAIN.steps[2:]))
    version = RoutineFactory(collaboration=here, content=content_of(routine))
    case = CaseFactory(collaboration=here, routine=version, touched="", background="")

    with pytest.raises(StepRefused) as refusal:
        prepare_case(here.pk, case.number, handler=None, **THEN)

    found = {one.code: one.facts for one in refusal.value.obstacles}
    assert found["not_documented"] == {"missing": ["touched"]}
