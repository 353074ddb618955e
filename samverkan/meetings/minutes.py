"""The minutes of a meeting as a text that can be frozen, shown and printed."""

from datetime import date

from samverkan.documents.texts import MinutesText, PointText, PresentText
from samverkan.meetings.choices import ItemKind, Outcome, Part
from samverkan.meetings.models import Adjunction, Attendance, Item, Meeting
from samverkan.meetings.presence import asides, presence_note


def minutes_text(
    meeting: Meeting,
    *,
    approved_by: str = "",
    title: str = "",
    approved_on: date | None = None,
    note: str = "",
) -> MinutesText:
    """Return the minutes of a meeting as it stands now (D3, source 002)."""
    attendances = list(
        meeting.attendances.select_related(
            "person", "principal", "stands_for__person", "arrived_at", "left_at"
        )
    )
    items = list(
        meeting.items.select_related("case", "clauses").prefetch_related(
            "clauses__clauses",
            "clauses__annexes",
            "adjunctions__person",
            "absences__person",
            "absences__stood_in_by",
        )
    )
    numbers = [item.number for item in items if item.number is not None]
    return {
        "body": meeting.body.name,
        "subject": "Sammanträdesanteckningar",
        "on": str(meeting.on),
        "time": meeting.starts_at.strftime("%H.%M") if meeting.starts_at else "",
        "place": meeting.place,
        "first_point": min(numbers, default=None),
        "last_point": max(numbers, default=None),
        "deciding": _present(attendances, Part.DECIDING),
        "rapporteurs": [one.person.name for one in attendances if one.part == Part.RAPPORTEUR],
        "secretaries": [one.person.name for one in attendances if one.part == Part.SECRETARY],
        "guests": [one.person.name for one in attendances if one.part == Part.GUEST],
        "points": [_point(item) for item in items],
        "approved_by": approved_by,
        "approver_title": title,
        "approved_on": str(approved_on) if approved_on else None,
        "approved_note": note,
        "source": meeting.source,
    }


HEADINGS = {
    Outcome.RECOMMENDED: "Rekommendation",
    Outcome.PROPOSED: "Förslag",
    Outcome.INNER_DECISION: "Beslut i organets egen fråga",
}


def _present(attendances: list[Attendance], part: Part) -> list[PresentText]:
    return [
        {
            "name": one.person.name,
            "party": one.person.party,
            "principal": one.principal.short_name if one.principal else "",
            "stands_for": one.stands_for.person.name if one.stands_for else "",
            "presence": presence_note(one),
        }
        for one in attendances
        if one.part == part
    ]


def _adjoined(one: Adjunction) -> str:
    return f"{one.person.name}, {one.capacity}" if one.capacity else one.person.name


def _point(item: Item) -> PointText:
    outcome = Outcome(item.outcome) if item.outcome else None
    clauses = item.clauses
    return {
        "number": item.number,
        "heading": item.heading,
        "kind": ItemKind(item.kind).label,
        "text": item.text,
        "adjoined": [_adjoined(one) for one in item.adjunctions.all()],
        "asides": asides(item),
        "decision_heading": HEADINGS.get(outcome, "") if outcome else "",
        "lead": clauses.lead if clauses else "",
        "clauses": [clause.text for clause in clauses.clauses.all()] if clauses else [],
        "annexes": [annex.name for annex in clauses.annexes.all()] if clauses else [],
        "outcome": outcome.label if outcome else "",
    }
