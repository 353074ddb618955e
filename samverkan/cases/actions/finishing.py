"""Ending a case that has gone all the way: answered, reported back, and nothing more to do."""

from datetime import datetime

from django.db import transaction

from samverkan.cases import hooks, rules
from samverkan.cases.actions.found import subject
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.routines import routine_of
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record


def obstacles_before_finished(case: Case) -> list[Obstacle]:
    """Return what stands in the way of ending a case as things are now."""
    silent = [name for tells in hooks.SILENT_ON for name in tells(case)]
    return list(
        rules.obstacles_to_finish(
            stage=CaseStage(case.stage), routine=routine_of(case), silent=silent
        )
    )


@transaction.atomic
def finish_case(
    collaboration_id: int, number: str, *, reason: str = "", by: Actor, now: datetime
) -> Case:
    """End a case whose outcome has been reported back.

    Raises StepRefused before that, or when principals are silent and nobody says why it ends.
    """
    case = (
        Case.objects.select_for_update(no_key=True, of=["self"])
        .select_related("routine")
        .get(collaboration_id=collaboration_id, number=number)
    )
    refuse([*obstacles_before_finished(case), *obstacles_to_text(Skäl=reason)], reason=reason)
    case.stage = CaseStage.CLOSED
    case.save(update_fields=["stage"])
    record(
        collaboration_id,
        "case.finished",
        subject(case),
        by=by,
        at=now,
        rule="R153",
        source="huvudpunkterna, Tjänstepersoner",
        number=number,
        reason=reason,
    )
    return case
