"""Who takes no part in a point, by jäv or not, and who stands in for it (R065, R291)."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction

from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import AbsenceKind, MeetingStage
from samverkan.meetings.models import Attendance, Item, ItemAbsence, Meeting
from samverkan.meetings.presence import absence_of, order_of, spans_of
from samverkan.meetings.rules import Absence
from samverkan.people.models import Person

if TYPE_CHECKING:
    from samverkan.meetings.actions.attendance import Attending


@transaction.atomic
def step_aside(
    item_id: int,
    person_id: int,
    kind: AbsenceKind,
    *,
    stood_in_by: int | None = None,
    by: Actor,
    now: datetime,
) -> ItemAbsence:
    """Note that someone takes no part in a point, and which substitute stands in for it.

    Raises StepRefused for one who is not deciding there, or a stand-in of another principal.
    """
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    item = Item.objects.get(pk=item_id)
    refuse(
        rules.obstacles_to_step_aside(
            Absence(person_id, stood_in_by),
            stage=MeetingStage(meeting.stage),
            position=item.position,
            present=spans_of(meeting),
            absences=[absence_of(row) for row in item.absences.all()],
        )
    )
    here = Person.objects.filter(collaboration_id=meeting.collaboration_id)
    absence = ItemAbsence.objects.create(
        item=item,
        person=here.get(pk=person_id),
        kind=kind,
        stood_in_by=here.get(pk=stood_in_by) if stood_in_by else None,
    )
    _tell("point.aside_noted", meeting, absence, by=by, now=now)
    return absence


@transaction.atomic
def take_part_again(absence_id: int, *, by: Actor, now: datetime) -> None:
    """Take back that someone takes no part in a point.

    Raises StepRefused when the meeting has been held.
    """
    item_id = ItemAbsence.objects.values_list("item_id", flat=True).get(pk=absence_id)
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    absence = ItemAbsence.objects.select_related("person", "item").get(pk=absence_id)
    refuse(rules.notes_open(MeetingStage(meeting.stage)))
    absence.delete()
    _tell("point.aside_removed", meeting, absence, by=by, now=now)


def obstacles_to_rows(
    meeting: Meeting, attending: Sequence["Attending"], rows: Sequence[Attendance]
) -> list[Obstacle]:
    """Return what is wrong with the parts of a meeting that people are said to be there for."""
    spans = spans_of(meeting, rows)
    allowed = order_of(meeting.body_id).distance_allowed
    obstacles = rules.obstacles_to_presence(spans, distance_allowed=allowed)
    asked = {pk for one in attending for pk in (one.arrived_at, one.left_at) if pk}
    if asked - set(meeting.items.values_list("pk", flat=True)):
        obstacles.append(Obstacle("point_of_other_meeting"))
    noted = list(ItemAbsence.objects.filter(item__meeting=meeting).select_related("item", "person"))
    broken = [row for row in noted if _no_longer_holds(row, spans, noted)]
    if broken:
        said = [f"{row.person.name}, {row.item.heading}" for row in broken]
        obstacles.append(Obstacle("aside_no_longer_holds", {"asides": said}))
    return obstacles


def _no_longer_holds(
    row: ItemAbsence, spans: list[rules.Span], noted: Sequence[ItemAbsence]
) -> bool:
    others = [one for one in noted if one.item_id == row.item_id and one.pk != row.pk]
    return bool(
        rules.obstacles_to_step_aside(
            absence_of(row),
            stage=MeetingStage.CALLED,
            position=row.item.position,
            present=spans,
            absences=[absence_of(one) for one in others],
        )
    )


def _tell(verb: str, meeting: Meeting, absence: ItemAbsence, *, by: Actor, now: datetime) -> None:
    record(
        meeting.collaboration_id,
        verb,
        subject(meeting),
        by=by,
        at=now,
        rule="R065",
        source="överenskommelsen § 5.1.3 och § 6.1.3",
        # Public when the minutes are approved, with them.
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        heading=absence.item.heading,
        person=absence.person.name,
        kind=AbsenceKind(absence.kind).label,
    )
