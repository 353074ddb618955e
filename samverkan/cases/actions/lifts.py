"""Lifting a case to another level: begun, taken back, completed."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.bodies.models import Body
from samverkan.cases import climbing, rules, wording
from samverkan.cases.actions.admissions import locked
from samverkan.cases.actions.found import subject
from samverkan.cases.actions.letters import write_to
from samverkan.cases.choices import CaseStage, ExitKind, LiftState
from samverkan.cases.models import Case, CaseExit, Lift, LineEntry
from samverkan.cases.routines import routine_of
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

SOURCE = "överenskommelsen § 7"


@transaction.atomic
def begin_lift(
    collaboration_id: int,
    number: str,
    *,
    to_body_id: int,
    reason: str,
    asked: Mapping[int, str],
    left_out_reason: str = "",
    by: Actor,
    now: datetime,
) -> Lift:
    """Begin to lift a case to another level: each principal asked gets a line entry and a link.

    `asked` gives, by principal, where its link is sent; nothing for one who is reached otherwise.
    Raises StepRefused when the level is the same, nobody is asked, or a reason is missing.
    """
    case = locked(collaboration_id, number)
    body = Body.objects.select_related("prepared_by").get(pk=to_body_id)
    refuse(
        [
            *obstacles_before_begun(
                case, body, reason=reason, asked=asked, left_out_reason=left_out_reason, now=now
            ),
            *obstacles_to_text(Skäl=reason, **{"Därför berörs inte övriga": left_out_reason}),
        ],
        reason=reason,
    )
    lift = Lift.objects.create(
        case=case,
        from_body=case.body,
        to_body=body,
        reason=reason,
        left_out_reason=left_out_reason,
        begun_at=now,
    )
    concerned = climbing.principals_concerned(collaboration_id, localdate(now))
    entries = LineEntry.objects.bulk_create(
        LineEntry(lift=lift, principal=one, to=asked[one.pk])
        for one in concerned
        if one.pk in asked
    )
    names = [one.principal.short_name for one in entries]
    entry = record(
        case.collaboration_id,
        "lift.begun",
        subject(case),
        by=by,
        at=now,
        rule="R148",
        source=SOURCE,
        number=case.number,
        old_body=case.body.name,
        body=body.name,
        principals=names,
        asked=names if len(entries) < len(concerned) else wording.ALL,
        reason=reason,
        left_out_reason=left_out_reason,
    )
    write_to(lift, [one for one in entries if one.to], "line_asked", entry, now=now)
    return lift


def obstacles_before_begun(
    case: Case,
    body: Body,
    *,
    reason: str,
    asked: Mapping[int, str],
    left_out_reason: str,
    now: datetime,
) -> list[Obstacle]:
    """Return what stands in the way of beginning to lift a case to a body as things are now."""
    day = localdate(now)
    rungs = climbing.rungs_of(case)
    return rules.obstacles_to_begin(
        stage=CaseStage(case.stage),
        same_body=body.pk == case.body_id,
        same_collaboration=body.collaboration_id == case.collaboration_id,
        there=not rules.obstacles_to_new_case(
            on=day, first=body.period.lower, until=body.period.upper
        ),
        other_level=rules.is_other_level(climbing.stands(case.body), climbing.stands(body)),
        lifted=climbing.open_lift(case) is not None,
        reason=reason,
        asked=set(asked),
        principals={one.pk for one in climbing.principals_concerned(case.collaboration_id, day)},
        left_out_reason=left_out_reason,
        skipped=rules.skipped_between(rungs, case.body_id, body.pk),
    )


@transaction.atomic
def withdraw_lift(lift_id: int, *, reason: str, by: Actor, now: datetime) -> Lift:
    """Take back a lift: the case stays where it is, and the line needs not answer.

    Raises StepRefused when it has ended, or nobody says why.
    """
    lift = locked_lift(lift_id)
    obstacles = rules.obstacles_to_withdraw(state=LiftState(lift.state), reason=reason)
    refuse([*obstacles, *obstacles_to_text(Skäl=reason)])
    _end(lift, LiftState.WITHDRAWN, reason, now)
    record(
        lift.case.collaboration_id,
        "lift.withdrawn",
        subject(lift.case),
        by=by,
        at=now,
        rule="R148",
        source=SOURCE,
        number=lift.case.number,
        body=lift.to_body.name,
        reason=reason,
    )
    return lift


@transaction.atomic
def complete_lift(lift_id: int, *, reason: str = "", by: Actor, now: datetime) -> Lift:
    """Give a lifted case to its new body, with its history; the line has had its say.

    Raises StepRefused when the body below has not prepared it, the admission test says no, or a
    line is silent or objects and nobody writes why it is completed all the same.
    """
    number = Lift.objects.values_list("case__collaboration_id", "case__number").get(pk=lift_id)
    case = locked(*number)
    lift = locked_lift(lift_id)
    lift.case = case
    found = climbing.obstacles_before_completed(lift, climbing.entries_of(lift))
    refuse([*found, *obstacles_to_text(Skäl=reason)], reason=reason)
    case.body = lift.to_body
    case.save(update_fields=["body"])
    _end(lift, LiftState.COMPLETED, reason, now)
    CaseExit.objects.create(
        case=case,
        kind=ExitKind.LIFTED,
        name=_name_of_lift(case),
        stage=case.stage,
        ended=False,
        reason=lift.reason[:1000],
        on=localdate(now),
        from_body=lift.from_body,
        to_body=lift.to_body,
    )
    record(
        case.collaboration_id,
        "lift.completed",
        subject(case),
        by=by,
        at=now,
        rule="R148",
        source=SOURCE,
        number=case.number,
        old_body=lift.from_body.name,
        body=lift.to_body.name,
        reason=reason,
    )
    return lift


def _name_of_lift(case: Case) -> str:
    called = routine_of(case).exit(ExitKind.LIFTED)
    return called.name if called else str(ExitKind.LIFTED.label)


def locked_lift(lift_id: int) -> Lift:
    """Return a lift that waits for nobody else's act, with its case and bodies."""
    return (
        Lift.objects.select_for_update(no_key=True, of=["self"])
        .select_related("case__body", "from_body", "to_body__prepared_by")
        .get(pk=lift_id)
    )


def _end(lift: Lift, state: LiftState, reason: str, now: datetime) -> None:
    lift.state, lift.ended_at, lift.end_reason = state, now, reason
    lift.save(update_fields=["state", "ended_at", "end_reason"])
