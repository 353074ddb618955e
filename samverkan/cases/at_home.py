"""Who may do what for a principal: note who is involved at home, and contacts with the region."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from samverkan.bodies.models import Mission
from samverkan.bodies.permissions import sits_for
from samverkan.people.models import User
from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator
from samverkan.principals.choices import PrincipalKind, Side
from samverkan.principals.models import Principal


class Act(Enum):
    """What can be done; the value is how the refusal names who may."""

    INVOLVE = "Bara huvudmannens egna representanter och koordinatorerna antecknar förankringen."
    BILATERAL = "Bara kommunens och regionens representanter och koordinatorerna gör det här."


@dataclass(frozen=True)
class Home:
    """A principal as a thing that rights are asked about; a contact has the same two."""

    principal: Principal

    @property
    def collaboration_id(self) -> int:
        """Return the collaboration that the principal belongs to."""
        return self.principal.collaboration_id


def at_home(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone has a mission for the principal that a thing concerns."""
    return sits_for(user, thing.principal, on)


def for_the_region(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone has a mission for the region, the other side of every contact."""
    return (
        isinstance(user, User)
        and user.person_id is not None
        and (
            Mission.objects.filter(
                person=user.person_id,
                principal__collaboration=thing.collaboration_id,
                principal__kind=PrincipalKind.REGION,
                period__contains=on,
            ).exists()
        )
    )


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.INVOLVE: [at_home, is_coordinator],
    Act.BILATERAL: [at_home, for_the_region, is_coordinator],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act on a day with a thing that has its principal."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)


def may_act_for(user: Visitor, side: Side, thing: Any, on: date) -> bool:
    """Return whether someone may call or appoint for one side of a contact (R031, R033)."""
    own = for_the_region if side is Side.REGION else at_home
    return own(user, thing, on) or is_coordinator(user, thing, on)
