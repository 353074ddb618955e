"""A registrar tells that the matter does not concern the principal, or that it does after all."""

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from samverkan.dispatches.actions import note_concerned, note_not_concerned
from samverkan.dispatches.choices import DispatchState
from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.www.dispatches.concern import ConcernForm
from samverkan.www.door import LOOK
from samverkan.www.forms import typed
from samverkan.www.link import wording
from samverkan.www.link.door import Visit, registrars

TOLD = {
    True: "Det är registrerat att frågan berör er.",
    False: "Det är registrerat att frågan inte berör er. Ni får inga påminnelser.",
}


@registrars.open(*LOOK, "POST")
def concern(visit: Visit) -> HttpResponse:
    """Show the form, or take in what was sent."""
    apart = visit.link.dispatch.state == DispatchState.NOT_CONCERNED
    if visit.request.method != "POST":
        return _page(visit, ConcernForm(), apart)
    form = ConcernForm(visit.request.POST)
    valid, status = form.is_valid(), 422
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        status = 403
    elif visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        status = 429
    elif valid:
        act = note_concerned if visit.request.POST.get("berors") == "ja" else note_not_concerned
        reason = typed(form, "reason")
        try:
            act(visit.link.dispatch.pk, reason=reason, by=visit.by, now=visit.now)
        except StepRefused as refusal:
            form.show(refusal)
            status = 409
        else:
            messages.success(visit.request, TOLD[act is note_concerned])
            response = HttpResponseRedirect(visit.url("show"))
            response.status_code = 303
            return response
    return _page(visit, form, apart, status)


def _page(visit: Visit, form: ConcernForm, apart: bool, status: int = 200) -> HttpResponse:
    recommendation = visit.link.dispatch.recommendation
    context = {
        "collaboration": recommendation.collaboration,
        "fresh": head_of(recommendation.collaboration),
        "recommendation": recommendation,
        "dispatch": visit.link.dispatch,
        "form": form,
        "apart": apart,
        "token": visit.token,
    }
    return render(visit.request, "www/link/concern.html", context, status=status)
