"""What follows a meeting, as its pages and the link show it: its approval, and its tasks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from samverkan.bodies.rules.differences import Difference
from samverkan.documents.texts import MinutesText, digest
from samverkan.meetings.actions import open_draft
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.minutes import minutes_text
from samverkan.meetings.models import (
    Meeting,
    MinutesApproval,
    MinutesComment,
    MinutesDraft,
    Task,
)
from samverkan.meetings.rules import changed_parts, days_late
from samverkan.www.desk.queries import led_bodies
from samverkan.www.pages import Workspace


@dataclass(frozen=True)
class Approval:
    """The latest draft with who approves it and what they wrote; `late` in days."""

    draft: MinutesDraft
    approvals: list[MinutesApproval]
    comments: list[MinutesComment]
    late: int
    is_open: bool


def approval_of(work: Workspace, meeting: Meeting) -> Approval | None:
    """Return how far the approval has come, for those who work with the meeting's minutes."""
    if meeting.stage not in (MeetingStage.HELD, MeetingStage.REOPENED):
        return None
    return latest(meeting, work.today)


def latest(meeting: Meeting, today: date) -> Approval | None:
    """Return the approval of the latest draft, whether it holds or has ended."""
    draft = meeting.drafts.order_by("-number").first()
    if draft is None:
        return None
    approvals = list(draft.approvals.select_related("person"))
    left = any(one.approved_at is None for one in approvals)
    return Approval(
        draft,
        approvals,
        comments=list(
            MinutesComment.objects.filter(draft__meeting=meeting).select_related("person", "draft")
        ),
        late=days_late(draft.due_on, today) if left else 0,
        is_open=draft.ended_at is None,
    )


def text_to_approve(meeting: Meeting) -> tuple[MinutesText, str]:
    """Return the text that is approved, and its sum: the draft's, or as the points give it."""
    draft = open_draft(meeting)
    if draft is not None:
        return draft.content, draft.sha256
    text = minutes_text(meeting)
    return text, digest(text)


def changed_since(meeting: Meeting, seen: str) -> list[Difference]:
    """Return the parts that are other now than in the draft with that sum."""
    older = meeting.drafts.filter(sha256=seen).order_by("-number").first() if seen else None
    text, sha256 = text_to_approve(meeting)
    return changed_parts(older.content, text) if older and older.sha256 != sha256 else []


def changed_in(draft: MinutesDraft) -> list[Difference]:
    """Return the parts that are other in a draft than in the one before it."""
    before: Any = MinutesDraft.objects.filter(meeting=draft.meeting_id, number=draft.number - 1)
    older = before.first()
    return changed_parts(older.content, draft.content) if older else []


def followed(work: Workspace, tasks: Iterable[Task]) -> list[tuple[Task, bool]]:
    """Return tasks, each with whether this person may report it (permissions: FOLLOW_TASKS)."""
    led = led_bodies(work.person_id, work.collaboration.pk, work.today)
    return [
        (one, work.coordinates or one.person_id == work.person_id or one.body_id in led)
        for one in tasks
    ]
