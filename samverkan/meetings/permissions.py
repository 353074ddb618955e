"""Who may do what with meetings."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from samverkan.bodies.permissions import holder, member, working_committee
from samverkan.meetings.models import MinutesApproval
from samverkan.people.models import User
from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator


class Act(Enum):
    """What can be done; the value is how the refusal names who may."""

    PLAN = "Bara koordinatorerna och organets ordförande planerar möten."
    PREPARE_AGENDA = "Bara koordinatorerna och organets arbetsutskott ändrar dagordningen."
    MOVE = "Bara koordinatorerna och organets arbetsutskott flyttar möten."
    AGREE = "Bara organets ordförande och vice ordförande ställer sig bakom dagordningen."
    CALL = "Bara koordinatorerna och organets arbetsutskott sänder kallelsen."
    READ_PAPERS = "Bara organets medlemmar och koordinatorerna läser handlingarna."
    NOTE = "Bara koordinatorerna och organets arbetsutskott för anteckningar."
    REPORT = "Bara koordinatorerna och organets arbetsutskott skriver rapporter från möten."
    APPROVE = "Bara de som är valda att justera gör det; är ingen vald, den som ledde mötet."
    REOPEN = "Bara den som ledde mötet, organets arbetsutskott och koordinatorerna öppnar det igen."
    CORRECT = "Bara koordinatorerna och organets arbetsutskott lägger till en rättelse."
    FOLLOW_TASKS = (
        "Bara koordinatorerna, arbetsutskottet och den som har fått uppgiften rapporterar den."
    )
    KEEP_CALENDAR = "Bara koordinatorerna för in möten utanför samverkan."


def led_it(user: Visitor, meeting: Any, on: date) -> bool:
    """Return whether someone led the meeting (R304)."""
    return (
        isinstance(user, User)
        and user.person_id is not None
        and (user.person_id == meeting.led_by_id)
    )


def adjusts(user: Visitor, meeting: Any, on: date) -> bool:
    """Return whether someone is to approve a meeting's minutes (R304, Q21).

    The duty outlives the mission: it is asked of the draft that waits, not of the day.
    """
    if not isinstance(user, User) or user.person_id is None:
        return False
    waiting = MinutesApproval.objects.filter(draft__meeting=meeting.pk, draft__ended_at=None)
    chosen = set(waiting.values_list("person_id", flat=True))
    return user.person_id in chosen if chosen else led_it(user, meeting, on)


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.PLAN: [working_committee, is_coordinator],
    Act.PREPARE_AGENDA: [working_committee, is_coordinator],
    Act.MOVE: [working_committee, is_coordinator],
    Act.AGREE: [working_committee],
    Act.CALL: [working_committee, is_coordinator],
    Act.READ_PAPERS: [member, is_coordinator],
    Act.NOTE: [working_committee, is_coordinator],
    Act.REPORT: [working_committee, is_coordinator],
    Act.APPROVE: [adjusts],
    Act.REOPEN: [led_it, working_committee, is_coordinator],
    Act.CORRECT: [working_committee, is_coordinator],
    Act.FOLLOW_TASKS: [holder, working_committee, is_coordinator],
    Act.KEEP_CALENDAR: [is_coordinator],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act with a meeting (to plan: in a body) on a day."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
