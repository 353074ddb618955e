"""What is noted at a meeting beside outcomes: what was put forward, and the next meeting."""

from datetime import date, datetime

from django.db import transaction

from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, locked_with_item, subject
from samverkan.meetings.choices import MeetingStage, Part, VoiceKind
from samverkan.meetings.models import Attendance, Item, Meeting, Voice
from samverkan.people.models import Person
from samverkan.principals.models import Principal


@transaction.atomic
def note_voice(
    item_id: int,
    kind: VoiceKind,
    text: str,
    *,
    person_id: int | None = None,
    principal_id: int | None = None,
    by: Actor,
    now: datetime,
) -> Voice:
    """Note what someone put forward at a point: a proposal, dissent, a reservation or a view.

    Raises StepRefused for one who was not there, or did not take part in what was agreed.
    """
    meeting, item = locked_with_item(item_id)
    named = sum(one is not None for one in (person_id, principal_id))
    refuse(
        [
            *rules.obstacles_to_voice(
                stage=MeetingStage(meeting.stage),
                kind=kind,
                text=text,
                named=named,
                part=_part(meeting, person_id, principal_id),
            ),
            *obstacles_to_text(Lydelse=text),
        ]
    )
    person = Person.objects.get(pk=person_id) if person_id else None
    principal = Principal.objects.get(pk=principal_id) if principal_id else None
    voice = Voice.objects.create(
        item=item, kind=kind, person=person, principal=principal, text=text
    )
    _tell("point.voice_noted", meeting, item, voice, by=by, now=now)
    return voice


@transaction.atomic
def take_back_voice(voice_id: int, *, by: Actor, now: datetime) -> None:
    """Take back what was noted that someone put forward.

    Raises StepRefused when the notes are closed.
    """
    item_id = Voice.objects.values_list("item_id", flat=True).get(pk=voice_id)
    meeting, item = locked_with_item(item_id)
    voice = Voice.objects.select_related("person", "principal").get(pk=voice_id)
    refuse(rules.notes_open(MeetingStage(meeting.stage)))
    voice.delete()
    _tell("point.voice_taken_back", meeting, item, voice, by=by, now=now)


@transaction.atomic
def note_next_meeting(
    meeting_id: int, *, on: date | None, place: str = "", by: Actor, now: datetime
) -> Meeting:
    """Note day and place of the next meeting, where it is not the planned one (R301).

    Raises StepRefused when the day is not after this meeting's, or the notes are closed.
    """
    meeting = locked(meeting_id)
    refuse(
        [
            *rules.obstacles_to_next_meeting(
                stage=MeetingStage(meeting.stage), on=on, met_on=meeting.on
            ),
            *obstacles_to_text(Plats=place),
        ]
    )
    meeting.next_on, meeting.next_place = on, place if on else ""
    meeting.save(update_fields=["next_on", "next_place"])
    record(
        meeting.collaboration_id,
        "meeting.next_noted",
        subject(meeting),
        by=by,
        at=now,
        rule="R301",
        source="styrgruppens anteckningar 27 september 2018, punkt 84",
        visibility=Visibility.MEMBERS,
        next=on,
        place=place,
    )
    return meeting


def _part(meeting: Meeting, person_id: int | None, principal_id: int | None) -> Part | None:
    """Return in which part a person was there, or the first of a principal's."""
    there: list[Attendance] = list(meeting.attendances.all())
    if person_id is not None:
        there = [one for one in there if one.person_id == person_id]
    else:
        there = [one for one in there if one.principal_id == principal_id]
    parts = {Part(one.part) for one in there}
    return Part.DECIDING if Part.DECIDING in parts else next(iter(parts), None)


def _tell(
    verb: str, meeting: Meeting, item: Item, voice: Voice, *, by: Actor, now: datetime
) -> None:
    record(
        meeting.collaboration_id,
        verb,
        subject(meeting),
        by=by,
        at=now,
        rule="R291",
        source="styrgruppens anteckningar 27 september 2018",
        visibility=Visibility.MEMBERS,
        heading=item.heading,
        kind=VoiceKind(voice.kind).label,
        whose=voice.whose,
    )
