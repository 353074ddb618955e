"""What a line manager is to carry out, as the desk says it."""

from django.db.models import Q

from samverkan.dispatches.carrying_out import CarryingOut, carrying_out, of_manager, to_carry_out
from samverkan.dispatches.choices import ExecutionState
from samverkan.www.pages import Workspace

MOST = 20


def to_do(work: Workspace) -> list[CarryingOut]:
    """Return what waits for the person: without anybody named, or not done; the earliest first."""
    waits = Q(execution=None) | Q(execution__state=ExecutionState.TO_DO)
    found = of_manager(to_carry_out(work.collaboration.pk), work.person_id, work.today)
    ordered = found.filter(waits).order_by("execution__due_on", "pk")[:MOST]
    return [carrying_out(one, work.today) for one in ordered]
