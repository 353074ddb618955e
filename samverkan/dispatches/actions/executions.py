"""Carrying out a bifall: named, reported done, put off, written off, opened again."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.execution_letters import revoke_links, write_to
from samverkan.dispatches.choices import DispatchState, ExecutionKind, ExecutionState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Dispatch, Execution, ExecutionNote
from samverkan.documents.actions import add_document
from samverkan.documents.models import Document
from samverkan.documents.reading import text_of
from samverkan.documents.rules import identity_numbers_in, obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Obstacle, StepRefused, refuse
from samverkan.journal.record import record
from samverkan.people.choices import RoleKind
from samverkan.people.models import Role
from samverkan.people.queries import addresses_of

SOURCE = "överenskommelsen § 2"
VERBS = {
    ExecutionKind.NAMED: "execution.named",
    ExecutionKind.CHANGED: "execution.changed",
    ExecutionKind.DONE: "execution.done",
    ExecutionKind.POSTPONED: "execution.postponed",
    ExecutionKind.WRITTEN_OFF: "execution.written_off",
    ExecutionKind.TAKEN_BACK: "execution.taken_back",
}


@transaction.atomic
def name_execution(
    dispatch_id: int,
    named: rules.Named,
    *,
    reason: str = "",
    seen: int = 0,
    by: Actor,
    now: datetime,
) -> Execution:
    """Name the function that carries out a principal's bifall, and the day; or change it.

    Whoever is reached by e-mail gets a personal link. Raises StepRefused when the answer is not
    bifall, something is left out, or it is changed without a reason.
    """
    dispatch = _locked(dispatch_id)
    execution = Execution.objects.filter(dispatch=dispatch).first()
    named = _with_address(named)
    refuse(obstacles_to_name_now(dispatch, execution, named, reason=reason, seen=seen, now=now))
    assert named.due_on is not None  # noqa: S101 - the rule has said so
    first, before = execution is None, execution.to if execution else ""
    execution = execution or Execution(dispatch=dispatch)
    execution.function, execution.due_on = named.function.strip(), named.due_on
    execution.person_id, execution.to = named.person, named.to
    execution.save()
    kind = ExecutionKind.NAMED if first else ExecutionKind.CHANGED
    told = {"function": execution.function, "due_on": named.due_on, "reason": reason}
    entry = _note(execution, kind, by=by, now=now, **told)
    if named.to != before:
        revoke_links(execution, now)
        write_to([execution], "execution_named", entry, now=now)
    return execution


def obstacles_to_name_now(
    dispatch: Dispatch,
    execution: Execution | None,
    named: rules.Named,
    *,
    reason: str,
    seen: int,
    now: datetime,
) -> list[Obstacle]:
    """Return what stands in the way of naming, or changing, who carries out as things are now."""
    known = execution and (execution.function, execution.due_on, execution.to, execution.person_id)
    return [
        *rules.obstacles_to_name(
            named,
            answer=DispatchState(dispatch.state),
            state=ExecutionState(execution.state) if execution else None,
            today=localdate(now),
            person_is_manager=is_manager(dispatch, named.person, localdate(now)),
            unchanged=known == (named.function.strip(), named.due_on, named.to, named.person),
            reason=reason,
            seen=seen,
            given=execution.notes_count if execution else 0,
        ),
        *obstacles_to_text(Funktion=named.function, Skäl=reason),
    ]


@transaction.atomic
def report_execution_done(
    execution_id: int,
    *,
    line: str,
    on: date | None,
    name: str = "",
    data: bytes | None = None,
    seen: int,
    by: Actor,
    now: datetime,
) -> Execution:
    """Report that a bifall has been carried out: one line, the day, and a file if there is one.

    Raises StepRefused with what stands in the way of the report or the file.
    """
    file = _taken_in(execution_id, name, data, by, now) if data is not None else None
    found = list(file) if isinstance(file, tuple) else []
    dispatch, execution = _both(execution_id)
    refuse(
        [
            *rules.obstacles_to_done(
                line=line,
                on=on,
                decided_on=dispatch.decided_on,
                today=localdate(now),
                **_standing(dispatch, execution, seen),
            ),
            *obstacles_to_text(**{"Vad som är gjort": line}),
            *found,
        ]
    )
    document = file if isinstance(file, Document) else None
    execution.state, execution.ended_on = ExecutionState.DONE, on
    execution.line, execution.document = line.strip(), document
    _note(
        execution, ExecutionKind.DONE, line=line.strip(), on=on, document=document, by=by, now=now
    )
    return execution


@transaction.atomic
def postpone_execution(
    execution_id: int,
    *,
    due_on: date | None,
    reason: str,
    seen: int,
    by: Actor,
    now: datetime,
) -> Execution:
    """Tell that it is not done, why, and which day it will be.

    Raises StepRefused without a reason or another day.
    """
    dispatch, execution = _both(execution_id)
    refuse(
        [
            *rules.obstacles_to_postpone(
                due_on=execution.due_on,
                new_day=due_on,
                reason=reason,
                today=localdate(now),
                **_standing(dispatch, execution, seen),
            ),
            *obstacles_to_text(Skäl=reason),
        ]
    )
    assert due_on is not None  # noqa: S101 - the rule has said so
    execution.due_on = due_on
    _note(execution, ExecutionKind.POSTPONED, due_on=due_on, reason=reason, by=by, now=now)
    return execution


@transaction.atomic
def write_off_execution(
    execution_id: int, *, reason: str, decided_by: str, seen: int, by: Actor, now: datetime
) -> Execution:
    """Write off what will not be carried out: why, and who has decided so.

    Raises StepRefused without either.
    """
    dispatch, execution = _both(execution_id)
    refuse(
        [
            *rules.obstacles_to_write_off(
                reason=reason, decided_by=decided_by, **_standing(dispatch, execution, seen)
            ),
            *obstacles_to_text(Skäl=reason, **{"Bestämt av": decided_by}),
        ]
    )
    execution.state, execution.ended_on = ExecutionState.WRITTEN_OFF, localdate(now)
    execution.line, execution.document = "", None
    _note(
        execution,
        ExecutionKind.WRITTEN_OFF,
        reason=reason,
        decided_by=decided_by,
        on=execution.ended_on,
        by=by,
        now=now,
    )
    return execution


@transaction.atomic
def take_back_execution(
    execution_id: int, *, reason: str, seen: int, by: Actor, now: datetime
) -> Execution:
    """Open again what was reported done or written off; what was told before stays told.

    Raises StepRefused when it has not ended, or nobody says why.
    """
    dispatch, execution = _both(execution_id)
    refuse(
        [
            *rules.obstacles_to_take_back(reason=reason, **_standing(dispatch, execution, seen)),
            *obstacles_to_text(Skäl=reason),
        ]
    )
    execution.state, execution.ended_on = ExecutionState.TO_DO, None
    execution.line, execution.document = "", None
    _note(execution, ExecutionKind.TAKEN_BACK, reason=reason, by=by, now=now)
    return execution


def is_manager(dispatch: Dispatch, person_id: int | None, on: date) -> bool:
    """Return whether a person is a line manager at the principal on a day."""
    return (
        person_id is not None
        and Role.objects.filter(
            person_id=person_id,
            kind=RoleKind.LINE_MANAGER,
            principal_id=dispatch.principal_id,
            collaboration_id=dispatch.recommendation.collaboration_id,
            period__contains=on,
        ).exists()
    )


def _with_address(named: rules.Named) -> rules.Named:
    """A person who is named is reached where they are known, when nothing else is said."""
    if named.to or named.person is None:
        return named
    to = addresses_of([named.person]).get(named.person, "")
    return rules.Named(named.function, named.due_on, to, named.person)


def _taken_in(
    execution_id: int, name: str, data: bytes, by: Actor, now: datetime
) -> Document | tuple[Obstacle, ...]:
    execution = Execution.objects.select_related("dispatch__recommendation").get(pk=execution_id)
    recommendation = execution.dispatch.recommendation
    if identity_numbers_in(text_of(data).text):
        return (Obstacle("identity_number_in_file", {"name": name}),)
    try:
        return add_document(
            recommendation.collaboration_id,
            name=name,
            title=f"Genomförande, rekommendation {recommendation.number}",
            data=data,
            by=by,
            now=now,
            record_entry=False,
        )
    except StepRefused as refusal:
        return refusal.obstacles


def _both(execution_id: int) -> tuple[Dispatch, Execution]:
    """Return a dispatch and its execution, held until the act is done: always in that order."""
    dispatch = _locked(Execution.objects.values_list("dispatch_id", flat=True).get(pk=execution_id))
    execution = Execution.objects.select_for_update(of=("self",), no_key=True).get(pk=execution_id)
    execution.dispatch = dispatch
    return dispatch, execution


def _locked(dispatch_id: int) -> Dispatch:
    return (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal", "recommendation__body")
        .get(pk=dispatch_id)
    )


def _standing(dispatch: Dispatch, execution: Execution, seen: int) -> dict[str, Any]:
    return {
        "answer": DispatchState(dispatch.state),
        "state": ExecutionState(execution.state),
        "seen": seen,
        "given": execution.notes_count,
    }


def _note(
    execution: Execution, kind: ExecutionKind, *, by: Actor, now: datetime, **told: Any
) -> Entry:
    """Add what was told, let the execution show it, and write the journal."""
    ExecutionNote.objects.create(
        execution=execution,
        kind=kind,
        given_by=f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name,
        given_at=now,
        **told,
    )
    execution.notes_count = execution.notes.count()
    execution.save()
    document = told.pop("document", None)
    recommendation = execution.dispatch.recommendation
    return record(
        recommendation.collaboration_id,
        VERBS[kind],
        subject(recommendation),
        by=by,
        at=now,
        rule="R022",
        source=SOURCE,
        number=recommendation.number,
        principal=execution.dispatch.principal.name,
        file=document.content_id if document else "",
        **told,
    )
