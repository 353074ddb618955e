"""A routine with one of its parts written, moved or taken away. Pure: no database, no clock."""

from collections.abc import Collection
from dataclasses import replace

from samverkan.cases.rules.routine import Exit, Routine, Stage, Step


def with_stage(routine: Routine, stage: Stage, after: str = "") -> Routine:
    """Return a routine where a stage stands after another; first when none is named."""
    left = [one for one in routine.stages if one.key != stage.key]
    place = next((nr + 1 for nr, one in enumerate(left) if one.key == after), 0)
    return replace(routine, stages=(*left[:place], stage, *left[place:]))


def with_step(routine: Routine, step: Step) -> Routine:
    """Return a routine where a step reads so; a new one comes last."""
    if routine.step(step.key) is None:
        return replace(routine, steps=(*routine.steps, step))
    steps = tuple(step if one.key == step.key else one for one in routine.steps)
    return replace(routine, steps=steps)


def with_exit(routine: Routine, way: Exit) -> Routine:
    """Return a routine where an exit reads so; a new one comes last."""
    if routine.exit(way.kind) is None:
        return replace(routine, exits=(*routine.exits, way))
    exits = tuple(way if one.kind == way.kind else one for one in routine.exits)
    return replace(routine, exits=exits)


def without_stage(routine: Routine, key: str) -> Routine:
    """Return a routine without a stage; what refers to it the check will name."""
    return replace(routine, stages=tuple(one for one in routine.stages if one.key != key))


def without_step(routine: Routine, key: str) -> Routine:
    """Return a routine without a step."""
    return replace(routine, steps=tuple(one for one in routine.steps if one.key != key))


def without_exit(routine: Routine, kind: str) -> Routine:
    """Return a routine without an exit."""
    return replace(routine, exits=tuple(one for one in routine.exits if one.kind != kind))


def free_key(wanted: str, taken: Collection[str], limit: int = 40) -> str:
    """Return a key that is not taken, as like the wanted one as can be."""
    base = wanted[: limit - 3].strip("-") or "del"
    if base not in taken:
        return base
    return next(key for nr in range(2, len(taken) + 3) if (key := f"{base}-{nr}") not in taken)
