"""Who may do what with meetings."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from samverkan.bodies.permissions import member, working_committee
from samverkan.people.models import User
from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator


class Act(Enum):
    """What can be done; the value is how the refusal names who may."""

    PLAN = "Bara koordinatorerna och organets ordförande planerar möten."
    PREPARE_AGENDA = "Bara koordinatorerna och organets arbetsutskott ändrar dagordningen."
    AGREE = "Bara organets ordförande och vice ordförande ställer sig bakom dagordningen."
    CALL = "Bara koordinatorerna och organets arbetsutskott sänder kallelsen."
    READ_PAPERS = "Bara organets medlemmar och koordinatorerna läser handlingarna."
    NOTE = "Bara koordinatorerna och organets arbetsutskott för anteckningar."
    APPROVE = "Bara den som ledde mötet justerar anteckningarna."


def led_it(user: Visitor, meeting: Any, on: date) -> bool:
    """Return whether someone led the meeting (R304)."""
    return (
        isinstance(user, User)
        and user.person_id is not None
        and (user.person_id == meeting.led_by_id)
    )


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.PLAN: [working_committee, is_coordinator],
    Act.PREPARE_AGENDA: [working_committee, is_coordinator],
    Act.AGREE: [working_committee],
    Act.CALL: [working_committee, is_coordinator],
    Act.READ_PAPERS: [member, is_coordinator],
    Act.NOTE: [working_committee, is_coordinator],
    Act.APPROVE: [led_it],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act with a meeting (to plan: in a body) on a day."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
