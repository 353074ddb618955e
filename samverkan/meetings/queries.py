"""Questions about meetings."""

from datetime import date

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet

from samverkan.cases.queries import is_member
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Meeting, MinutesApproval, MinutesDraft
from samverkan.people.permissions import Visitor


def public_meetings(collaboration_id: int) -> QuerySet[Meeting]:
    """Return the meetings that everyone may read about: from the day the summons is sent."""
    # One that was cancelled before anybody was called has never been anybody else's matter.
    return Meeting.objects.filter(collaboration_id=collaboration_id).exclude(
        Q(stage=MeetingStage.PLANNED) | Q(stage=MeetingStage.CANCELLED, called_at=None)
    )


def meetings_visible_to(user: Visitor, collaboration_id: int, on: date) -> QuerySet[Meeting]:
    """Return the meetings that someone may read about: members also those being planned."""
    if is_member(user, collaboration_id, on):
        return Meeting.objects.filter(collaboration_id=collaboration_id)
    return public_meetings(collaboration_id)


def has_minutes_to_approve(person_id: int, collaboration_id: int) -> bool:
    """Return whether someone has minutes to approve, from whatever time.

    The duty to approve (R304) outlives the chair's own term.
    """
    return minutes_to_approve(person_id, collaboration_id).exists()


def minutes_to_approve(person_id: int, collaboration_id: int) -> QuerySet[Meeting]:
    """Return the closed meetings that wait for somebody's approval.

    They are chosen, or nobody is chosen yet and they led it.
    """
    waiting = MinutesDraft.objects.filter(meeting=OuterRef("pk"), ended_at=None)
    theirs = waiting.filter(approvals__person=person_id, approvals__approved_at=None)
    led = Q(led_by=person_id) & ~Exists(waiting)
    held = Meeting.objects.filter(collaboration_id=collaboration_id, stage=MeetingStage.HELD)
    return held.filter(Exists(theirs) | led)


def with_adjusters(meetings: QuerySet[Meeting]) -> QuerySet[Meeting]:
    """Return meetings with the draft that waits, and those who have not approved it."""
    left = MinutesApproval.objects.filter(approved_at=None).select_related("person")
    drafts = MinutesDraft.objects.filter(ended_at=None).prefetch_related(
        Prefetch("approvals", left, to_attr="left")
    )
    return meetings.prefetch_related(Prefetch("drafts", drafts, to_attr="waiting"))


def next_open_meeting(body_id: int, on: date) -> Meeting | None:
    """Return the body's next meeting from a day that has not been held."""
    return (
        Meeting.objects.filter(
            body_id=body_id,
            on__gte=on,
            stage__in=[MeetingStage.PLANNED, MeetingStage.CALLED],
        )
        .select_related("body", "collaboration")
        .order_by("on")
        .first()
    )
