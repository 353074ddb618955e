"""What a summons says to the one who is called: in which capacity, and about which points."""

from dataclasses import dataclass

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.models import Mission
from samverkan.bodies.queries import derived_people
from samverkan.meetings.models import Call, Item


def capacity_of(call: Call) -> str:
    """Return in a sentence as what someone is called, and for whom."""
    if call.instead_of is not None:
        return f"Du kallas som ersättare i stället för {call.instead_of.person.name}."
    meeting = call.meeting
    held = Mission.objects.filter(
        body_id=meeting.body_id, person_id=call.person_id, period__contains=meeting.on
    ).select_related("principal", "nominator")
    missions = sorted(held, key=lambda one: one.kind != MissionKind.ORDINARY)
    if not missions:
        by_office = call.person_id in derived_people(meeting.body_id, meeting.on)
        return "Du har en plats genom ett annat uppdrag." if by_office else "Du är inbjuden."
    whose = [_whose(one) for one in missions if one.kind == missions[0].kind and one.holder]
    behalf = f" för {' och '.join(whose)}" if whose else ""
    if missions[0].kind == MissionKind.ORDINARY:
        return f"Du är ordinarie ledamot{behalf}."
    return (
        f"Du är ersättare{behalf}. Du är inte kallad i någons ställe just nu; blir du det får du "
        "ett mejl."
    )


def _whose(mission: Mission) -> str:
    return mission.principal.short_name if mission.principal else str(mission.nominator)


@dataclass(frozen=True)
class Point:
    """One point of the agenda as a summons shows it."""

    heading: str
    kind: str
    about: str
    case: str


def points_of(call: Call) -> list[Point]:
    """Return the agenda in its order; what was said at the meeting is for the minutes."""
    items = Item.objects.filter(meeting=call.meeting_id).select_related("case")
    return [
        Point(
            heading=item.heading,
            kind="" if item.kind == "formal" else item.get_kind_display(),
            about=item.case.question if item.case else "",
            case=item.case.number if item.case else "",
        )
        for item in items.order_by("position")
    ]
