"""A case leaves the road by an exit of its routine, or comes back; nothing disappears silently."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.bodies.choices import BodyKind
from samverkan.bodies.models import Body
from samverkan.cases import hooks, routines
from samverkan.cases.actions.found import subject
from samverkan.cases.actions.sheets import move_case
from samverkan.cases.choices import CaseStage, ExitKind
from samverkan.cases.models import Case, CaseExit, CaseReturn
from samverkan.cases.rules import exits as rules
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

SOURCES = {
    ExitKind.SOLVED_LOCALLY: ("R156", "överenskommelsen § 5.1.2"),
    ExitKind.SOLVED_BY_OFFICIALS: ("R156", "överenskommelsen § 5.1.2"),
    ExitKind.TO_LEADERSHIP: ("R074", "överenskommelsen § 5.1.6"),
}
OTHERWISE = ("R151", "överenskommelsen § 7")


@transaction.atomic
def leave_case(
    collaboration_id: int,
    number: str,
    kind: ExitKind,
    *,
    reason: str,
    to_body_id: int | None = None,
    where: str = "",
    by: Actor,
    now: datetime,
) -> CaseExit:
    """Let a case leave by an exit: it ends, goes on in another body here, or is away for a time.

    Raises StepRefused when its routine has no such exit from where it is, the reason or the body
    is missing, it waits on an agenda, or the other body cannot take it.
    """
    case = _locked(collaboration_id, number)
    body = _body(collaboration_id, to_body_id)
    stage, old = CaseStage(case.stage), case.body
    refuse(
        [
            *obstacles_before_left(case, kind, reason=reason, body=body, where=where),
            *obstacles_to_text(Skäl=reason, Vart=where),
        ]
    )
    routine = routines.routine_of(case)
    called = routine.exit(kind)
    moves_on = body is not None and kind in rules.MOVES_ON
    if body is not None and moves_on:
        move_case(collaboration_id, number, to_body_id=body.pk, reason=reason, by=by, now=now)
    left = CaseExit.objects.create(
        case=case,
        kind=kind,
        name=called.name if called else kind.label,
        stage=stage,
        ended=rules.ends(kind),
        reason=reason.strip(),
        on=localdate(now),
        from_body=old,
        to_body=body,
        where=where.strip(),
    )
    if left.ended:
        case.stage = CaseStage.CLOSED
        case.save(update_fields=["stage"])
    rule, source = SOURCES.get(kind, OTHERWISE)
    record(
        collaboration_id,
        "case.left",
        subject(case),
        by=by,
        at=now,
        rule=rule,
        source=source,
        visibility=_visible(stage, left),
        number=number,
        kind=kind.value,
        exit=left.told,
        body=old.name,
        # What moved it told why already.
        reason="" if moves_on else left.reason,
    )
    return left


@transaction.atomic
def return_case(
    collaboration_id: int, number: str, *, result: str, by: Actor, now: datetime
) -> CaseReturn:
    """Note that a case has come back from where it was, and what they came to there.

    Raises StepRefused when it is not away, or nobody says what came of it.
    """
    case = _locked(collaboration_id, number)
    gone = routines.open_exit(case)
    refuse(
        rules.obstacles_to_return(away=routines.away_at(case), result=result)
        + obstacles_to_text(Resultat=result)
    )
    assert gone is not None  # noqa: S101  (the rule has refused a case that is here)
    back = CaseReturn.objects.create(exit=gone, on=localdate(now), result=result.strip())
    record(
        collaboration_id,
        "case.returned",
        subject(case),
        by=by,
        at=now,
        rule="R074",
        source="överenskommelsen § 5.1.6",
        number=number,
        where=gone.place or gone.name,
        result=back.result,
    )
    return back


def obstacles_before_left(
    case: Case,
    kind: ExitKind,
    *,
    reason: str = "–",
    body: Body | None = None,
    where: str = "",
) -> list[Obstacle]:
    """Return what stands in the way of a case leaving by an exit, as things are now."""
    return [
        *rules.obstacles_to_leave(
            kind=kind,
            routine=routines.routine_of(case),
            stage=CaseStage(case.stage),
            body=case.body.slug,
            away=routines.away_at(case),
            reason=reason,
            target=rules.Target(body.slug, BodyKind(body.kind)) if body else None,
            where=where,
        ),
        *(obstacle for binds in hooks.BINDS_TO_BODY for obstacle in binds(case)),
        *(obstacle for bars in hooks.BARS_EXIT for obstacle in bars(case, kind, body)),
    ]


def _visible(stage: CaseStage, left: CaseExit) -> Visibility:
    """A question that ends before it is prepared was never shown to everyone."""
    hidden = stage is CaseStage.RAISED and left.ended
    return Visibility.MEMBERS if hidden else Visibility.PUBLIC


def _locked(collaboration_id: int, number: str) -> Case:
    return (
        Case.objects.select_for_update(no_key=True, of=["self"])
        .select_related("body", "routine")
        .get(collaboration_id=collaboration_id, number=number)
    )


def _body(collaboration_id: int, body_id: int | None) -> Body | None:
    if body_id is None:
        return None
    return Body.objects.get(pk=body_id, collaboration_id=collaboration_id)
