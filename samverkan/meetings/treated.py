"""Where bodies have met and treated a case, as cases ask about it."""

from samverkan.cases.hooks import Treated
from samverkan.cases.models import Case
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome

MET = (MeetingStage.HELD, MeetingStage.APPROVED)
LEFT_WITHOUT = ("", Outcome.RETURNED)


def treated_at(case: Case) -> list[Treated]:
    """Return each meeting that treated a case, and whether it prepared the case for the next body.

    What a body sends back for more preparation, it has not treated yet.
    """
    found = (
        case.items.filter(meeting__stage__in=MET, kind=ItemKind.DECISION)
        .exclude(outcome__in=LEFT_WITHOUT)
        .order_by("meeting__on")
        .values_list("body_id", "meeting__on", "outcome")
    )
    return [Treated(body, on, outcome == Outcome.PREPARED) for body, on, outcome in found]
