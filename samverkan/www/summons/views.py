"""The pages behind the link in a summons; to look changes nothing, only a sent form does."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import answer_call
from samverkan.meetings.choices import Reply
from samverkan.meetings.presence import order_of
from samverkan.meetings.rules import BEFORE_HELD
from samverkan.www.door import LOOK
from samverkan.www.forms import typed
from samverkan.www.link.wording import FORM_OUTDATED, TOO_OFTEN
from samverkan.www.summons.door import Visit, called
from samverkan.www.summons.forms import AnswerForm
from samverkan.www.summons.shown import capacity_of, points_of


@called.open(*LOOK)
def show(visit: Visit) -> HttpResponse:
    """Show the meeting, what one is there, and the form to answer in."""
    return _page(visit, _form(visit))


@called.open(*LOOK, "POST")
def answer(visit: Visit) -> HttpResponse:
    """Take in an answer, or show again what was wrong with it."""
    if visit.request.method != "POST":
        return redirect(visit.url("show"))
    form = _form(visit, visit.request.POST)
    valid, status = form.is_valid(), 422
    if visit.forged():
        form.add_error(None, FORM_OUTDATED)
        status = 403
    elif visit.too_often("answer"):
        form.add_error(None, TOO_OFTEN)
        status = 429
    elif valid:
        try:
            answer_call(
                visit.link.pk,
                Reply(typed(form, "reply")),
                note=typed(form, "note"),
                by=visit.by,
                now=visit.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return _see_receipt(visit)
    visit.link.meeting.refresh_from_db()
    return _page(visit, form, status)


@called.open(*LOOK)
def receipt(visit: Visit) -> HttpResponse:
    """Show what was answered, and that it can be changed."""
    if not visit.link.reply:
        return redirect(visit.url("show"))
    return _render(visit, "www/summons/receipt.html", 200, {"note": visit.link.note})


@called.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _see_receipt(visit: Visit) -> HttpResponse:
    response = HttpResponseRedirect(visit.url("receipt"))
    response.status_code = 303
    return response


def _form(visit: Visit, *sent: Any) -> AnswerForm:
    allowed = order_of(visit.link.meeting.body_id).distance_allowed
    return AnswerForm(visit.link, allowed, *sent)


def _page(visit: Visit, form: AnswerForm, status: int = 200) -> HttpResponse:
    context = {
        "form": form,
        "points": points_of(visit.link),
        "is_public": visit.link.meeting.called_at is not None,
    }
    return _render(visit, "www/summons/show.html", status, context)


def _render(visit: Visit, template: str, status: int, context: dict[str, Any]) -> HttpResponse:
    meeting = visit.link.meeting
    shared = {
        "collaboration": meeting.collaboration,
        "fresh": head_of(meeting.collaboration),
        "call": visit.link,
        "meeting": meeting,
        "capacity": capacity_of(visit.link),
        "is_open": meeting.stage in BEFORE_HELD,
        "token": visit.token,
    }
    return render(visit.request, template, shared | context, status=status)
