"""Who may do what with cases."""

from collections.abc import Callable
from datetime import date
from enum import Enum
from typing import Any

from samverkan.bodies.permissions import member, working_committee
from samverkan.people.models import User
from samverkan.people.permissions import NotAllowed, Visitor, is_coordinator


class Act(Enum):
    """What can be done; the value is how the refusal names who may."""

    RAISE = "Bara organets medlemmar och koordinatorerna kan väcka en fråga här."
    DOCUMENT = "Bara koordinatorerna och den som väckte frågan kan skriva i ärendet."
    PREPARE = "Bara koordinatorerna kan markera ett ärende som berett."
    FINISH = "Bara koordinatorerna avslutar ett ärende."
    WATCH = "Bara koordinatorerna, arbetsutskottet och den som väckte frågan bevakar ärendet."
    RANK = "Bara organets arbetsutskott och koordinatorerna prioriterar ärenden."
    LEAVE = "Bara koordinatorerna låter ett ärende lämna vägen, eller komma tillbaka."
    WITHDRAW = "Bara koordinatorerna och den som väckte frågan kan återkalla den."
    KEEP_ROUTINE = "Bara koordinatorerna skriver i ärendegångens rutin."
    STEER_AREA = "Bara organets arbetsutskott och koordinatorerna säger hur långt ett område är."
    KEEP_RISKS = "Bara organets medlemmar och koordinatorerna för in och avslutar dess risker."
    COMPARE = "Bara koordinatorerna och organets medlemmar antecknar en avstämning."
    ADMIT = "Bara koordinatorerna och organets arbetsutskott prövar om ett ärende hör hit."
    LIFT = "Bara koordinatorerna lyfter ärenden genom huvudmännens linje."


def raiser(user: Visitor, case: Any, on: date) -> bool:
    """Return whether someone raised the case and still sits in its body."""
    return (
        isinstance(user, User)
        and user.person_id is not None
        and user.person_id == case.raised_by_id
        and member(user, case, on)
    )


MAY: dict[Act, list[Callable[[Visitor, Any, date], bool]]] = {
    Act.RAISE: [member, is_coordinator],
    Act.DOCUMENT: [raiser, is_coordinator],
    Act.PREPARE: [is_coordinator],
    Act.RANK: [working_committee, is_coordinator],
    Act.FINISH: [is_coordinator],
    Act.WATCH: [raiser, working_committee, is_coordinator],
    Act.LEAVE: [is_coordinator],
    Act.WITHDRAW: [raiser, is_coordinator],
    Act.KEEP_ROUTINE: [is_coordinator],
    Act.STEER_AREA: [working_committee, is_coordinator],
    Act.KEEP_RISKS: [member, is_coordinator],
    Act.COMPARE: [member, is_coordinator],
    Act.ADMIT: [working_committee, is_coordinator],
    Act.LIFT: [is_coordinator],
}


def may(user: Visitor, act: Act, thing: Any, on: date) -> bool:
    """Return whether someone may do the act with a case (to raise: in a body) on a day."""
    return any(allows(user, thing, on) for allows in MAY[act])


def require(user: Visitor, act: Act, thing: Any, on: date) -> None:
    """Raise NotAllowed, with a sentence that says who may, unless the person may."""
    if not may(user, act, thing, on):
        raise NotAllowed(act.value)
