"""Those without a seat who take part in a point (R142)."""

from datetime import datetime

from django.db import transaction

from samverkan.bodies.queries import members_on
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Adjunction, Item, Meeting
from samverkan.people.models import Person


@transaction.atomic
def adjoin(
    item_id: int, person_id: int, *, capacity: str = "", by: Actor, now: datetime
) -> Adjunction:
    """Let someone without a seat in the body take part in a point of its agenda.

    Raises StepRefused when the meeting has been held, or the person sits in the body or is
    adjoined already.
    """
    meeting, item = _locked(item_id)
    person = Person.objects.get(pk=person_id, collaboration_id=meeting.collaboration_id)
    refuse(
        rules.obstacles_to_adjoin(
            stage=MeetingStage(meeting.stage),
            sits_in_the_body=person.pk in members_on(meeting.body_id, meeting.on),
            adjoined=item.adjunctions.filter(person=person).exists(),
        )
        + obstacles_to_text(Som=capacity)
    )
    adjunction = Adjunction.objects.create(item=item, person=person, capacity=capacity)
    _tell("point.adjoined", meeting, item, person, by=by, now=now, capacity=capacity)
    return adjunction


@transaction.atomic
def call_off_adjunction(adjunction_id: int, *, by: Actor, now: datetime) -> None:
    """Take back that someone is adjoined to a point.

    Raises StepRefused when the meeting has been held.
    """
    item_id = Adjunction.objects.values_list("item_id", flat=True).get(pk=adjunction_id)
    meeting, item = _locked(item_id)
    adjunction = Adjunction.objects.select_related("person").get(pk=adjunction_id)
    refuse(rules.agenda_open(MeetingStage(meeting.stage)))
    adjunction.delete()
    _tell("point.adjunction_called_off", meeting, item, adjunction.person, by=by, now=now)


def _locked(item_id: int) -> tuple[Meeting, Item]:
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    return meeting, Item.objects.get(pk=item_id)


def _tell(
    verb: str,
    meeting: Meeting,
    item: Item,
    person: Person,
    *,
    by: Actor,
    now: datetime,
    capacity: str = "",
) -> None:
    record(
        meeting.collaboration_id,
        verb,
        subject(meeting),
        by=by,
        at=now,
        rule="R142",
        source="överenskommelsen § 6.2.4",
        body=meeting.body.name,
        on=meeting.on,
        heading=item.heading,
        person=person.name,
        capacity=capacity,
    )
