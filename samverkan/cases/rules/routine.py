"""The case-flow routine (ärendegångens rutin) as data. Pure: no database, no clock."""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from samverkan.cases.choices import CaseStage, ExitKind, StepKind, Taker
from samverkan.cases.rules.questions import Question

# What a step may ask to have written in the case.
FIELDS = (
    "title",
    "question",
    "summary",
    "background",
    "value_inhabitants",
    "value_operations",
    "target_groups",
    "scope",
    "touched",
    "responsible_management",
    "experts",
)
# Which moves between the service's stages each kind of step makes; the other kinds stay in one.
MOVES: Mapping[StepKind, Collection[tuple[CaseStage | None, CaseStage]]] = {
    StepKind.RAISE: {(None, CaseStage.RAISED)},
    StepKind.PREPARE: {(CaseStage.RAISED, CaseStage.PREPARED)},
    StepKind.RECOMMEND: {(CaseStage.PREPARED, CaseStage.RECOMMENDED)},
    StepKind.DISPATCH: {(CaseStage.RECOMMENDED, CaseStage.DISPATCHED)},
    StepKind.REPORT_BACK: {
        (CaseStage.DISPATCHED, CaseStage.REPORTED_BACK),
        # A late answer is reported back too, so the case can come to the body more than once.
        (CaseStage.REPORTED_BACK, CaseStage.REPORTED_BACK),
    },
    StepKind.CARRY_OUT: {(CaseStage.REPORTED_BACK, CaseStage.CLOSED)},
    # A body that does not agree ends the case; one that wants more preparation leaves it prepared.
    StepKind.CLOSE: {
        (CaseStage.PREPARED, CaseStage.CLOSED),
        (CaseStage.REPORTED_BACK, CaseStage.CLOSED),
    },
}
# Kinds that may also stand between two of the county's own stages within one of the service's.
STAYS = frozenset(StepKind) - (set(MOVES) - {StepKind.CARRY_OUT})


@dataclass(frozen=True)
class Stage:
    """Läge: one stage of a routine, with the county's own name; `of` is the service's stage."""

    key: str
    name: str
    of: CaseStage
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Step:
    """Steg: what leads from one stage to another; only the first step comes from nowhere.

    `strict` lets what is still open stop the step, where the service else would only warn (Q10).
    """

    key: str
    name: str
    kind: StepKind
    to_stage: str
    from_stage: str = ""
    takers: tuple[Taker, ...] = ()
    fields: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    days: int | None = None
    tells: tuple[Taker, ...] = ()
    strict: bool = False
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Exit:
    """Utgång: a way out for a case that does not go all the way; its reason is always asked for.

    The addresses of bodies say from which it is used and where it leads; none means any.
    """

    kind: ExitKind
    name: str
    from_stages: tuple[str, ...]
    from_bodies: tuple[str, ...] = ()
    to_bodies: tuple[str, ...] = ()
    text: str = ""
    source: str = ""


@dataclass(frozen=True)
class Routine:
    """Rutin: the stages, steps and exits that a body has decided for the way of a case."""

    stages: tuple[Stage, ...] = ()
    steps: tuple[Step, ...] = ()
    exits: tuple[Exit, ...] = ()

    def stage(self, key: str) -> Stage | None:
        """Return the stage with a key."""
        return next((one for one in self.stages if one.key == key), None)

    def step(self, key: str) -> Step | None:
        """Return the step with a key."""
        return next((one for one in self.steps if one.key == key), None)

    def exit(self, kind: str) -> Exit | None:
        """Return the exit of a kind."""
        return next((one for one in self.exits if one.kind == kind), None)

    def steps_from(self, key: str) -> list[Step]:
        """Return the steps that lead on from a stage."""
        return [one for one in self.steps if one.from_stage == key]

    def stages_of(self, stage: CaseStage) -> list[Stage]:
        """Return the routine's own stages within one of the service's."""
        return [one for one in self.stages if one.of == stage]


# --- What a routine says -------------------------------------------------------------------------


def allowed_steps(routine: Routine) -> dict[CaseStage, set[CaseStage]]:
    """Return to which of the service's stages a case may go from each, by its own routine.

    Agreement § 7 (R151): the routine for the flow of cases is decided by LSG, so what is allowed
    is what it says. Of a routine without faults this is exact: a case enters each of the
    service's stages in one place, from where its every way on can be reached.
    """
    allowed: dict[CaseStage, set[CaseStage]] = {stage: set() for stage in CaseStage}
    within = reachable(routine)
    for step in routine.steps:
        came, goes = routine.stage(step.from_stage), routine.stage(step.to_stage)
        if came and goes and came.key in within and moves(step.kind, came.of, goes.of):
            allowed[came.of].add(goes.of)
    return allowed


