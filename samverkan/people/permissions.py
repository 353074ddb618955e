"""Who a signed-in person is in a collaboration on a day, for the areas' tables of rights."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied

from samverkan.journal.actors import Actor
from samverkan.people.choices import RoleKind
from samverkan.people.models import Role, User

Visitor = User | AnonymousUser


def has_role(user: Visitor, kind: RoleKind, collaboration_id: int, on: date) -> bool:
    """Return whether the person has the role in that collaboration on the day."""
    if not isinstance(user, User) or user.person_id is None:
        return False
    return Role.objects.filter(
        person_id=user.person_id,
        kind=kind,
        collaboration_id=collaboration_id,
        period__contains=on,
    ).exists()


def is_coordinator(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether the person coordinates the collaboration that the thing belongs to."""
    return has_role(user, RoleKind.COORDINATOR, thing.collaboration_id, on)


def actor_of(user: User, *, on_behalf_of: str = "") -> Actor:
    """Return the person as the journal names them."""
    return Actor(str(user), on_behalf_of, user.person_id)


class NotAllowed(PermissionDenied):
    """The person may see the thing but not do this; the text says who may."""


class Act(Enum):
    """What can be done with principals and people; the value is how the refusal says who may."""

    KEEP_PRINCIPALS = "Bara koordinatorerna ändrar uppgifter om huvudmännen."


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.KEEP_PRINCIPALS: [is_coordinator],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act with a thing of a collaboration on a day."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
