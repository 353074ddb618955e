"""What can be done where our own work meets that of others: note what was gone through."""

from datetime import date, datetime

from django.db import transaction

from samverkan.bodies.models import Body, OverlapNote
from samverkan.bodies.rules.overlaps import obstacles_to_note_overlap
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.principals.choices import OutsideKind
from samverkan.principals.models import OutsideActor

RULES = {
    OutsideKind.COORDINATION_ASSOCIATION: ("R090", "överenskommelsen § 6.1.2"),
    OutsideKind.STATE_INITIATIVE: ("R118", "överenskommelsen § 6.2"),
}


@transaction.atomic
def note_overlap(
    actor_id: int,
    *,
    body_id: int,
    on: date,
    note: str,
    overlaps: bool,
    by: Actor,
    now: datetime,
) -> OverlapNote:
    """Note what a body found when it went through its work with an outside actor's.

    Raises StepRefused without a note, for a day to come, or when one of them was not then.
    """
    actor = OutsideActor.objects.select_for_update(no_key=True).get(pk=actor_id)
    bodies = Body.objects.filter(collaboration_id=actor.collaboration_id)
    body = bodies.get(pk=body_id)
    refuse(
        obstacles_to_note_overlap(
            note=note,
            on=on,
            today=now.date(),
            actor_exists=on in actor.period,
            body_exists=on in body.period,
            noted=actor.notes.filter(body=body, on=on, note=note).exists(),
        )
        + obstacles_to_text(**{"Vad som stämdes av": note})
    )
    noted = OverlapNote.objects.create(actor=actor, body=body, on=on, note=note, overlaps=overlaps)
    rule, source = RULES.get(OutsideKind(actor.kind), ("", ""))
    record(
        actor.collaboration_id,
        "outside.overlap_found" if overlaps else "outside.overlap_checked",
        f"outside/{actor.slug}",
        by=by,
        at=now,
        rule=rule,
        source=source,
        actor=actor.name,
        body=body.name,
        on=on,
        note=note,
    )
    return noted
