"""Who someone is in a body on a day, and who may keep the structure."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from samverkan.bodies.choices import Office
from samverkan.bodies.models import Body
from samverkan.bodies.queries import members_on, officer_on
from samverkan.people.models import User
from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator


def _body_id(thing: Any) -> int:
    return int(thing.pk if isinstance(thing, Body) else thing.body_id)


def member(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone sits in a body: the thing is a body or belongs to one."""
    return isinstance(user, User) and user.person_id in members_on(_body_id(thing), on)


def working_committee(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone is chair or vice chair of a body: its AU (R072, R104)."""
    if not isinstance(user, User) or user.person_id is None:
        return False
    officers = (officer_on(_body_id(thing), office, on) for office in Office)
    return any(officer.pk == user.person_id for officer in officers if officer)


def holder(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone holds the mission, or held it last: only they know what is open."""
    return (
        isinstance(user, User)
        and user.person_id is not None
        and user.person_id == getattr(thing, "person_id", None)
    )


def coordinates(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether someone coordinates the collaboration of a body, or of what belongs to one."""
    owner = thing if hasattr(thing, "collaboration_id") else thing.body
    return is_coordinator(user, owner, on)


def sits_for(user: Visitor, principal: Any, on: date) -> bool:
    """Return whether someone has a mission for a principal."""
    return (
        isinstance(user, User)
        and user.person_id is not None
        and principal.missions.filter(person=user.person_id, period__contains=on).exists()
    )


class Act(Enum):
    """What can be done with the structure; the value is how the refusal says who may."""

    KEEP = "Bara koordinatorerna ändrar i strukturen."
    HAND_OVER = "Bara den som har uppdraget och koordinatorerna skriver vad som lämnas över."
    READ_FINDINGS = "Bara koordinatorerna och de som sitter i organet läser vad som är att åtgärda."
    READ_PRINCIPALS_FINDINGS = (
        "Bara koordinatorerna och huvudmannens egna läser vad som är att åtgärda."
    )


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.KEEP: [coordinates],
    Act.HAND_OVER: [holder, coordinates],
    Act.READ_FINDINGS: [member, coordinates],
    Act.READ_PRINCIPALS_FINDINGS: [sits_for, coordinates],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act on a day with a body, or with what belongs to one."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
