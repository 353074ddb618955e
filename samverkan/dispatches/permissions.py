"""Who may do what with recommendations; a registrar needs no right here but the personal link."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import Any

from samverkan.dispatches.models import Dispatch
from samverkan.people.choices import RoleKind
from samverkan.people.models import Role, User
from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator


class Act(Enum):
    """What can be done; the value is how the refusal names who may."""

    DISPATCH = "Bara koordinatorerna expedierar rekommendationer."
    REMIND = "Bara koordinatorerna sänder påminnelser."
    MANAGE_LINKS = "Bara koordinatorerna förnyar och återkallar personliga länkar."
    HANDLE_MAIL = "Bara koordinatorerna ser e-post som inte har gått fram."
    FOLLOW_EXECUTIONS = "Bara koordinatorerna och huvudmannens linjechefer följer genomförandet."
    EXECUTE = "Bara huvudmannens linjechefer och koordinatorerna rapporterar genomförandet."
    CHOOSE_EFFECT = "Bara koordinatorerna väljer vad som ska följa av svaren."
    CONCLUDE = "Bara koordinatorerna antecknar en slutsats av svaren."
    WITHDRAW = "Bara koordinatorerna antecknar att en rekommendation är återtagen."
    CORRECT_TEXT = "Bara koordinatorerna rättar texten i en rekommendation."
    ANSWER_FOR = "Bara koordinatorerna registrerar ett svar åt en huvudman."
    KEEP_TEMPLATES = "Bara koordinatorerna lägger in huvudmännens mallar."


@dataclass(frozen=True)
class Home:
    """A principal's part in a collaboration, and who is named there; rights are asked about it."""

    collaboration_id: int
    principal_id: int | None = None
    person_id: int | None = None


def home_of(dispatch: Dispatch) -> Home:
    """Return where a bifall is carried out."""
    execution = getattr(dispatch, "execution", None)
    return Home(
        dispatch.recommendation.collaboration_id,
        dispatch.principal_id,
        execution.person_id if execution else None,
    )


def is_line_manager(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether the person is a line manager at the principal; at any, when none is said."""
    if not isinstance(user, User) or user.person_id is None:
        return False
    principal = getattr(thing, "principal_id", None)
    roles = Role.objects.filter(
        person_id=user.person_id,
        kind=RoleKind.LINE_MANAGER,
        collaboration_id=thing.collaboration_id,
        period__contains=on,
    )
    return roles.filter(principal=principal).exists() if principal else roles.exists()


def is_named(user: Visitor, thing: Any, on: date) -> bool:
    """Return whether the person is the one who is named to carry it out."""
    if not isinstance(user, User) or user.person_id is None:
        return False
    return bool(getattr(thing, "person_id", None) == user.person_id)


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.DISPATCH: [is_coordinator],
    Act.REMIND: [is_coordinator],
    Act.MANAGE_LINKS: [is_coordinator],
    Act.HANDLE_MAIL: [is_coordinator],
    Act.CHOOSE_EFFECT: [is_coordinator],
    Act.CONCLUDE: [is_coordinator],
    Act.WITHDRAW: [is_coordinator],
    Act.CORRECT_TEXT: [is_coordinator],
    Act.ANSWER_FOR: [is_coordinator],
    Act.FOLLOW_EXECUTIONS: [is_coordinator, is_line_manager],
    Act.EXECUTE: [is_coordinator, is_line_manager, is_named],
    Act.KEEP_TEMPLATES: [is_coordinator],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act with a recommendation on a day."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
