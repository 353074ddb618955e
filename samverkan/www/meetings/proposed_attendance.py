"""Where the attendance form begins: what was noted, else what people answered, else everybody."""

from collections.abc import Sequence

from samverkan.bodies.choices import DerivedPart, Office
from samverkan.bodies.models import Mission
from samverkan.bodies.queries import deciding_members_on, derived_people, officer_on
from samverkan.meetings.choices import Part, Reply
from samverkan.meetings.models import Meeting

Filled = dict[str, object]
THERE = (Reply.COMING, Reply.AT_A_DISTANCE)


def from_answers(meeting: Meeting, people: Sequence[int]) -> Filled:
    """Return what the form begins with when people have answered: those who come are there, and
    a substitute who is called and has not declined stands in for the absent member.
    """
    calls = list(meeting.calls.filter(revoked_at=None, person__in=people))
    if not any(call.reply for call in calls):
        return {}
    deciding = deciding_members_on(meeting.body_id, meeting.on)
    filled: Filled = {}
    for call in calls:
        key = f"p{call.person_id}"
        if call.instead_of_id and call.reply != Reply.ABSENT:
            filled[key] = f"{Part.DECIDING}:{call.instead_of_id}"
        elif call.reply in THERE:
            sits = call.person_id in deciding
            filled[key] = str(Part.DECIDING if sits else Part.GUEST)
        if call.reply == Reply.AT_A_DISTANCE:
            filled[f"d{call.person_id}"] = True
    return _with_leader(meeting, filled)


def everybody(meeting: Meeting, people: Sequence[int]) -> Filled:
    """Return the form with all deciding members there, except those who have apologised."""
    filled = from_answers(meeting, people)
    absent = set(
        meeting.calls.filter(reply=Reply.ABSENT, revoked_at=None).values_list("person", flat=True)
    )
    for pk in deciding_members_on(meeting.body_id, meeting.on) - absent:
        if pk in people:
            filled[f"p{pk}"] = str(Part.DECIDING)
    return _with_leader(meeting, filled)


def _with_leader(meeting: Meeting, filled: Filled) -> Filled:
    """Add who leads, and who is rapporteur by an office elsewhere (R061)."""
    there = {int(name[1:]) for name in filled if name.startswith("p")}
    for office in (Office.CHAIR, Office.VICE_CHAIR):
        officer = officer_on(meeting.body_id, office, meeting.on)
        if officer and officer.pk in there:
            filled.setdefault("led_by", str(officer.pk))
    rapporteurs = derived_people(meeting.body_id, meeting.on, DerivedPart.RAPPORTEUR)
    seated = Mission.objects.filter(body_id=meeting.body_id, period__contains=meeting.on)
    outside = rapporteurs - set(seated.values_list("person_id", flat=True))
    for row, pk in enumerate(sorted(outside), 1):
        filled[f"extra{row}"], filled[f"as{row}"] = str(pk), str(Part.RAPPORTEUR)
    return filled
