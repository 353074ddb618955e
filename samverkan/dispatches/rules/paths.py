"""What may be told of the path inside a principal, and how it and the answer hold together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from samverkan.dispatches.choices import LineAct
from samverkan.dispatches.rules.answers import PLANNED_AT_MOST
from samverkan.dispatches.rules.line_names import same_body
from samverkan.dispatches.rules.path_reading import LineRow, ReadPath
from samverkan.journal.obstacles import Obstacle

MOST_STEPS = 10


@dataclass(frozen=True)
class Decided:
    """A principal's registered decision, as far as its path must agree with it."""

    body: str
    on: date | None
    paragraph: str


def obstacles_to_path(
    read: ReadPath,
    *,
    standing: Sequence[LineRow],
    decided: Decided | None,
    agreed_on: date,
    today: date,
    seen: int,
    given: int,
    reason: str = "",
    from_source: bool = False,
) -> list[Obstacle]:
    """List what stands in the way of telling a principal's path (R005, R184, R314, R315).

    Each step is one of the principal's own bodies, in the order of the days; the outcome stays one
    (X21). What has been told as done is changed with a reason only. `seen` and `given` count
    the times that the path had been told when the sender looked, and now.
    """
    obstacles = [Obstacle("path_told_meanwhile")] if seen != given else []
    obstacles += [Obstacle("path_row_not_read", {"row": row}) for row in read.unread]
    if not read.rows and not read.unread and not standing:
        obstacles.append(Obstacle("path_empty"))
    if len(read.rows) > MOST_STEPS:
        obstacles.append(Obstacle("path_too_long", {"most": MOST_STEPS}))
    told_before = {(row.key, row.on) for row in standing}
    for row in read.rows:
        obstacles += _obstacles_in(
            row,
            agreed_on=agreed_on,
            today=today,
            stood=(row.key, row.on) in told_before,
            from_source=from_source,
        )
    obstacles += _order(read.rows)
    if decided is not None and not from_source:
        against = contradicting(decided, read.rows)
        if against is not None:
            obstacles.append(Obstacle("step_against_answer", _facts(against, decided)))
    if changes_what_is_done(read.rows, standing) and not reason.strip():
        obstacles.append(Obstacle("path_without_reason"))
    return obstacles


def obstacles_from_path(decided: Decided, rows: Sequence[LineRow]) -> list[Obstacle]:
    """List where a decision is against the path that was told before it (R152, X21)."""
    row = contradicting(decided, rows)
    return [Obstacle("answer_against_path", _facts(row, decided))] if row else []


def contradicting(decided: Decided, rows: Sequence[LineRow]) -> LineRow | None:
    """Return the first step that a decision contradicts.

    A body that decides does so on the answer's day; nothing is done in the line after it.
    """
    for row in rows:
        if not row.done or row.on is None or decided.on is None:
            continue
        same = same_body(row.body, decided.body) and row.on == decided.on
        alike = not row.paragraph or not decided.paragraph or row.paragraph == decided.paragraph
        if row.on > decided.on or (row.act is LineAct.DECIDES and not (same and alike)):
            return row
    return None


def changes_what_is_done(rows: Sequence[LineRow], standing: Sequence[LineRow]) -> bool:
    """Return whether something that was told as done is left out or told otherwise."""
    told = {_as_told(row) for row in rows}
    return any(row.done and _as_told(row) not in told for row in standing)


def kept_as_planned(read: ReadPath, standing: Sequence[LineRow]) -> tuple[LineRow, ...]:
    """Return the rows, where a planned one that is written as it stood stays as it stood."""
    planned = {(row.key, row.on): row for row in standing if not row.done}
    return tuple(
        planned.get((row.key, row.on), row) if row.act is None and not row.paragraph else row
        for row in read.rows
    )


def _as_told(row: LineRow) -> tuple[object, ...]:
    return row.key, row.on, row.act, row.done, row.paragraph, row.to_body.casefold()


def _facts(row: LineRow, decided: Decided) -> dict[str, object]:
    return {"body": row.body, "on": row.on, "decided_on": decided.on}


def _obstacles_in(
    row: LineRow, *, agreed_on: date, today: date, stood: bool, from_source: bool
) -> list[Obstacle]:
    facts = {"body": row.body, "on": row.on}
    if from_source:
        return []
    if row.on is None:
        return [Obstacle("step_without_day", facts)] if row.act or row.paragraph else []
    if row.on < agreed_on:
        return [Obstacle("step_before_meeting", facts | {"agreed_on": agreed_on})]
    if row.on > today + PLANNED_AT_MOST:
        return [Obstacle("step_far", facts)]
    if row.paragraph and row.on > today:
        return [Obstacle("step_ahead", facts)]
    if row.act is None and row.on < today and not stood:
        return [Obstacle("step_day_passed", facts)]
    return []


def _order(rows: Sequence[LineRow]) -> list[Obstacle]:
    obstacles = []
    latest: date | None = None
    for row in rows:
        if latest and row.on and row.on < latest:
            obstacles.append(Obstacle("steps_out_of_order", {"body": row.body, "on": row.on}))
        latest = row.on or latest
    deciding = [place for place, row in enumerate(rows) if row.act is LineAct.DECIDES]
    if len(deciding) > 1:
        obstacles.append(Obstacle("two_deciding_steps"))
    elif deciding and deciding[0] < len(rows) - 1:
        obstacles.append(Obstacle("step_after_deciding", {"body": rows[deciding[0]].body}))
    return obstacles
