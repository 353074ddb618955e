"""The routine as data: what it allows, and what the check finds in one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samverkan.cases.choices import CaseStage, ExitKind, StepKind, Taker
from samverkan.cases.models import Case
from samverkan.cases.rules import PLAIN, obstacles_to_prepare, obstacles_to_step
from samverkan.cases.rules.checking import (
    MOST,
    NAME_LIMIT,
    TEXT_LIMIT,
    obstacles_to_draft,
    obstacles_to_routine,
)
from samverkan.cases.rules.questions import Question
from samverkan.cases.rules.routine import (
    FIELDS,
    Exit,
    Routine,
    Stage,
    Step,
    allowed_steps,
    content_of,
    ending,
    fields_before,
    is_end,
    lift_is_strict,
    name_of,
    questions_of,
    reachable,
    routine_from,
)
from samverkan.sentences import say
from tests.cases.routines import broken_routines, plain, sound_routines, step

# What the service allowed before a county had a routine of its own.
AS_BEFORE = {
    CaseStage.RAISED: {CaseStage.PREPARED},
    CaseStage.PREPARED: {CaseStage.RECOMMENDED, CaseStage.CLOSED},
    CaseStage.RECOMMENDED: {CaseStage.DISPATCHED},
    CaseStage.DISPATCHED: {CaseStage.REPORTED_BACK},
    CaseStage.REPORTED_BACK: {CaseStage.REPORTED_BACK, CaseStage.CLOSED},
    CaseStage.CLOSED: set(),
}


def codes(routine: Routine) -> list[str]:
    return [one.code for one in obstacles_to_routine(routine)]


def without(kind: StepKind) -> Routine:
    return plain(steps=tuple(one for one in PLAIN.steps if one.kind != kind))


def more(*steps: Step) -> Routine:
    return plain(steps=(*PLAIN.steps, *steps))


# --- What a routine allows -----------------------------------------------------------------------


def test_a_case_without_a_routine_goes_the_plain_road():
    assert allowed_steps(PLAIN) == AS_BEFORE
    assert codes(PLAIN) == []


@pytest.mark.rule("R151")
@pytest.mark.parametrize("stage", CaseStage)
@pytest.mark.parametrize("to", CaseStage)
def test_a_case_goes_only_the_road_of_its_own_routine(stage, to):
    routine = without(StepKind.CARRY_OUT)

    found = [one.code for one in obstacles_to_step(stage, to, routine)]

    assert found == ([] if to in allowed_steps(routine)[stage] else ["wrong_stage"])
    assert CaseStage.CLOSED not in allowed_steps(routine)[CaseStage.REPORTED_BACK]


def test_what_must_be_written_is_what_the_routine_says():
    stricter = replace(PLAIN.steps[1], fields=("question", "touched"))
    routine = plain(steps=(PLAIN.steps[0], stricter, *PLAIN.steps[2:]))

    (found,) = obstacles_to_prepare(
        stage=CaseStage.RAISED,
        fields={"question": "?", "summary": "Kort."},
        handler_known=True,
        routine=routine,
    )

    assert fields_before(routine, CaseStage.PREPARED) == ("question", "summary", "touched")
    assert found.facts == {"missing": ["touched"]}


def test_every_field_that_a_step_may_ask_for_is_in_the_case():
    assert set(FIELDS) <= {one.name for one in Case._meta.get_fields()}


def test_the_questions_and_the_strictness_of_a_lift_are_the_routines_own():
    asked = Question("lokalt", "Är frågan prövad lokalt?", "§ 5.1.2")
    routine = more(
        step(StepKind.ADMIT, "raised", "raised", questions=(asked,)),
        step(StepKind.LIFT, "prepared", "prepared", strict=True),
    )

    assert questions_of(routine) == (asked,)
    assert (lift_is_strict(routine), lift_is_strict(PLAIN)) == (True, False)
    assert codes(routine) == []


def test_a_stage_is_called_what_the_county_calls_it():
    routine = plain(stages=(replace(PLAIN.stages[0], name="Inkommen fråga"), *PLAIN.stages[1:]))

    assert name_of(routine, CaseStage.RAISED) == "Inkommen fråga"
    assert name_of(Routine(), CaseStage.RAISED) == "väckt"


# --- What the check finds ------------------------------------------------------------------------

LOOSE = Stage("utredning", "Utredning", CaseStage.PREPARED)


@pytest.mark.rule("R150")
@pytest.mark.parametrize(
    ("routine", "found"),
    [
        (Routine(), ["routine_no_beginning", "routine_without_exit"]),
        (plain(exits=()), ["routine_without_exit"]),
        (plain(stages=(*PLAIN.stages, LOOSE)), ["routine_unreachable", "routine_dead_end"]),
        (
            plain(
                stages=(*PLAIN.stages, LOOSE),
                steps=(*PLAIN.steps, step(StepKind.TREAT, "prepared", "utredning")),
            ),
            ["routine_dead_end"],
        ),
        (
            plain(
                stages=(*PLAIN.stages, LOOSE),
                steps=(
                    *PLAIN.steps,
                    step(StepKind.TREAT, "prepared", "utredning"),
                    step(StepKind.TREAT, "utredning", "utredning"),
                ),
            ),
            ["routine_never_ends"],
        ),
        (more(step(StepKind.TREAT, "prepared", "borta")), ["routine_unknown_stage"]),
        (more(PLAIN.steps[-1]), ["routine_key_twice"]),
        (plain(exits=(*PLAIN.exits, PLAIN.exits[0])), ["routine_key_twice"]),
        (
            more(step(StepKind.PREPARE, "raised", "prepared", fields=("lon",))),
            ["routine_unknown_field"],
        ),
        (
            more(step(StepKind.PREPARE, "raised", "prepared", fields=())),
            ["routine_documents_nothing"],
        ),
        (more(step(StepKind.TREAT, "prepared", "prepared", takers=())), ["routine_step_of_nobody"]),
        (more(step(StepKind.TREAT, "", "prepared")), ["routine_step_from_nowhere"]),
        (without(StepKind.CLOSE), ["routine_lacks_step"]),
        (
            plain(exits=(Exit(ExitKind.WITHDRAWN, "Återkallat", ("dispatched",)),)),
            ["routine_exit_too_late"],
        ),
        (
            plain(exits=(*PLAIN.exits[:-1], Exit(ExitKind.WRITTEN_OFF, "Avskrivet", ()))),
            ["routine_exit_from_nowhere"],
        ),
    ],
)
def test_a_broken_routine_is_refused_with_the_reason(routine, found):
    obstacles = obstacles_to_routine(routine)

    # A step that comes from nowhere is astray too: the kind has its own places.
    assert [one.code for one in obstacles if one.code != "routine_step_astray"] == found
    assert all(say(one) for one in obstacles)


@pytest.mark.parametrize(
    "broken",
    [
        step(StepKind.RECOMMEND, "raised", "recommended"),
        step(StepKind.PREPARE, "prepared", "raised"),
        step(StepKind.DISPATCH, "prepared", "dispatched"),
        step(StepKind.RETURN, "dispatched", "prepared"),
        step(StepKind.TREAT, "closed", "closed"),
        step(StepKind.RAISE, "", "prepared"),
    ],
)
def test_no_routine_goes_past_what_the_agreement_asks_for(broken):
    assert "routine_step_astray" in codes(more(broken))


@pytest.mark.rule("R005")
def test_in_no_routine_does_a_body_decide_for_the_principals():
    decide = step(StepKind.DECIDE, "dispatched", "dispatched")

    assert codes(more(decide)) == []
    assert codes(more(replace(decide, takers=(Taker.BODY,)))) == ["routine_others_decide"]


@pytest.mark.rule("R006")
def test_in_every_routine_it_is_the_body_that_recommends():
    others = replace(PLAIN.steps[2], takers=(Taker.COORDINATOR,))

    found = codes(plain(steps=(*PLAIN.steps[:2], others, *PLAIN.steps[3:])))

    assert found == ["routine_others_recommend"]


def test_a_case_enters_each_of_the_services_stages_in_one_place():
    routine = plain(
        stages=(*PLAIN.stages, LOOSE),
        steps=(
            *PLAIN.steps,
            step(StepKind.PREPARE, "raised", "utredning"),
            step(StepKind.RECOMMEND, "utredning", "recommended"),
        ),
    )

    assert codes(routine) == ["routine_two_doors"]


# --- Invariants ----------------------------------------------------------------------------------


@pytest.mark.rule("R150")
@given(sound_routines())
def test_a_routine_is_kept_and_read_again_unchanged(routine):
    assert obstacles_to_routine(routine) == []
    assert routine_from(content_of(routine)) == routine


@pytest.mark.rule("R150")
@given(st.one_of(sound_routines(), broken_routines()))
def test_of_a_routine_that_passes_every_stage_is_reached_and_ends(routine):
    obstacles = obstacles_to_routine(routine)

    keys = {one.key for one in routine.stages}
    if obstacles:
        assert all(say(one) for one in obstacles)
    else:
        assert reachable(routine) == ending(routine) == keys
        assert all(is_end(one) or routine.steps_from(one.key) for one in routine.stages)


@pytest.mark.rule("R150")
@given(st.one_of(sound_routines(), broken_routines()), st.data())
def test_no_sequence_of_permitted_steps_leaves_the_routine(routine, data):
    if obstacles_to_routine(routine):
        return
    stage, places = CaseStage.RAISED, {one.to_stage for one in routine.steps if not one.from_stage}
    for _ in range(8):
        allowed = sorted(allowed_steps(routine)[stage])
        assert bool(allowed) is (stage is not CaseStage.CLOSED)
        if not allowed:
            return
        to = CaseStage(data.draw(st.sampled_from(allowed)))
        places = _led_to(routine, stage, to, places)
        assert places  # the county's own stages have a way for what the service allowed
        stage = to


def _led_to(routine, stage, to, places):
    """Return where a case may be after a step: on from any stage that it can have come to."""
    inside = {one.key for one in routine.stages_of(stage)}
    within = set(places)
    while (
        more := {
            one.to_stage
            for one in routine.steps
            if one.from_stage in within and one.to_stage in inside
        }
        - within
    ):
        within |= more
    return {
        one.to_stage
        for one in routine.steps
        if one.from_stage in within and routine.stage(one.to_stage).of == to
        if stage != to or one.kind == StepKind.REPORT_BACK
    }


# --- Writing a draft -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("routine", "code"),
    [
        (plain(stages=(replace(PLAIN.stages[0], name=" "),)), "routine_name"),
        (
            plain(stages=(replace(PLAIN.stages[0], name="a" * (NAME_LIMIT + 1)),)),
            "routine_name",
        ),
        (
            plain(stages=(replace(PLAIN.stages[0], text="a" * (TEXT_LIMIT + 1)),)),
            "routine_text_too_long",
        ),
        (plain(stages=PLAIN.stages * MOST), "routine_too_much"),
        (plain(steps=(replace(PLAIN.steps[0], days=0),)), "routine_days"),
    ],
)
def test_a_draft_has_limits(routine, code):
    assert [one.code for one in obstacles_to_draft(routine, changed=True)] == [code]


def test_a_draft_at_its_limits_is_kept_whatever_the_check_finds():
    at_limit = replace(PLAIN.stages[0], name="a" * NAME_LIMIT, text="b" * TEXT_LIMIT)

    assert obstacles_to_draft(plain(stages=(at_limit,)), changed=True) == []
    (found,) = obstacles_to_draft(PLAIN, changed=False)
    assert found.code == "routine_unchanged"
