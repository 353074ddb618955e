"""Rules for lifting a case to another level through the line. Pure: no database, no clock."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from samverkan.cases.choices import CaseStage, LiftState, LineAnswer
from samverkan.cases.rules.admission import OPEN
from samverkan.journal.obstacles import Obstacle, Remark

WRITE_AT_MOST_EVERY = timedelta(days=7)
SAYS_WHY = (LineAnswer.HAS_VIEWS, LineAnswer.OBJECTS)
STANDPOINTS = (LineAnswer.AGREES, *SAYS_WHY)


@dataclass(frozen=True)
class Stands:
    """Where a body stands: what it would take to call another's level a different one."""

    level: str
    sphere: str
    responsibility: str
    prepared_by: int | None = None


def is_other_level(one: Stands, other: Stands) -> bool:
    """Return whether two bodies are of different levels of responsibility (agreement § 7, R148)."""
    return one != other


def obstacles_to_begin(
    *,
    stage: CaseStage,
    same_body: bool,
    same_collaboration: bool,
    there: bool,
    other_level: bool,
    lifted: bool,
    reason: str,
    asked: Collection[int],
    principals: Collection[int],
    left_out_reason: str,
    skipped: Sequence[str],
) -> list[Obstacle]:
    """List what stands in the way of beginning to lift a case to another level.

    Agreement § 7 (R147, R148): it goes through each principal's ordinary line function, so all are
    asked, or it is written why the others are not touched. § 5.1.2 (R156): a skipped step of the
    ladder is passed with a reason.
    """
    obstacles = []
    if stage not in OPEN:
        obstacles.append(Obstacle("case_is_treated", {"stage": stage.label}))
    if same_body:
        obstacles.append(Obstacle("case_already_there"))
    if not same_collaboration:
        obstacles.append(Obstacle("body_of_other_collaboration"))
    if not there:
        obstacles.append(Obstacle("body_takes_no_cases"))
    if not same_body and not other_level:
        obstacles.append(Obstacle("same_level"))
    if lifted:
        obstacles.append(Obstacle("lift_is_open"))
    if not reason.strip():
        obstacles.append(Obstacle("no_reason_to_lift"))
    obstacles += _asked(asked, principals, left_out_reason)
    return [*obstacles, *(Remark("step_skipped", {"step": step}) for step in skipped)]


def _asked(
    asked: Collection[int], principals: Collection[int], left_out_reason: str
) -> list[Obstacle]:
    if set(asked) - set(principals):
        return [Obstacle("asked_no_principal")]
    if not asked:
        return [Obstacle("nobody_asked")]
    if set(principals) - set(asked) and not left_out_reason.strip():
        return [Obstacle("no_reason_to_leave_out")]
    return []


def obstacles_to_note(
    *,
    state: LiftState,
    answer: LineAnswer | None,
    function: str,
    person: str,
    comment: str,
    by_link: bool,
    typed_reason: str,
    changed_meanwhile: bool,
) -> list[Obstacle]:
    """List what stands in the way of noting what a principal's line says of a lift.

    Agreement § 7 (R147, R148): it is the ordinary line function that answers, so which it is and
    who is noted. Whoever types it in for somebody writes how it was told.
    """
    obstacles = lift_open(state)
    if answer is None:
        obstacles.append(Obstacle("no_line_answer"))
    if answer in STANDPOINTS and not function.strip():
        obstacles.append(Obstacle("no_line_function"))
    if answer in STANDPOINTS and not person.strip():
        obstacles.append(Obstacle("no_line_person"))
    if answer in SAYS_WHY and not comment.strip():
        obstacles.append(Obstacle("no_line_comment"))
    if not by_link and not typed_reason.strip():
        obstacles.append(Obstacle("no_reason_to_type_in"))
    if changed_meanwhile:
        obstacles.append(Obstacle("line_changed_meanwhile"))
    return obstacles


def lift_open(state: LiftState) -> list[Obstacle]:
    """List the obstacle when a lift has ended and can no longer change."""
    if state is LiftState.OPEN:
        return []
    return [Obstacle("lift_has_ended", {"state": state.label})]


def may_be_written_to(
    *, answered: bool, reachable: bool, written_to_at: datetime | None, now: datetime
) -> bool:
    """Return whether a principal's line is to get a reminder: silent, and left alone for a week."""
    if answered or not reachable:
        return False
    return written_to_at is None or now - written_to_at >= WRITE_AT_MOST_EVERY


def obstacles_to_withdraw(*, state: LiftState, reason: str) -> list[Obstacle]:
    """List what stands in the way of taking back a lift."""
    obstacles = lift_open(state)
    if not reason.strip():
        obstacles.append(Obstacle("no_reason_to_withdraw"))
    return obstacles


def obstacles_to_complete(
    *,
    state: LiftState,
    before: Sequence[Obstacle],
    admission: Sequence[Obstacle],
    silent: Sequence[str],
    objecting: Sequence[str],
    every_line_answers: bool = False,
) -> list[Obstacle]:
    """List what stands in the way of giving a lifted case to its new body.

    Agreement § 7 (R148): lines that have not answered are a remark, or an obstacle where the
    routine says so (Q10). `before` is what must be done below first (R060), and what binds the
    case to where it is; `admission` what the test says (R057, R058).
    """
    found = [*lift_open(state), *before, *admission]
    if silent and every_line_answers:
        found.append(Obstacle("lines_must_answer", {"principals": list(silent)}))
    elif silent:
        found.append(Remark("lines_silent", {"principals": list(silent)}))
    if objecting:
        found.append(Remark("lines_object", {"principals": list(objecting)}))
    return found
