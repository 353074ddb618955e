"""Who may do what with recommendations; a registrar needs no right here but the personal link."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator


class Act(Enum):
    """What can be done; the value is how the refusal names who may."""

    DISPATCH = "Bara koordinatorerna expedierar rekommendationer."
    REMIND = "Bara koordinatorerna sänder påminnelser."
    MANAGE_LINKS = "Bara koordinatorerna förnyar och återkallar personliga länkar."
    CHOOSE_EFFECT = "Bara koordinatorerna väljer vad som ska följa av svaren."
    CONCLUDE = "Bara koordinatorerna antecknar en slutsats av svaren."
    WITHDRAW = "Bara koordinatorerna antecknar att en rekommendation är återtagen."
    CORRECT_TEXT = "Bara koordinatorerna rättar texten i en rekommendation."
    ANSWER_FOR = "Bara koordinatorerna registrerar ett svar åt en huvudman."


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.DISPATCH: [is_coordinator],
    Act.REMIND: [is_coordinator],
    Act.MANAGE_LINKS: [is_coordinator],
    Act.CHOOSE_EFFECT: [is_coordinator],
    Act.CONCLUDE: [is_coordinator],
    Act.WITHDRAW: [is_coordinator],
    Act.CORRECT_TEXT: [is_coordinator],
    Act.ANSWER_FOR: [is_coordinator],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act with a recommendation on a day."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
