"""The page where a meeting is moved to another day, time or place."""

from datetime import date

from django.http import HttpResponse

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import move_meeting
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.rules import agenda_open
from samverkan.www.calendar.forms import MoveForm
from samverkan.www.forms import typed
from samverkan.www.meetings.forms import meeting_title
from samverkan.www.meetings.views import crumbs, find_meeting
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


@step
def move(work: Workspace, body: str, on: date) -> HttpResponse:
    meeting = find_meeting(work, body, on)
    require(work.user, Act.MOVE, meeting, work.today)
    initial = {name: getattr(meeting, name) for name in ("on", "starts_at", "place")}
    form = MoveForm(work.sent, initial=initial)
    if work.posted and form.is_valid():
        try:
            moved = move_meeting(
                meeting.pk,
                on=typed(form, "on"),
                starts_at=typed(form, "starts_at"),
                place=typed(form, "place"),
                reason=typed(form, "reason"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Mötet är nu {meeting_title(meeting.body, moved.on)}."
            return work.done(said, work.url("meeting", body, moved.on))
    return work.page(
        "meetings/move.html",
        *crumbs(work, meeting, "Flytta mötet"),
        meeting=meeting,
        form=form,
        obstacles=explained(work, agenda_open(MeetingStage(meeting.stage))),
    )
