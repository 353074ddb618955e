"""Who was there for which point: read from the rows, and said as the minutes say it."""

from collections.abc import Iterable, Sequence

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Mission
from samverkan.meetings.choices import AbsenceKind, Part
from samverkan.meetings.models import Attendance, AttendanceOrder, Item, ItemAbsence, Meeting
from samverkan.meetings.rules.answering import Holder
from samverkan.meetings.rules.presence import Absence, Span, deciding_at
from samverkan.meetings.wording.presence import said_aside, said_point, said_presence

Rows = Iterable[Attendance]


def order_of(body_id: int) -> AttendanceOrder:
    """Return how a body takes part in its meetings; what nobody has agreed on is not so."""
    return AttendanceOrder.objects.filter(body_id=body_id).first() or AttendanceOrder(
        body_id=body_id
    )


def spans_of(meeting: Meeting, rows: Rows | None = None) -> list[Span]:
    """Return those at a meeting with what the rules ask about them; `rows` need not be saved."""
    if rows is None:
        rows = meeting.attendances.select_related("stands_for", "arrived_at", "left_at")
    ordinary: dict[int, set[Holder]] = {}
    substitute: dict[int, set[Holder]] = {}
    for held in Mission.objects.filter(body_id=meeting.body_id, period__contains=meeting.on):
        kept = ordinary if held.kind == MissionKind.ORDINARY else substitute
        kept.setdefault(held.person_id, set()).add(held.holder_key)
    return [
        Span(
            person=one.person_id,
            part=Part(one.part),
            holders=frozenset(
                {one.stands_for.holder_key}
                if one.stands_for
                else ordinary.get(one.person_id, set())
            ),
            substitute_for=frozenset(substitute.get(one.person_id, set())),
            first=one.arrived_at.position if one.arrived_at else None,
            until=one.left_at.position if one.left_at else None,
            at_a_distance=one.at_a_distance,
        )
        for one in rows
    ]


def absence_of(row: ItemAbsence) -> Absence:
    """Return an absence as the rules know it."""
    return Absence(row.person_id, row.stood_in_by_id)


def points_without_deciding(meeting: Meeting, items: Sequence[Item]) -> list[str]:
    """Return the headings of points, among some, that nobody took part in agreeing on (R291)."""
    spans = spans_of(meeting)
    return [
        item.heading
        for item in items
        if not deciding_at(item.position, spans, [absence_of(row) for row in item.absences.all()])
    ]


def presence_note(one: Attendance) -> str:
    """Return what the minutes add after a name: at a distance, from and until which point."""
    first, until = one.arrived_at, one.left_at
    return said_presence(
        at_a_distance=one.at_a_distance,
        first=said_point(first.number, first.heading) if first else "",
        until=said_point(until.number, until.heading) if until else "",
    )


def asides(item: Item) -> list[str]:
    """Return the sentences about those who took no part in a point."""
    return [
        said_aside(
            row.person.name,
            AbsenceKind(row.kind),
            row.stood_in_by.name if row.stood_in_by else "",
        )
        for row in item.absences.all()
    ]
