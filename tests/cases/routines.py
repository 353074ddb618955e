"""Routines for tests: a sound one with the county's own stages, made by chance or by hand."""

import itertools

from hypothesis import strategies as st

from samverkan.cases.choices import CaseStage, ExitKind, StepKind, Taker
from samverkan.cases.rules.plain_routine import PLAIN
from samverkan.cases.rules.routine import Exit, Routine, Stage, Step

# The road that all routines go, and by which kind of step.
ROAD = [
    (StepKind.RAISE, CaseStage.RAISED),
    (StepKind.PREPARE, CaseStage.PREPARED),
    (StepKind.RECOMMEND, CaseStage.RECOMMENDED),
    (StepKind.DISPATCH, CaseStage.DISPATCHED),
    (StepKind.REPORT_BACK, CaseStage.REPORTED_BACK),
    (StepKind.CARRY_OUT, CaseStage.CLOSED),
]
INNER = [StepKind.DOCUMENT, StepKind.ADMIT, StepKind.LIFT, StepKind.TREAT, StepKind.PUBLISH]
TAKERS = {
    StepKind.RECOMMEND: (Taker.BODY,),
    StepKind.DECIDE: (Taker.PRINCIPAL,),
}


def step(kind, came, goes, **facts):
    facts = {"key": f"{kind}-{came}-{goes}", "name": f"{kind} {came}"} | facts
    takers = facts.pop("takers", TAKERS.get(kind, (Taker.COORDINATOR,)))
    fields = facts.pop("fields", ("question",) if kind == StepKind.PREPARE else ())
    return Step(kind=kind, from_stage=came, to_stage=goes, takers=takers, fields=fields, **facts)


@st.composite
def sound_routines(draw):
    """A routine without faults: each of the service's stages is some of the county's own."""
    stages, steps, last = [], [], ""
    doors, lasts = {}, {}
    for kind, stage in ROAD:
        count = 1 if stage is CaseStage.CLOSED else draw(st.integers(1, 3))
        keys = [f"{stage.value}-{nr}" for nr in range(count)]
        stages += [Stage(key, key, stage) for key in keys]
        steps.append(step(kind, last, keys[0]))
        for came, goes in itertools.pairwise(keys):
            steps.append(step(draw(st.sampled_from(INNER)), came, goes))
        doors[stage], last = keys[0], keys[-1]
        lasts[stage] = keys
    prepared, reported = lasts[CaseStage.PREPARED], lasts[CaseStage.REPORTED_BACK]
    closed = doors[CaseStage.CLOSED]
    steps.append(step(StepKind.CLOSE, draw(st.sampled_from(prepared)), closed))
    steps.append(step(StepKind.REPORT_BACK, draw(st.sampled_from(reported)), reported[0]))
    for nr in range(draw(st.integers(0, 2))):  # back, or past, within one of the service's stages
        keys = lasts[draw(st.sampled_from([CaseStage.RAISED, CaseStage.PREPARED]))]
        came, goes = draw(st.sampled_from(keys)), draw(st.sampled_from(keys))
        steps.append(step(StepKind.RETURN, came, goes, key=f"more-{nr}"))
    exits = [
        Exit(kind, kind.label, (doors[CaseStage.RAISED],))
        for kind in draw(st.sets(st.sampled_from(ExitKind), min_size=1))
    ]
    return Routine(tuple(stages), tuple(draw(st.permutations(steps))), tuple(exits))


@st.composite
def broken_routines(draw):
    """A sound routine with some of its parts taken away, or led elsewhere."""
    routine = draw(sound_routines())
    stages, steps = list(routine.stages), list(routine.steps)
    for _ in range(draw(st.integers(1, 3))):
        act = draw(st.sampled_from(["stage", "step", "lead", "from"]))
        if act == "stage" and stages:
            stages.pop(draw(st.integers(0, len(stages) - 1)))
        elif steps:
            nr = draw(st.integers(0, len(steps) - 1))
            old = steps.pop(nr)
            to = draw(st.sampled_from([one.key for one in routine.stages]))
            if act == "lead":
                steps.append(step(old.kind, old.from_stage, to, key=old.key))
            elif act == "from":
                steps.append(step(old.kind, to, old.to_stage, key=old.key))
    return Routine(tuple(stages), tuple(steps), routine.exits)


def plain(**change):
    """Return the plain routine with something changed."""
    return Routine(
        stages=change.get("stages", PLAIN.stages),
        steps=change.get("steps", PLAIN.steps),
        exits=change.get("exits", PLAIN.exits),
    )