def moves(kind: StepKind, came: CaseStage | None, goes: CaseStage) -> bool:
    """Return whether a kind of step moves a case between two of the service's stages."""
    return (came, goes) in MOVES.get(kind, ())


def service_can(kind: StepKind, came: CaseStage | None, goes: CaseStage) -> bool:
    """Return whether the service has a step of a kind between two of its stages."""
    stays = came == goes and kind in STAYS and goes is not CaseStage.CLOSED
    return stays or moves(kind, came, goes)


def reachable(routine: Routine) -> set[str]:
    """Return the keys of the stages that a case can come to."""
    return _followed(
        {one.to_stage for one in beginnings(routine)},
        [(one.from_stage, one.to_stage) for one in routine.steps if one.from_stage],
    )


def ending(routine: Routine) -> set[str]:
    """Return the keys of the stages from which an end can be reached."""
    return _followed(
        {one.key for one in routine.stages if is_end(one)},
        [(one.to_stage, one.from_stage) for one in routine.steps if one.from_stage],
    )


def beginnings(routine: Routine) -> list[Step]:
    """Return the steps by which a case begins."""
    return [one for one in routine.steps if one.kind == StepKind.RAISE and not one.from_stage]


def is_end(stage: Stage) -> bool:
    """Return whether a case that has come to a stage goes no further."""
    return stage.of == CaseStage.CLOSED


def fields_before(routine: Routine, to: CaseStage) -> tuple[str, ...]:
    """Return what must be written in a case before it comes to one of the service's stages."""
    wanted = {name for step in steps_into(routine, to) for name in step.fields}
    if to is CaseStage.PREPARED:  # from then on everybody reads it, whatever the routine asks for
        wanted.add("summary")
    return tuple(name for name in FIELDS if name in wanted)


def steps_into(routine: Routine, to: CaseStage) -> list[Step]:
    """Return the steps that bring a case to one of the service's stages."""
    return [
        one
        for one in routine.steps
        if (goes := routine.stage(one.to_stage)) and goes.of == to
        if (came := routine.stage(one.from_stage)) or not one.from_stage
        if moves(one.kind, came.of if came else None, to)
    ]


def questions_of(routine: Routine) -> tuple[Question, ...]:
    """Return the questions of the routine's admission test, in the order that they are asked."""
    return tuple(
        one for step in routine.steps if step.kind == StepKind.ADMIT for one in step.questions
    )


def lift_is_strict(routine: Routine) -> bool:
    """Return whether a lift waits for every principal's line (Q10: the routine may tighten)."""
    return any(step.strict for step in routine.steps if step.kind == StepKind.LIFT)


def name_of(routine: Routine, stage: CaseStage) -> str:
    """Return what the county calls one of the service's stages: where a case enters it."""
    into = (routine.stage(one.to_stage) for one in steps_into(routine, stage))
    return next((found.name for found in into if found), str(stage.label))


def _followed(first: set[str], ways: list[tuple[str, str]]) -> set[str]:
    found, before = set(first), -1
    while len(found) > before:
        before = len(found)
        found |= {to for came, to in ways if came in found}
    return found


# --- As it is kept -------------------------------------------------------------------------------


def content_of(routine: Routine) -> dict[str, Any]:
    """Return a routine as it is kept: plain lists and texts."""
    content: dict[str, Any] = json.loads(json.dumps(asdict(routine)))
    return content


def routine_from(content: Mapping[str, Any]) -> Routine:
    """Return the routine that is kept so."""
    return Routine(
        stages=tuple(
            Stage(**{**one, "of": CaseStage(one["of"])}) for one in content.get("stages", ())
        ),
        steps=tuple(_step(one) for one in content.get("steps", ())),
        exits=tuple(_exit(one) for one in content.get("exits", ())),
    )


def _step(kept: Mapping[str, Any]) -> Step:
    return Step(
        **{
            **kept,
            "kind": StepKind(kept["kind"]),
            "takers": tuple(Taker(one) for one in kept["takers"]),
            "tells": tuple(Taker(one) for one in kept["tells"]),
            "fields": tuple(kept["fields"]),
            "questions": tuple(Question(**one) for one in kept["questions"]),
        }
    )


def _exit(kept: Mapping[str, Any]) -> Exit:
    lists = ("from_stages", "from_bodies", "to_bodies")
    return Exit(
        **{**kept, "kind": ExitKind(kept["kind"]), **{name: tuple(kept[name]) for name in lists}}
    )
