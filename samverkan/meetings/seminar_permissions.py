"""Who may do what with the leadership seminar."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from samverkan.bodies.permissions import coordinates, member, working_committee
from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator


class Act(Enum):
    """What can be done; the value is how the refusal names who may."""

    PLAN = "Bara koordinatorerna lägger in ett seminarium."
    KEEP = "Bara koordinatorerna och arbetsutskottet i den grupp som planerar ändrar i seminariet."
    ADOPT = "Bara koordinatorerna antecknar att programmet är fastställt."
    PROPOSE_THEME = "Bara koordinatorerna och organets medlemmar föreslår teman för organet."


def plans(user: Visitor, seminar: Any, on: date) -> bool:
    """Return whether someone is of the AU of the body that plans a seminar (R051)."""
    return seminar.planner is not None and working_committee(user, seminar.planner, on)


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.PLAN: [is_coordinator],
    Act.KEEP: [plans, is_coordinator],
    Act.ADOPT: [is_coordinator],
    Act.PROPOSE_THEME: [member, coordinates],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act on a day with a seminar; to propose: for a body."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
