"""The pages behind a personal link; asking for one changes nothing, only a sent form does."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    entry_of,
    register_answer,
    register_answer_with_file,
)
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.comparing import withdrawal_of
from samverkan.dispatches.models import Answer, Dispatch
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import say
from samverkan.www.door import LOOK
from samverkan.www.link import wording
from samverkan.www.link.door import Visit, registrars
from samverkan.www.link.downloads import annexes_of
from samverkan.www.link.forms import StepForm, form_for
from samverkan.www.link.framing import framed
from samverkan.www.link.paths import way_of_visit
from samverkan.www.link.steps import Step, next_step, open_steps

# Somebody else's act that the sender has not seen.
MEANWHILE = ("answered_meanwhile", "text_meanwhile")


@registrars.open(*LOOK)
def show(visit: Visit) -> HttpResponse:
    """Show what was recommended, what is registered, and the most probable next step."""
    step = next_step(DispatchState(visit.link.dispatch.state))
    return _page(visit, step if step in _steps(visit.link.dispatch) else None)


@registrars.open(*LOOK, "POST")
def answer(visit: Visit, step: Step) -> HttpResponse:
    """Show the same with another step open, or take in what was sent."""
    if visit.request.method == "POST":
        return _take_in(visit, step)
    if step not in _steps(visit.link.dispatch):
        return redirect(visit.url("show"))
    return _page(visit, step)


@registrars.open(*LOOK)
def receipt(visit: Visit, number: int) -> HttpResponse:
    """Show what was registered once, with its place in the journal."""
    answers = _answers(visit.link.dispatch)
    if not 1 <= number <= len(answers):
        raise Http404
    told = answers[number - 1]
    context = {"answer": told, "entry": entry_of(told), "way": way_of_visit(visit)}
    return framed(visit, "www/link/receipt.html", 200, context)


@registrars.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _take_in(visit: Visit, step: Step) -> HttpResponse:
    sent = visit.request.POST, visit.request.FILES
    form = form_for(step, visit.link.dispatch, visit.today, *sent)
    if visit.refused_file and "extract" in form.fields:
        form.refuse_file(say(visit.refused_file))
    valid, status = form.is_valid(), 422
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        status = 403
    elif visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        status = 429
    elif valid:
        try:
            _register(visit, step, form)
        except AlreadyRegistered:
            messages.info(visit.request, wording.ALREADY)
            return _see_receipt(visit)
        except StepRefused as refusal:
            form.show(refusal)
            if any(one.code in MEANWHILE for one in refusal.obstacles):
                status = 409
        else:
            return _see_receipt(visit)
    if visit.request.FILES or visit.refused_file:
        form.ask_for_file_again()
    return _page(visit, step, form, status)


def _register(visit: Visit, step: Step, form: StepForm) -> Answer:
    upload = form.cleaned_data.get("extract")
    facts: dict[str, Any] = {
        "seen": _seen(visit),
        "seen_version": _number(visit, "version"),
        "correcting": step is Step.CORRECTED,
        "reason": form.cleaned_data.get("reason", ""),
        "extract_reason": form.cleaned_data.get("extract_reason", ""),
        "by": visit.by,
        "now": visit.now,
    }
    if not upload:
        return register_answer(visit.link.dispatch.pk, form.told(), **facts)
    return register_answer_with_file(
        visit.link.dispatch.pk, form.told(), name=upload.name, data=upload.read(), **facts
    )


def _see_receipt(visit: Visit) -> HttpResponse:
    """Answer 303: what comes next is asked for, never sent again."""
    number = visit.link.dispatch.answers.count()
    response = HttpResponseRedirect(visit.url("receipt", number))
    response.status_code = 303
    return response


def _page(
    visit: Visit, step: Step | None, form: StepForm | None = None, status: int = 200
) -> HttpResponse:
    dispatch = visit.link.dispatch
    if form is not None:
        dispatch.refresh_from_db()  # someone else may have answered meanwhile
    elif step is not None:
        form = form_for(step, dispatch, visit.today)
    answers = _answers(dispatch)
    context = {
        "answers": answers,
        "meanwhile": answers[_seen(visit) :] if status != 200 and _seen(visit) >= 0 else [],
        "annexes": annexes_of(dispatch),
        "way": way_of_visit(visit),
        "withdrawal": withdrawal_of(dispatch.recommendation),
        "earlier": dispatch.earlier_proposals.all() if dispatch.version > 1 else [],
        "form": form,
        "step": step,
        "action": visit.url(step) if step else "",
        "others": [
            (one.heading, f"{visit.url(one)}#steg") for one in _steps(dispatch) if one is not step
        ],
    }
    return framed(visit, "www/link/show.html", status, context)


def _answers(dispatch: Dispatch) -> list[Answer]:
    return list(dispatch.answers.select_related("extract", "corrected_by").order_by("pk"))


def _steps(dispatch: Dispatch) -> list[Step]:
    return open_steps(
        DispatchState(dispatch.state),
        answered=dispatch.answers_count > 0,
        answers_earlier=dispatch.answers_earlier,
        withdrawn=dispatch.recommendation.withdrawn_on is not None,
    )


def _seen(visit: Visit) -> int:
    """Return how many answers the sender had seen; -1 for what cannot be a number of answers."""
    seen = _number(visit, "seen")
    return -1 if seen is None else seen


def _number(visit: Visit, name: str) -> int | None:
    typed = visit.request.POST.get(name, "")
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) < 5 else None
