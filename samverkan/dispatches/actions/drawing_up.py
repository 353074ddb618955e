"""From a point of approved minutes to a recommendation that is drawn up."""

from datetime import datetime

from samverkan.dispatches.effects import usual_effect
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Recommendation
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.journal.record import record
from samverkan.meetings.models import Item


def draw_up(item: Item, *, by: Actor, now: datetime) -> Recommendation:
    """Draw up (upprätta) a recommendation from a point of approved minutes, as the text stands.

    Part of the act that approves the minutes; called for every point where a body recommends.
    """
    case = item.case
    clauses = item.clauses
    assert case is not None and clauses is not None and item.number is not None  # noqa: S101, PT018
    meeting = item.meeting
    recommendation = Recommendation.objects.create(
        collaboration_id=meeting.collaboration_id,
        number=_next_number(meeting.collaboration_id, meeting.on.year),
        case=case,
        body=meeting.body,
        item=item,
        title=case.title,
        summary=case.question,
        lead=clauses.lead,
        clauses=[clause.text for clause in clauses.clauses.all()],
        agreed_on=meeting.on,
        point=item.number,
        source=meeting.source,
        **usual_effect(meeting.collaboration_id),
    )
    record(
        meeting.collaboration_id,
        "recommendation.drawn_up",
        subject(recommendation),
        by=by,
        at=now,
        rule="R006",
        source=meeting.source or "huvudpunkterna, Gemensam struktur för samverkan",
        number=recommendation.number,
        title=recommendation.title,
        body=meeting.body.name,
        agreed_on=meeting.on,
        point=item.number,
    )
    return recommendation


def _next_number(collaboration_id: int, year: int) -> str:
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    numbers = Recommendation.objects.filter(
        collaboration_id=collaboration_id, number__startswith=f"r{year}-"
    ).values_list("number", flat=True)
    last = max((int(number.partition("-")[2]) for number in numbers), default=0)
    return f"r{year}-{last + 1:02}"
