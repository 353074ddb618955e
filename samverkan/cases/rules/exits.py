"""Rules for a case that leaves the road by an exit, or comes back. Pure: no database, no clock."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from samverkan.bodies.choices import BodyKind
from samverkan.cases.choices import CaseStage, ExitKind
from samverkan.cases.rules.routine import Routine
from samverkan.journal.obstacles import Obstacle

REASON_LIMIT = 1000
WHERE_LIMIT = 200
# To these the case goes on in another body here; to the last any body that takes cases.
MOVES_ON: Mapping[ExitKind, Collection[BodyKind]] = {
    ExitKind.TO_PREPARATORY: (BodyKind.PREPARATORY, BodyKind.COUNCIL),
    ExitKind.TO_WORKING_GROUP: (BodyKind.WORKING_GROUP,),
    ExitKind.LIFTED: tuple(BodyKind),
}
# From here it comes back, to the body that it left and the stage that it had.
COMES_BACK = (ExitKind.TO_LEADERSHIP,)
# These must say where, when no body here is named.
GOES_ELSEWHERE = (ExitKind.TO_LEADERSHIP, ExitKind.OTHER_STRUCTURE)


@dataclass(frozen=True)
class Target:
    """The body that a case goes to, as far as the rule asks."""

    slug: str
    kind: BodyKind


def ends(kind: ExitKind) -> bool:
    """Return whether an exit ends the case."""
    return kind not in MOVES_ON and kind not in COMES_BACK


def exits_open(routine: Routine, stage: CaseStage, body: str) -> list[ExitKind]:
    """Return the exits that a case may take from a stage and a body, by its own routine."""
    return [
        one.kind
        for one in routine.exits
        if stage in {of.of for key in one.from_stages if (of := routine.stage(key))}
        if not one.from_bodies or body in one.from_bodies
    ]


def obstacles_to_leave(
    *,
    kind: ExitKind,
    routine: Routine,
    stage: CaseStage,
    body: str,
    away: str,
    reason: str,
    target: Target | None,
    where: str,
) -> list[Obstacle]:
    """List what stands in the way of a case leaving by an exit; `away` says where it is already.

    Agreement § 7 (R151): its own routine says which exits there are, and from where. Agreement
    § 5.1.6 (R074): to Regionledningsmötet a question may be prepared, and comes back from there.
    Nothing disappears silently: the reason is always asked for.
    """
    obstacles = obstacles_while_away(away)
    found = routine.exit(kind)
    if found is None:
        obstacles.append(Obstacle("exit_not_in_routine", {"exit": kind.label}))
    elif kind not in exits_open(routine, stage, body):
        obstacles.append(Obstacle("exit_not_from_here", {"exit": found.name, "stage": stage.label}))
    if not reason.strip():
        obstacles.append(Obstacle("exit_without_reason"))
    if len(reason) > REASON_LIMIT:
        obstacles.append(Obstacle("exit_reason_too_long", {"limit": REASON_LIMIT}))
    if len(where) > WHERE_LIMIT:
        obstacles.append(Obstacle("exit_where_too_long", {"limit": WHERE_LIMIT}))
    if target is None and kind in MOVES_ON:
        obstacles.append(Obstacle("exit_without_body"))
    if target is None and not where.strip() and kind in GOES_ELSEWHERE:
        obstacles.append(Obstacle("exit_without_where"))
    if target and found and found.to_bodies and target.slug not in found.to_bodies:
        obstacles.append(Obstacle("exit_not_to_body", {"exit": found.name}))
    elif target and kind in MOVES_ON and target.kind not in MOVES_ON[kind]:
        obstacles.append(Obstacle("exit_not_to_body", {"exit": kind.label}))
    return obstacles


def obstacles_to_return(*, away: str, result: str) -> list[Obstacle]:
    """List what stands in the way of noting that a case has come back.

    Agreement § 5.1.6 (R074): what Regionledningsmötet came to is noted where the case was.
    """
    obstacles = []
    if not away:
        obstacles.append(Obstacle("case_is_not_away"))
    if not result.strip():
        obstacles.append(Obstacle("return_without_result"))
    if len(result) > REASON_LIMIT:
        obstacles.append(Obstacle("exit_reason_too_long", {"limit": REASON_LIMIT}))
    return obstacles


def obstacles_while_away(away: str) -> list[Obstacle]:
    """List what stands in the way of work with a case: that it is somewhere else for now."""
    return [Obstacle("case_is_away", {"where": away})] if away else []
