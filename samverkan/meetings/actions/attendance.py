"""Who took part in a meeting, as what and for whom."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Mission
from samverkan.bodies.queries import deciding_members_on
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.asides import obstacles_to_rows
from samverkan.meetings.actions.found import locked, named, subject
from samverkan.meetings.choices import MeetingStage, Part
from samverkan.meetings.models import Attendance, Meeting
from samverkan.people.models import Person


@dataclass(frozen=True)
class Attending:
    """One who was at a meeting: as what, and for which absent member's seat (a mission's id).

    Without points (their ids) they were there from beginning to end.
    """

    person_id: int
    part: Part = Part.DECIDING
    stands_for: int | None = None
    at_a_distance: bool = False
    arrived_at: int | None = None
    left_at: int | None = None


@transaction.atomic
def note_attendance(
    meeting_id: int,
    attending: Sequence[Attending],
    *,
    led_by: int | None,
    by: Actor,
    now: datetime,
) -> Meeting:
    """Write down who took part, as what and for whom, and who led the meeting.

    Raises StepRefused for substitutes who stand for nobody, and for deciding non-members.
    """
    meeting = locked(meeting_id)
    present = _present(meeting, attending)
    obstacles = rules.notes_open(MeetingStage(meeting.stage))
    if led_by is not None and led_by not in {one.person for one in present}:
        obstacles.append(Obstacle("leader_not_present"))
    rows = _rows(meeting, attending, present)
    refuse(
        [
            *obstacles,
            *named(rules.obstacles_to_attend(present)),
            *named(obstacles_to_rows(meeting, attending, rows)),
        ]
    )
    meeting.attendances.all().delete()
    Attendance.objects.bulk_create(rows)
    meeting.led_by_id = led_by
    meeting.save(update_fields=["led_by"])
    record(
        meeting.collaboration_id,
        "meeting.attendance_noted",
        subject(meeting),
        by=by,
        at=now,
        rule="R065",
        source="överenskommelsen § 5.1.3 och § 6.1.3",
        body=meeting.body.name,
        on=meeting.on,
        present=len(present),
    )
    return meeting


def _rows(
    meeting: Meeting, attending: Sequence[Attending], present: Sequence[rules.Present]
) -> list[Attendance]:
    points = {item.pk: item for item in meeting.items.all()}
    told = {one.person_id: one for one in attending}
    missions = Mission.objects.in_bulk([one.stands_for for one in present if one.stands_for])
    return [
        Attendance(
            meeting=meeting,
            person_id=one.person,
            principal_id=one.principal,
            part=one.part,
            stands_for=missions.get(one.stands_for or 0),
            position=position,
            at_a_distance=told[one.person].at_a_distance,
            arrived_at=points.get(told[one.person].arrived_at or 0),
            left_at=points.get(told[one.person].left_at or 0),
        )
        for position, one in enumerate(present)
    ]


def _present(meeting: Meeting, attending: Sequence[Attending]) -> list[rules.Present]:
    missions = list(Mission.objects.filter(body_id=meeting.body_id, period__contains=meeting.on))
    by_person: dict[int, list[Mission]] = defaultdict(list)
    for mission in missions:
        by_person[mission.person_id].append(mission)
    by_id = {mission.pk: mission for mission in missions}
    ordinary = deciding_members_on(meeting.body_id, meeting.on)
    ours = set(
        Person.objects.filter(
            pk__in=[one.person_id for one in attending],
            collaboration_id=meeting.collaboration_id,
        ).values_list("pk", flat=True)
    )
    present = []
    for one in attending:
        if one.person_id not in ours:
            continue
        stands_for = by_id.get(one.stands_for) if one.stands_for else None
        held = _held(by_person[one.person_id], stands_for)
        present.append(
            rules.Present(
                person=one.person_id,
                part=one.part,
                principal=held.principal_id if held else None,
                is_ordinary=one.person_id in ordinary,
                is_substitute=held is not None and held.kind == MissionKind.SUBSTITUTE,
                stands_for=stands_for.pk if stands_for else None,
                stands_for_principal=stands_for.principal_id if stands_for else None,
                stands_for_person=stands_for.person_id if stands_for else None,
                nominator=held.nominator_id if held else None,
                stands_for_nominator=stands_for.nominator_id if stands_for else None,
            )
        )
    return present


def _held(missions: list[Mission], stands_for: Mission | None) -> Mission | None:
    """Return in which of their missions someone takes part: one may sit for several."""
    if stands_for is not None:
        for mission in missions:
            if mission.holder_key == stands_for.holder_key:
                return mission
    return min(missions, key=lambda one: one.kind != MissionKind.ORDINARY, default=None)
