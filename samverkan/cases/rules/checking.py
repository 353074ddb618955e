"""What a routine must hold before it may be adopted. Pure: no database, no clock."""

from collections import Counter
from collections.abc import Iterable, Iterator

from samverkan.cases.choices import CaseStage, StepKind, Taker
from samverkan.cases.rules.routine import (
    FIELDS,
    Exit,
    Routine,
    Stage,
    Step,
    beginnings,
    ending,
    is_end,
    moves,
    reachable,
    service_can,
    steps_into,
)
from samverkan.journal.obstacles import Obstacle

NAME_LIMIT = 120
TEXT_LIMIT = 1000
SOURCE_LIMIT = 300
MOST = 40
MOST_DAYS = 3650
# A case can leave by an exit until a body has recommended in it.
OPEN = (CaseStage.RAISED, CaseStage.PREPARED)
# What a meeting, or the report back to it, may always lead to: it must never be stuck.
NEEDED = (
    (CaseStage.PREPARED, CaseStage.RECOMMENDED, StepKind.RECOMMEND),
    (CaseStage.PREPARED, CaseStage.CLOSED, StepKind.CLOSE),
    (CaseStage.REPORTED_BACK, CaseStage.REPORTED_BACK, StepKind.REPORT_BACK),
)


def obstacles_to_routine(routine: Routine) -> list[Obstacle]:
    """List what is wrong with a routine; an empty list means that it may be adopted.

    Agreement § 7 (R150, R151): the flow of cases is data that LSG decides. Of a routine that
    passes, every stage can be reached and leads to an end, whatever steps a case takes it stays
    within the routine, and nothing disappears without a reason.
    """
    return [
        *_keys(routine),
        *_names_of_stages(routine),
        *_beginning(routine),
        *_stages(routine),
        *_steps(routine),
        *_needed(routine),
        *_exits(routine),
    ]


def obstacles_to_draft(routine: Routine, *, changed: bool) -> list[Obstacle]:
    """List what stands in the way of keeping a draft as it is written; its faults may wait."""
    parts: list[Stage | Step | Exit] = [*routine.stages, *routine.steps, *routine.exits]
    obstacles = [
        Obstacle("routine_name", {"limit": NAME_LIMIT})
        for one in parts
        if not one.name.strip() or len(one.name) > NAME_LIMIT
    ]
    texts = [one.text for one in parts]
    questions = [one for step in routine.steps for one in step.questions]
    texts += [one.text for one in questions]
    if any(len(text) > TEXT_LIMIT for text in texts):
        obstacles.append(Obstacle("routine_text_too_long", {"limit": TEXT_LIMIT}))
    if any(len(one.source) > SOURCE_LIMIT for one in [*parts, *questions]):
        obstacles.append(Obstacle("routine_text_too_long", {"limit": SOURCE_LIMIT}))
    if max(len(routine.stages), len(routine.steps), len(questions)) > MOST:
        obstacles.append(Obstacle("routine_too_much", {"limit": MOST}))
    if any(one.days is not None and not 1 <= one.days <= MOST_DAYS for one in routine.steps):
        obstacles.append(Obstacle("routine_days", {"limit": MOST_DAYS}))
    if not changed:
        obstacles.append(Obstacle("routine_unchanged"))
    return obstacles


def _keys(routine: Routine) -> Iterator[Obstacle]:
    questions = [one.key for step in routine.steps for one in step.questions]
    lists: Iterable[tuple[str, list[str]]] = (
        ("Läget", [one.key for one in routine.stages]),
        ("Steget", [one.key for one in routine.steps]),
        ("Frågan", questions),
        ("Utgången", [str(one.kind.label) for one in routine.exits]),
    )
    for what, keys in lists:
        for key, count in Counter(keys).items():
            if count > 1:
                yield Obstacle("routine_key_twice", {"what": what, "key": key})


