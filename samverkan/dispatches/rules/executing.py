"""Carrying out a bifall: who is named, what is reported, and what is said of it on a day."""

from dataclasses import dataclass
from datetime import date, timedelta

from samverkan.dispatches.choices import DispatchState, ExecutionState, ShownExecution
from samverkan.journal.obstacles import Obstacle

DUE_AT_MOST = timedelta(days=5 * 365)
REMIND_AT_MOST_EVERY = timedelta(days=7)


@dataclass(frozen=True)
class Named:
    """Who is to carry out a bifall: a function, perhaps a person in it, and the day."""

    function: str
    due_on: date | None
    to: str = ""
    person: int | None = None


def obstacles_to_name(
    named: Named,
    *,
    answer: DispatchState,
    state: ExecutionState | None,
    today: date,
    person_is_manager: bool,
    unchanged: bool = False,
    reason: str = "",
    seen: int = 0,
    given: int = 0,
) -> list[Obstacle]:
    """List what stands in the way of naming who carries out a bifall, or of changing it.

    Agreement § 2 (R022): each principal is responsible for carrying out its commitment in its own
    organisation; a line manager and a day make that seen. `state` is None before anybody is named.
    """
    obstacles = _obstacles_to_any(answer, seen, given)
    if state is not None and state is not ExecutionState.TO_DO:
        obstacles.append(Obstacle("execution_ended", {"state": state.label}))
    if not named.function.strip():
        obstacles.append(Obstacle("execution_no_function"))
    if named.person is not None and not person_is_manager:
        obstacles.append(Obstacle("execution_not_line_manager"))
    if unchanged:
        obstacles.append(Obstacle("execution_unchanged"))
    elif state is not None and not reason.strip():
        obstacles.append(Obstacle("execution_no_reason_to_change"))
    return obstacles + _obstacles_to_day(named.due_on, today)


def obstacles_to_done(
    *,
    answer: DispatchState,
    state: ExecutionState,
    line: str,
    on: date | None,
    decided_on: date | None,
    today: date,
    seen: int,
    given: int,
) -> list[Obstacle]:
    """List what stands in the way of reporting that a bifall has been carried out.

    Agreement § 2 (R022): done is told with one line, and a file if there is one.
    """
    obstacles = _obstacles_to_any(answer, seen, given)
    if state is not ExecutionState.TO_DO:
        obstacles.append(Obstacle("execution_ended", {"state": state.label}))
    if not line.strip():
        obstacles.append(Obstacle("execution_no_line"))
    if on is None:
        obstacles.append(Obstacle("execution_no_done_day"))
    elif on > today:
        obstacles.append(Obstacle("execution_done_ahead"))
    elif decided_on is not None and on < decided_on:
        obstacles.append(Obstacle("execution_done_before_decision", {"decided_on": decided_on}))
    return obstacles


def obstacles_to_postpone(
    *,
    answer: DispatchState,
    state: ExecutionState,
    due_on: date,
    new_day: date | None,
    reason: str,
    today: date,
    seen: int,
    given: int,
) -> list[Obstacle]:
    """List what stands in the way of telling that it is not done, and of another day (R022)."""
    obstacles = _obstacles_to_any(answer, seen, given)
    if state is not ExecutionState.TO_DO:
        obstacles.append(Obstacle("execution_ended", {"state": state.label}))
    if new_day == due_on:
        obstacles.append(Obstacle("execution_same_day"))
    if not reason.strip():
        obstacles.append(Obstacle("execution_no_reason_to_postpone"))
    return obstacles + _obstacles_to_day(new_day, today)


def obstacles_to_write_off(
    *,
    answer: DispatchState,
    state: ExecutionState,
    reason: str,
    decided_by: str,
    seen: int,
    given: int,
) -> list[Obstacle]:
    """List what stands in the way of writing off what will not be carried out.

    Agreement § 2 (R022): what will not be done is written off by somebody, with a reason; nothing
    disappears in silence.
    """
    obstacles = _obstacles_to_any(answer, seen, given)
    if state is not ExecutionState.TO_DO:
        obstacles.append(Obstacle("execution_ended", {"state": state.label}))
    if not reason.strip():
        obstacles.append(Obstacle("execution_no_reason_to_write_off"))
    if not decided_by.strip():
        obstacles.append(Obstacle("execution_nobody_wrote_off"))
    return obstacles


def obstacles_to_take_back(
    *, answer: DispatchState, state: ExecutionState, reason: str, seen: int, given: int
) -> list[Obstacle]:
    """List what stands in the way of opening again what was reported done or written off (R022)."""
    obstacles = _obstacles_to_any(answer, seen, given)
    if state is ExecutionState.TO_DO:
        obstacles.append(Obstacle("execution_not_ended"))
    if not reason.strip():
        obstacles.append(Obstacle("execution_no_reason_to_take_back"))
    return obstacles


def shown_execution(
    state: ExecutionState | None, *, due_on: date | None, today: date
) -> ShownExecution:
    """Return what is said of the carrying out of a bifall on a day (R022)."""
    if state is None:
        return ShownExecution.UNNAMED
    if state is ExecutionState.TO_DO and due_on is not None and today > due_on:
        return ShownExecution.NOT_REPORTED
    return ShownExecution(state.value)


def _obstacles_to_any(answer: DispatchState, seen: int, given: int) -> list[Obstacle]:
    obstacles = []
    if answer is not DispatchState.APPROVED:
        obstacles.append(Obstacle("execution_not_approved"))
    if seen != given:
        obstacles.append(Obstacle("execution_changed_meanwhile"))
    return obstacles


def _obstacles_to_day(due_on: date | None, today: date) -> list[Obstacle]:
    if due_on is None:
        return [Obstacle("execution_no_day")]
    if due_on < today:
        return [Obstacle("execution_day_passed")]
    if due_on > today + DUE_AT_MOST:
        return [Obstacle("execution_day_far")]
    return []
