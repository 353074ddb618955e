"""Whether a principal is one that answers here at all."""

from datetime import date

from samverkan.dispatches import rules
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.models import Dispatch
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.models import Principal
from samverkan.principals.successions import ended_on, heirs_of


def obstacles_of_addressee(
    dispatch: Dispatch, told: rules.Told, *, correcting: bool, today: date
) -> list[Obstacle]:
    """Return why a principal does not answer here, as things are now."""
    return rules.obstacles_to_answer_for(
        state=DispatchState(dispatch.state),
        federation=dispatch.through.name if dispatch.through else "",
        ended=ended_of(dispatch.principal, today),
        decided_on=told.on,
        today=today,
        correcting=correcting,
    )


def ended_of(principal: Principal, today: date) -> rules.Ended | None:
    """Return since when a principal is no more, and who stands in for it; None while it is."""
    until = ended_on(principal)
    if until is None or today < until:
        return None
    succession = heirs_of([principal.pk]).get(principal.pk)
    return rules.Ended(principal.name, until, succession.heir.name if succession else "")
