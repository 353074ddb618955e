"""The minutes of a meeting as a text that can be frozen, shown and printed."""

from collections.abc import Sequence
from datetime import date

from samverkan.bodies.choices import MinutesKind
from samverkan.documents.texts import (
    ApprovalText,
    MinutesText,
    NextMeetingText,
    PointText,
    PresentText,
    TableText,
    TaskText,
    VoiceText,
)
from samverkan.meetings.choices import ItemKind, Outcome, Part, VoiceKind
from samverkan.meetings.models import Adjunction, Attendance, Item, Meeting, Task, Voice
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
            "voices__person",
            "voices__principal",
            "tasks",
            "absences__person",
            "absences__stood_in_by",
        )
    )
    numbers = [item.number for item in items if item.number is not None]
    return {
        "body": meeting.body.name,
        "subject": MinutesKind(meeting.body.minutes_called).label,
        "on": str(meeting.on),
        "time": meeting.starts_at.strftime("%H.%M") if meeting.starts_at else "",
        "place": meeting.place,
        "first_point": min(numbers, default=None),
        "last_point": max(numbers, default=None),
        "deciding": _present(attendances, Part.DECIDING),
        "rapporteurs": [one.person.name for one in attendances if one.part == Part.RAPPORTEUR],
        "secretaries": [one.person.name for one in attendances if one.part == Part.SECRETARY],
        "guests": [one.person.name for one in attendances if one.part == Part.GUEST],
        "points": [_point(item, meeting.body.inner_sources) for item in items],
        "approved_by": approved_by,
        "approver_title": title,
        "approved_on": str(approved_on) if approved_on else None,
        "approved_note": note,
        "next_meeting": _next(meeting),
        "source": meeting.source,
    }


def approved_text(
    text: MinutesText, sha256: str, approvals: Sequence[ApprovalText], *, note: str = ""
) -> MinutesText:
    """Return a draft as approved: the same text, with who approved exactly that and when."""
    first = approvals[0]
    days = [one["on"] for one in approvals if one["on"]]
    return {
        **text,
        "approved_by": first["name"],
        "approver_title": first["title"],
        "approved_on": max(days, default=None),
        "approved_note": note,
        "approvals": list(approvals),
        "approved_sha256": sha256,
    }


def draft_within(text: MinutesText) -> MinutesText:
    """Return what was approved of approved minutes; its sum is `approved_sha256`."""
    draft: MinutesText = {
        **text,
        "approved_by": "",
        "approver_title": "",
        "approved_on": None,
        "approved_note": "",
    }
    draft.pop("approvals", None)
    draft.pop("approved_sha256", None)
    return draft


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


def _point(item: Item, sources: dict[str, str]) -> PointText:
    outcome = Outcome(item.outcome) if item.outcome else None
    clauses = item.clauses
    shown: dict[str, TableText] = {"table": item.table} if item.table else {}
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
        "inline": item.inline,
        "inner_kind": _inner_kind(item, sources),
        "voices": [_voice(one) for one in item.voices.all()],
        "tasks": [_task(one) for one in item.tasks.all() if not one.is_in_the_note],
        **shown,  # type: ignore[typeddict-item]
    }


def _inner_kind(item: Item, sources: dict[str, str]) -> str:
    """Return which of its own matters a body decided on, and where it stands that it may (R008)."""
    if not item.inner_kind:
        return ""
    source = sources.get(item.inner_kind, "")
    return f"{item.inner_kind}, {source}" if source else item.inner_kind


def _voice(one: Voice) -> VoiceText:
    return {"kind": VoiceKind(one.kind).label, "whose": one.whose, "text": one.text}


def _task(one: Task) -> TaskText:
    return {"what": one.what, "whom": one.whom, "due": one.due_words}


def _next(meeting: Meeting) -> NextMeetingText | None:
    if meeting.next_on is None:
        return None
    return {"on": str(meeting.next_on), "place": meeting.next_place}
