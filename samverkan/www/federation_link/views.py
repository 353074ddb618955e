"""The pages behind a federation's link; asking for one changes nothing, only a sent form does."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from samverkan.dispatches.actions import below, federation_link_of
from samverkan.dispatches.choices import FederationState
from samverkan.dispatches.models import FederationLink
from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.www import door
from samverkan.www.door import LOOK, Door
from samverkan.www.federation_link.forms import FORMS, HEADINGS, Step, labels, tell
from samverkan.www.forms import Form
from samverkan.www.link import wording

Visit = door.Visit[FederationLink]
federations = Door(federation_link_of, "federation", labels)
TOLD = "Beskedet är registrerat. Tack."


@federations.open(*LOOK)
def show(visit: Visit) -> HttpResponse:
    """Show what was recommended, what is told, and what can be told."""
    return _page(visit)


@federations.open(*LOOK, "POST")
def answer(visit: Visit, step: Step) -> HttpResponse:
    """Show the form of a step, or take in what was sent."""
    if visit.request.method != "POST":
        return _page(visit, step)
    form = FORMS[step](visit.request.POST)
    valid, status = form.is_valid(), 422
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        status = 403
    elif visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        status = 429
    elif valid:
        try:
            tell(step, visit.link.dispatch, form, by=visit.by, now=visit.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            messages.success(visit.request, TOLD)
            response = HttpResponseRedirect(visit.url("show"))
            response.status_code = 303
            return response
    return _page(visit, step, form, status)


@federations.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _page(
    visit: Visit, step: Step | None = None, form: Form | None = None, status: int = 200
) -> HttpResponse:
    dispatch = visit.link.dispatch
    dispatch.refresh_from_db(fields=["state"])
    open_ones = Step.open_in(FederationState(dispatch.state))
    if form is None and step in open_ones:
        form = FORMS[step]() if step else None
    recommendation = dispatch.recommendation
    context: dict[str, Any] = {
        "collaboration": recommendation.collaboration,
        "fresh": head_of(recommendation.collaboration),
        "recommendation": recommendation,
        "dispatch": dispatch,
        "members": below(dispatch, visit.today),
        "form": form,
        "heading": HEADINGS[step] if step else "",
        "action": visit.url(step) if step else "",
        "steps": [(HEADINGS[one], visit.url(one)) for one in open_ones if one is not step],
        "link": visit.link,
    }
    return render(visit.request, "www/federation_link/show.html", context, status=status)
