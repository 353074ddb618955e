"""What the named function sees and sends by its link; asking for a page changes nothing."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from samverkan.dispatches.carrying_out import carrying_out
from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import say
from samverkan.www.door import LOOK
from samverkan.www.execution_link.door import Visit, executors
from samverkan.www.executions.steps import Step, form_for, number, open_steps, take
from samverkan.www.forms import Form
from samverkan.www.link import wording


@executors.open(*LOOK)
def show(visit: Visit) -> HttpResponse:
    """Show what is to be carried out, and the most probable step."""
    steps = _steps(visit)
    return _page(visit, steps[0] if steps else None)


@executors.open(*LOOK, "POST")
def tell(visit: Visit, step: Step) -> HttpResponse:
    """Show the same with another step open, or take in what was sent."""
    if visit.request.method == "POST":
        return _take_in(visit, step)
    if step not in _steps(visit):
        return redirect(visit.url("show"))
    return _page(visit, step)


@executors.open(*LOOK)
def receipt(visit: Visit) -> HttpResponse:
    """Show what was told last."""
    notes = list(visit.link.execution.notes.select_related("document"))
    return _render(visit, "www/execution_link/receipt.html", 200, {"note": notes[-1]})


@executors.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _take_in(visit: Visit, step: Step) -> HttpResponse:
    form, status = form_for(step, visit.today, visit.request.POST, visit.request.FILES), 422
    if visit.refused_file and "file" in form.fields:
        form.fields["file"].required = True
        form.fields["file"].error_messages["required"] = say(visit.refused_file)
    valid = form.is_valid()
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        status = 403
    elif visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        status = 429
    elif valid:
        facts: dict[str, Any] = {
            "seen": number(visit.request.POST.get("seen", "")),
            "by": visit.by,
            "now": visit.now,
        }
        try:
            take(step, visit.link.execution, form, facts)
        except StepRefused as refusal:
            form.show(refusal)
            codes = {one.code for one in refusal.obstacles}
            status = 409 if "execution_changed_meanwhile" in codes else 422
        else:
            response = HttpResponseRedirect(visit.url("receipt"))
            response.status_code = 303
            return response
    visit.link.execution.refresh_from_db(fields=["state", "notes_count", "due_on", "line"])
    return _page(visit, step, form, status)


def _page(
    visit: Visit, step: Step | None, form: Form | None = None, status: int = 200
) -> HttpResponse:
    if form is None and step is not None:
        form = form_for(step, visit.today)
    others = [(one.heading, f"{visit.url(one)}#steg") for one in _steps(visit) if one is not step]
    context = {
        "form": form,
        "step": step,
        "action": visit.url(step) if step else "",
        "others": others,
    }
    return _render(visit, "www/execution_link/show.html", status, context)


def _render(visit: Visit, template: str, status: int, context: dict[str, Any]) -> HttpResponse:
    execution = visit.link.execution
    dispatch = execution.dispatch
    dispatch.execution = execution
    shared = {
        "collaboration": visit.link.collaboration,
        "fresh": head_of(visit.link.collaboration),
        "one": carrying_out(dispatch, visit.today),
        "dispatch": dispatch,
        "recommendation": dispatch.recommendation,
        "link": visit.link,
        "token": visit.token,
        "approved": dispatch.state == "approved",
    }
    return render(visit.request, template, shared | context, status=status)


def _steps(visit: Visit) -> list[Step]:
    execution = visit.link.execution
    return open_steps(execution, execution.dispatch.state)
