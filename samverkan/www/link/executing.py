"""After bifall: the registrar may name who carries it out, by the same link."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from samverkan.dispatches.actions import name_execution
from samverkan.dispatches.carrying_out import carrying_out
from samverkan.dispatches.choices import DispatchState
from samverkan.journal.obstacles import StepRefused
from samverkan.www.door import LOOK
from samverkan.www.executions.forms import NameForm
from samverkan.www.executions.steps import number
from samverkan.www.link import wording
from samverkan.www.link.door import Visit, registrars

NAMED = "Den som ansvarar för genomförandet är namngiven."


@registrars.open(*LOOK, "POST")
def name(visit: Visit) -> HttpResponse:
    """Show the form for a function and a day, or take in what was sent."""
    dispatch = visit.link.dispatch
    if dispatch.state != DispatchState.APPROVED:
        return redirect(visit.url("show"))
    present = carrying_out(dispatch, visit.today).execution
    posted = visit.request.method == "POST"
    form = NameForm(present, visit.request.POST if posted else None)
    status = 200
    if posted:
        status = _take_in(visit, form)
        if status == 303:
            messages.success(visit.request, NAMED)
            response = redirect(visit.url("show"))
            response.status_code = 303
            return response
    context = {
        "collaboration": visit.link.collaboration,
        "recommendation": dispatch.recommendation,
        "dispatch": dispatch,
        "form": form,
        "seen": present.notes_count if present else 0,
        "token": visit.token,
    }
    return render(visit.request, "www/link/name_execution.html", context, status=status)


def _take_in(visit: Visit, form: NameForm) -> int:
    """Return 303 when it is done, and else how the page is answered."""
    valid = form.is_valid()
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        return 403
    if visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        return 429
    if not valid:
        return 422
    try:
        name_execution(
            visit.link.dispatch_id,
            form.named(),
            reason=form.cleaned_data.get("reason", ""),
            seen=number(visit.request.POST.get("seen", "")),
            by=visit.by,
            now=visit.now,
        )
    except StepRefused as refusal:
        form.show(refusal)
        codes = {one.code for one in refusal.obstacles}
        return 409 if "execution_changed_meanwhile" in codes else 422
    return 303
