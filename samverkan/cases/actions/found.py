"""Which case an act is about: as the journal names it, and moved on by a later area's act."""

from samverkan.cases import rules
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.cases.routines import routine_of
from samverkan.journal.obstacles import refuse


def advance(case_id: int, to: CaseStage) -> Case:
    """Move a case as part of a later area's act, which writes the journal.

    Raises StepRefused when the case is not where that step begins, by its own routine.
    """
    case = (
        Case.objects.select_for_update(no_key=True, of=["self"])
        .select_related("routine")
        .get(pk=case_id)
    )
    refuse(rules.obstacles_to_step(CaseStage(case.stage), to, routine_of(case)))
    case.stage = to
    case.save(update_fields=["stage"])
    return case


def put_back(case_id: int, came_to: CaseStage, back_to: CaseStage) -> None:
    """Move a case back as part of a later area's act that undoes the one that moved it on."""
    case = Case.objects.select_for_update(no_key=True).get(pk=case_id)
    if case.stage == came_to:
        case.stage = back_to
        case.save(update_fields=["stage"])


def subject(case: Case) -> str:
    """Return how the journal points to a case."""
    return f"case/{case.number}"
