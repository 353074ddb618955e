"""What is known of the outcome beside the answers."""

from datetime import datetime

from django.db import transaction

from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Recommendation
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record


@transaction.atomic
def note_outcome(
    collaboration_id: int, number: str, note: str, *, source: str, by: Actor, now: datetime
) -> Recommendation:
    """Write what is known of the outcome beside the principals' answers, with its source.

    Raises StepRefused without a note, or without saying where it is known from.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    if not (note.strip() and source.strip()):
        refuse([Obstacle("note_without_source")])
    refuse(obstacles_to_text(Anteckning=note, Källa=source))
    recommendation.outcome_note = note
    recommendation.save(update_fields=["outcome_note"])
    record(
        collaboration_id,
        "recommendation.outcome_noted",
        subject(recommendation),
        by=by,
        at=now,
        source=source,
        number=number,
        note=note,
    )
    return recommendation