def _names_of_stages(routine: Routine) -> Iterator[Obstacle]:
    known = {one.key for one in routine.stages}
    named = [(one.name, key) for one in routine.steps for key in (one.from_stage, one.to_stage)]
    named += [(one.name, key) for one in routine.exits for key in one.from_stages]
    for name, key in named:
        if key and key not in known:
            yield Obstacle("routine_unknown_stage", {"what": name, "stage": key})


def _beginning(routine: Routine) -> Iterator[Obstacle]:
    if not beginnings(routine):
        yield Obstacle("routine_no_beginning")
    for one in routine.steps:
        if not one.from_stage and one.kind != StepKind.RAISE:
            yield Obstacle("routine_step_from_nowhere", {"step": one.name})


def _stages(routine: Routine) -> Iterator[Obstacle]:
    come, end = reachable(routine), ending(routine)
    for one in routine.stages:
        if one.key not in come:
            yield Obstacle("routine_unreachable", {"stage": one.name})
        if not is_end(one) and not routine.steps_from(one.key):
            yield Obstacle("routine_dead_end", {"stage": one.name})
        elif one.key not in end:
            yield Obstacle("routine_never_ends", {"stage": one.name})
    for stage in CaseStage:
        # One door to each of the service's stages, so that its inner ways are open to every case.
        if len({one.to_stage for one in steps_into(routine, stage)}) > 1:
            yield Obstacle("routine_two_doors", {"stage": stage.label})


def _steps(routine: Routine) -> Iterator[Obstacle]:
    for one in routine.steps:
        if not one.takers:
            yield Obstacle("routine_step_of_nobody", {"step": one.name})
        # Agreement § 1 (R005): decisions are taken only in the line of the principals.
        if one.kind == StepKind.DECIDE and set(one.takers) - {Taker.PRINCIPAL}:
            yield Obstacle("routine_others_decide", {"step": one.name})
        # Main points (R006): a recommendation is what a body agrees on at a meeting.
        if one.kind == StepKind.RECOMMEND and set(one.takers) - {Taker.BODY}:
            yield Obstacle("routine_others_recommend", {"step": one.name})
        # Agreement § 7 (R149): the question shall be documented before it is prepared.
        if one.kind == StepKind.PREPARE and not one.fields:
            yield Obstacle("routine_documents_nothing", {"step": one.name})
        for name in one.fields:
            if name not in FIELDS:
                yield Obstacle("routine_unknown_field", {"step": one.name, "field": name})
        came, goes = routine.stage(one.from_stage), routine.stage(one.to_stage)
        if goes is None or (one.from_stage and came is None):
            continue
        if not service_can(one.kind, came.of if came else None, goes.of):
            facts = {"step": one.name, "kind": one.kind.label, "to": goes.of.label}
            facts["stage"] = came.of.label if came else "inget läge"
            yield Obstacle("routine_step_astray", facts)


def _needed(routine: Routine) -> Iterator[Obstacle]:
    ways = {
        (came.of, goes.of)
        for one in routine.steps
        if (came := routine.stage(one.from_stage)) and (goes := routine.stage(one.to_stage))
        if moves(one.kind, came.of, goes.of)
    }
    for stage, to, kind in NEEDED:
        if routine.stages_of(stage) and (stage, to) not in ways:
            facts = {"stage": stage.label, "to": to.label, "kind": kind.label}
            yield Obstacle("routine_lacks_step", facts)


def _exits(routine: Routine) -> Iterator[Obstacle]:
    if not any(one.from_stages for one in routine.exits):
        yield Obstacle("routine_without_exit")
    for one in routine.exits:
        if not one.from_stages:
            yield Obstacle("routine_exit_from_nowhere", {"exit": one.name})
        for key in one.from_stages:
            stage = routine.stage(key)
            if stage and stage.of not in OPEN:
                facts = {"exit": one.name, "stage": stage.name}
                yield Obstacle("routine_exit_too_late", facts)
