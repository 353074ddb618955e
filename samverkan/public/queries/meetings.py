"""What the list of meetings and the page of one meeting show."""

from datetime import date

from django.db.models import Q, QuerySet
from django.http import Http404

from samverkan.bodies.models import Body
from samverkan.dispatches.models import Recommendation
from samverkan.meetings import year
from samverkan.meetings.agenda_text import agenda_text
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Meeting, Minutes
from samverkan.meetings.queries import public_meetings
from samverkan.public.paging import Order, Row, Rows

ORDER = Order("on", "body__slug")
MOST_COMING = 50
FIELDS = ("on", "starts_at", "place", "stage", "body__slug", "body__name")
HELD = (MeetingStage.HELD, MeetingStage.REOPENED, MeetingStage.APPROVED)


def coming(collaboration_id: int, today: date, body: str) -> list[Row]:
    """Return the meetings that are called and still to come, the next first."""
    found = _of_body(public_meetings(collaboration_id), body)
    found = found.filter(on__gte=today).exclude(stage__in=HELD)
    return list(found.order_by("on", "body__slug").values(*FIELDS)[:MOST_COMING])


def held(collaboration_id: int, today: date, body: str) -> Rows:
    """Return the meetings that have been, as rows of a list."""
    found = _of_body(public_meetings(collaboration_id), body)
    rows: Rows = found.filter(Q(on__lt=today) | Q(stage__in=HELD)).values(*FIELDS)
    return rows


def body_options(collaboration_id: int) -> list[tuple[str, str]]:
    """Return the bodies of a collaboration that meet, as address and name."""
    meets = public_meetings(collaboration_id).values("body")
    found = Body.objects.filter(pk__in=meets, collaboration_id=collaboration_id)
    return [(body.slug, body.short) for body in found.only("slug", "name", "short_name")]


def meeting_of(collaboration_id: int, body: str, on: date) -> Meeting:
    """Return a body's meeting on a day.

    Raises Http404 when there is none that everybody may read about.
    """
    found = public_meetings(collaboration_id).select_related("body")
    meeting = found.filter(body__slug=body, on=on).first()
    if meeting is None:
        raise Http404
    return meeting


def moved_from(collaboration_id: int, body: str, on: date) -> Meeting | None:
    """Return which meeting an old address leads to."""
    return year.moved_from(public_meetings(collaboration_id), body, on)


def former_days(meeting: Meeting) -> list[date]:
    """Return the days that a meeting was moved from, the latest first, without those it has now."""
    days = meeting.former_days.exclude(on=meeting.on).order_by("-moved_at")
    return list(dict.fromkeys(days.values_list("on", flat=True)))


def minutes_of(meeting: Meeting) -> Minutes | None:
    """Return the approved minutes of a meeting, when there are any."""
    if meeting.stage != MeetingStage.APPROVED:
        return None
    return Minutes.objects.filter(meeting=meeting).first()


def agenda_of(meeting: Meeting) -> list[Row]:
    """Return the agenda of a meeting as it was last sent; what was said is public when approved."""
    last = meeting.summonses.order_by("-number").first()
    content = last.content if last else agenda_text(meeting)
    return [
        {
            "heading": point["heading"],
            "kind": point["kind"],
            "begins": point["begins"],
            "case_number": point["case_number"],
            "adjoined": point["guests"],
            "papers": [paper for paper in point["papers"] if not paper["members_only"]],
        }
        for point in content["points"]
    ]


def supplements_of(meeting: Meeting) -> list[Row]:
    """Return what has been told since the summons was sent, the last first."""
    found = meeting.summonses.filter(number__gt=1).order_by("-number")
    return list(found.values("number", "sent_at", "changes"))


def recommendations_from(meeting: Meeting) -> list[Row]:
    """Return what the meeting led to that the principals decide on."""
    found = Recommendation.objects.filter(item__meeting=meeting).order_by("point")
    return list(found.values("number", "title", "point", "dispatched_at", "case__number"))


def _of_body(found: QuerySet[Meeting], body: str) -> QuerySet[Meeting]:
    return found.filter(body__slug=body) if body else found
