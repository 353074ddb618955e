"""What pages ask about the carrying out of bifall: one recommendation, one principal, them all."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from samverkan.dispatches.choices import DispatchState, ExecutionState, ShownExecution
from samverkan.dispatches.models import Dispatch, Execution, ExecutionNote, Recommendation
from samverkan.dispatches.rules import shown_execution
from samverkan.journal.choices import Visibility
from samverkan.people.choices import RoleKind
from samverkan.people.models import Role


@dataclass(frozen=True)
class CarryingOut:
    """One principal's bifall, who carries it out, and what is said of it on a day."""

    dispatch: Dispatch
    execution: Execution | None
    shown: ShownExecution

    @property
    def notes(self) -> list[ExecutionNote]:
        """Return what has been told, the last first."""
        return list(self.execution.notes.all())[::-1] if self.execution else []

    @property
    def has_public_file(self) -> bool:
        """Return whether a file was left that everybody may read."""
        document = self.execution.document if self.execution else None
        return document is not None and document.visibility == Visibility.PUBLIC


def carrying_out(dispatch: Dispatch, today: date) -> CarryingOut:
    """Return what is said of the carrying out of one bifall on a day."""
    execution: Execution | None = getattr(dispatch, "execution", None)
    state = ExecutionState(execution.state) if execution else None
    due_on = execution.due_on if execution else None
    return CarryingOut(dispatch, execution, shown_execution(state, due_on=due_on, today=today))


def carried_out_by(recommendation: Recommendation, today: date) -> list[CarryingOut]:
    """Return every bifall of a recommendation with who carries it out (R022, R154).

    History, where nobody was ever named, has nothing to tell.
    """
    found = (
        recommendation.dispatches.filter(state=DispatchState.APPROVED)
        .select_related("principal", "execution__document")
        .prefetch_related("execution__notes__document")
        .defer("proposal")
        .order_by("principal__position", "principal__name")
    )
    rows = [carrying_out(one, today) for one in found]
    if recommendation.source and not any(row.execution for row in rows):
        return []
    return rows


def to_carry_out(collaboration_id: int) -> QuerySet[Dispatch]:
    """Return every bifall that is to be carried out, with who does it; not what is history."""
    named = Q(execution__isnull=False) | Q(recommendation__source="")
    return (
        Dispatch.objects.filter(
            named, recommendation__collaboration=collaboration_id, state=DispatchState.APPROVED
        )
        .select_related("principal", "recommendation", "execution__person", "execution__document")
        .defer("proposal")
    )


def not_carried_out(found: QuerySet[Dispatch], today: date) -> QuerySet[Dispatch]:
    """Return those past their day that nobody has reported done (R022)."""
    return found.filter(execution__state=ExecutionState.TO_DO, execution__due_on__lt=today)


def of_manager(found: QuerySet[Dispatch], person_id: int, on: date) -> QuerySet[Dispatch]:
    """Return what a line manager is to carry out: their own, and their principal's."""
    homes = Role.objects.filter(
        person_id=person_id,
        kind=RoleKind.LINE_MANAGER,
        principal__isnull=False,
        period__contains=on,
    ).values("principal")
    return found.filter(Q(principal__in=homes) | Q(execution__person=person_id))


def managers_at(dispatch: Dispatch, on: date) -> list[tuple[int, str, str]]:
    """Return the line managers of a dispatch's principal: id, name and title."""
    roles = Role.objects.filter(
        kind=RoleKind.LINE_MANAGER,
        principal_id=dispatch.principal_id,
        collaboration_id=dispatch.recommendation.collaboration_id,
        period__contains=on,
    ).select_related("person")
    people = {one.person_id: one.person for one in roles.order_by("person__name")}
    return [(pk, person.name, person.title) for pk, person in people.items()]
