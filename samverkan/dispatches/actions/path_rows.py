"""A principal's path as it stands, and how it follows the answer."""

from collections.abc import Iterable
from dataclasses import asdict, replace
from datetime import date, datetime

from samverkan.dispatches import rules
from samverkan.dispatches.choices import DECIDED, AnswerKind, DispatchState, LineAct
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Answer, Dispatch, LinePath, LineStep
from samverkan.dispatches.rules import Decided, LineRow
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.record import record
from samverkan.principals.models import LineBody

DECISIONS = (AnswerKind.APPROVED, AnswerKind.REJECTED)


def standing_rows(dispatch: Dispatch) -> tuple[LineRow, ...]:
    """Return the path as it was told last; nothing when it has not been told."""
    path = dispatch.paths.order_by("-pk").first()
    return rows_of(path.steps.order_by("place")) if path else ()


def rows_of(steps: Iterable[LineStep]) -> tuple[LineRow, ...]:
    """Return steps as the rules know them."""
    return tuple(
        LineRow(
            step.body,
            step.kind,
            step.on,
            LineAct(step.act) if step.act else None,
            step.done,
            step.paragraph,
            step.to_body,
        )
        for step in steps
    )


def known_bodies(principal_id: int, on: date) -> dict[str, str]:
    """Return the kinds of a principal's own bodies on a day, by name."""
    found = LineBody.objects.filter(principal_id=principal_id, period__contains=on)
    return dict(found.order_by("name").values_list("name", "kind"))


def with_kind(told: rules.Told, dispatch: Dispatch, on: date) -> rules.Told:
    """Return a decision with what kind of body took it, as far as its name tells (R007)."""
    if told.kind not in DECISIONS or told.deciding_kind or not told.deciding_body:
        return told
    kind = rules.kind_of_body(told.deciding_body, known_bodies(dispatch.principal_id, on))
    return replace(told, deciding_kind=kind.value if kind else "")


def decided_of(dispatch: Dispatch) -> Decided | None:
    """Return the registered decision, as its path must agree with it."""
    if DispatchState(dispatch.state) not in DECIDED:
        return None
    return Decided(dispatch.deciding_body, dispatch.decided_on, dispatch.paragraph)


def obstacles_from_standing(
    dispatch: Dispatch, told: rules.Told, *, correcting: bool
) -> list[Obstacle]:
    """Return where a new answer is against the path; a correction takes the path with it."""
    if correcting or told.kind not in DECISIONS:
        return []
    decided = Decided(told.deciding_body, told.on, told.paragraph)
    return rules.obstacles_from_path(decided, standing_rows(dispatch))


def follow_answer(dispatch: Dispatch, answer: Answer, *, by: Actor, now: datetime) -> None:
    """Let the deciding step say what a corrected answer says; part of the act that corrects it."""
    rows = standing_rows(dispatch)
    decided = decided_of(dispatch)
    followed = tuple(row for row in rows if row.act is not LineAct.DECIDES)
    if decided and decided.on:
        followed = tuple(
            replace(
                row,
                body=decided.body,
                kind=dispatch.deciding_kind,
                on=decided.on,
                paragraph=decided.paragraph,
            )
            if row.act is LineAct.DECIDES
            else row
            for row in rows
        )
    if followed != rows:
        write_path(dispatch, followed, reason=answer.reason, by=by, now=now)


def write_path(
    dispatch: Dispatch,
    rows: tuple[LineRow, ...],
    *,
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> LinePath:
    """Keep a path as it is told now, and write the journal; part of an act."""
    path = LinePath.objects.create(
        dispatch=dispatch,
        reason=reason,
        given_by=f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name,
        given_at=now,
        source=source,
    )
    LineStep.objects.bulk_create(
        LineStep(path=path, place=place, **(asdict(row) | {"act": row.act or ""}))
        for place, row in enumerate(rows, 1)
    )
    recommendation = dispatch.recommendation
    record(
        recommendation.collaboration_id,
        "path.corrected" if reason else "path.told",
        subject(recommendation),
        by=by,
        at=now,
        rule="R315",
        source=source or "förslagen till beslut 2018 och 2020",
        number=recommendation.number,
        principal=dispatch.principal.name,
        steps=[rules.row_text(row) for row in rows],
        reason=reason,
    )
    return path
