"""Trying a routine on what has happened. Pure: no database, no clock."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from samverkan.cases.choices import CaseStage, ExitKind, StepKind
from samverkan.cases.rules.exits import ends, exits_open
from samverkan.cases.rules.routine import MOVES, Routine, allowed_steps, fields_before
from samverkan.journal.obstacles import Obstacle


@dataclass(frozen=True)
class Taken:
    """A step that a case took, or an exit, as the journal tells it."""

    at: datetime
    what: StepKind | ExitKind
    body: str = ""


@dataclass(frozen=True)
class Refused:
    """A step that was taken, and why a routine would have refused it."""

    taken: Taken
    obstacles: tuple[Obstacle, ...]


def refusals(
    routine: Routine, taken: Sequence[Taken], fields: Mapping[str, object]
) -> list[Refused]:
    """Return the steps that a routine would have refused, of those that a case took.

    Agreement § 7 (R150): the flow can be changed, so a draft is tried on what has been. Each step
    is asked about from where the case really was. What it had written then the journal does not
    keep, so `fields` is what stands there now.
    """
    stage: CaseStage | None = None
    found = []
    for one in taken:
        obstacles = _obstacles(routine, stage, one, fields)
        if obstacles:
            found.append(Refused(one, tuple(obstacles)))
        stage = _after(stage, one.what)
    return found


def _obstacles(
    routine: Routine, stage: CaseStage | None, one: Taken, fields: Mapping[str, object]
) -> list[Obstacle]:
    if isinstance(one.what, ExitKind):
        if stage is None or one.what in exits_open(routine, stage, one.body):
            return []
        return [Obstacle("trial_no_exit", {"exit": one.what.label, "stage": stage.label})]
    to = _to(stage, one.what)
    if to is None or stage is None or (to is stage and one.what is not StepKind.REPORT_BACK):
        return []
    obstacles = []
    if to not in allowed_steps(routine)[stage]:
        obstacles.append(Obstacle("trial_no_step", {"stage": stage.label, "to": to.label}))
    missing = [name for name in fields_before(routine, to) if not fields.get(name)]
    if missing:
        obstacles.append(Obstacle("trial_not_written", {"missing": missing}))
    return obstacles


def _to(stage: CaseStage | None, kind: StepKind) -> CaseStage | None:
    """Return where a kind of step leads; the journal says where the case was."""
    ways = {goes for came, goes in MOVES.get(kind, ()) if came in (stage, None)}
    return next(iter(ways), None) or next((goes for _, goes in MOVES.get(kind, ())), None)


def _after(stage: CaseStage | None, what: StepKind | ExitKind) -> CaseStage | None:
    if isinstance(what, ExitKind):
        return CaseStage.CLOSED if ends(what) else stage
    return _to(stage, what) or stage
