"""What can be done about reviews: note that a body's assignment or staffing was looked over."""

from datetime import date, datetime

from django.db import transaction

from samverkan.bodies.choices import Reviewed
from samverkan.bodies.models import Body, Review
from samverkan.bodies.rules.reviews import obstacles_to_note_review
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record


@transaction.atomic
def note_review(
    body_id: int, of: Reviewed, *, on: date, note: str = "", by: Actor, now: datetime
) -> Review:
    """Note that a body's assignment, or its staffing, was looked over on a day, and to what end.

    Raises StepRefused when the day has not been, the body was not there, or it is noted already.
    """
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    note = note.strip()
    refuse(
        obstacles_to_note_review(
            on=on,
            today=now.date(),
            first=body.period.lower,
            until=body.period.upper,
            noted=set(body.reviews.filter(of=of).values_list("on", flat=True)),
            note=note,
        )
        + obstacles_to_text(**{"Vad översynen ledde till": note})
    )
    review = Review.objects.create(body=body, of=of, on=on, note=note)
    record(
        body.collaboration_id,
        "body.reviewed",
        f"body/{body.slug}",
        by=by,
        at=now,
        rule="R116",
        source="överenskommelsen § 6.2" if body.review_months else "",
        body=body.name,
        of=of.label,
        on=on,
        note=note,
    )
    return review
