"""The pages behind an adjuster's link; asking for one changes nothing, only a sent form does."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from samverkan.documents.pdf import NotPrinted, minutes_pdf
from samverkan.documents.wording import DEMONSTRATION
from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import approve_minutes, comment_on_minutes
from samverkan.meetings.actions.approvals import approval_link_of
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import ApprovalLink
from samverkan.www import door
from samverkan.www.adjuster.forms import labels
from samverkan.www.door import LOOK, Door, stop
from samverkan.www.forms import Form
from samverkan.www.link import wording
from samverkan.www.meetings.adjusting import Approval, changed_in, changed_since, latest
from samverkan.www.meetings.approval import CommentForm

Visit = door.Visit[ApprovalLink]
adjusters = Door(approval_link_of, "adjuster", labels)


@adjusters.open(*LOOK)
def show(visit: Visit) -> HttpResponse:
    """Show the draft that waits, how far it has come, and how to approve it or comment."""
    return _page(visit)


@adjusters.open(*LOOK, "POST")
def approve(visit: Visit) -> HttpResponse:
    """Take in an approval of exactly the text that was read."""
    if visit.request.method != "POST":
        return _back(visit)
    form, seen = Form(visit.request.POST), visit.request.POST.get("seen", "")
    if status := _stopped(visit, form):
        return _page(visit, refused=form, status=status)
    try:
        minutes = approve_minutes(
            visit.link.meeting_id,
            approver=visit.link.person_id,
            approved_on=visit.today,
            seen=seen or "unknown",
            by=visit.by,
            now=visit.now,
        )
    except StepRefused as refusal:
        form.show(refusal)
        return _page(visit, refused=form, status=409, seen=seen)
    said = "Anteckningarna är justerade." if minutes else "Din justering är antecknad."
    messages.success(visit.request, said)
    return _back(visit)


@adjusters.open(*LOOK, "POST")
def comment(visit: Visit) -> HttpResponse:
    """Take in a comment on the draft."""
    if visit.request.method != "POST":
        return _back(visit)
    form = CommentForm(visit.request.POST)
    valid, status = form.is_valid(), _stopped(visit, form)
    if valid and not status:
        try:
            comment_on_minutes(
                visit.link.meeting_id,
                form.cleaned_data["text"],
                adjuster=visit.link.person_id,
                by=visit.by,
                now=visit.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            messages.success(visit.request, "Synpunkten är lämnad till sekreteraren.")
            return _back(visit)
    return _page(visit, form, status=status or 422)


@adjusters.open(*LOOK)
def draft(visit: Visit) -> HttpResponse:
    """Give the draft that waits as a PDF."""
    approval = latest(visit.link.meeting, visit.today)
    if approval is None or _state(visit, approval) not in ("waiting", "done"):
        raise Http404
    if visit.too_often("print"):
        return stop(visit.request, wording.PRINTED_TOO_OFTEN, 429, visit.link)
    notice = DEMONSTRATION if visit.link.collaboration.is_demo else ""
    try:
        printed = minutes_pdf(approval.draft.content, notice=notice)
    except NotPrinted:
        messages.warning(visit.request, "PDF-filen kunde inte skapas just nu. Texten står nedan.")
        return _back(visit)
    name = f"utkast-{approval.draft.number}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)


@adjusters.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _stopped(visit: Visit, form: Form) -> int:
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        return 403
    if visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        return 429
    return 0


def _back(visit: Visit) -> HttpResponse:
    """Answer 303: what comes next is asked for, never sent again."""
    response = HttpResponseRedirect(visit.url("show"))
    response.status_code = 303
    return response


def _state(visit: Visit, approval: Approval | None) -> str:
    """Return where the adjuster stands: waiting, done, other, closed or approved."""
    if visit.link.meeting.stage == MeetingStage.APPROVED:
        return "approved"
    if approval is None or not approval.is_open:
        return "closed"
    mine = [one for one in approval.approvals if one.person_id == visit.link.person_id]
    if not mine:
        return "other"
    return "done" if mine[0].approved_at else "waiting"


def _page(
    visit: Visit,
    form: CommentForm | None = None,
    *,
    refused: Form | None = None,
    status: int = 200,
    seen: str = "",
) -> HttpResponse:
    meeting = visit.link.meeting
    meeting.refresh_from_db(fields=["stage"])  # someone else may have written meanwhile
    approval = latest(meeting, visit.today)
    context: dict[str, Any] = {
        "collaboration": meeting.collaboration,
        "fresh": head_of(meeting.collaboration),
        "meeting": meeting,
        "person": visit.link.person,
        "link": visit.link,
        "token": visit.token,
        "state": _state(visit, approval),
        "approval": approval,
        "form": form or CommentForm(),
    }
    if approval and approval.is_open:
        mine = (one for one in approval.approvals if one.person_id == visit.link.person_id)
        context |= {
            "mine": next(mine, None),
            "text": approval.draft.content,
            "seen": approval.draft.sha256,
            "since_before": changed_in(approval.draft),
            "changed": changed_since(meeting, seen),
        }
    if refused is not None:
        context["refused"] = refused
    return render(visit.request, "www/adjuster/show.html", context, status=status)
