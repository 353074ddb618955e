"""Behind the link: a decision on an earlier text is confirmed; earlier proposals are fetched."""

from django.http import Http404, HttpResponse, HttpResponseRedirect

from samverkan.dispatches.actions import confirm_answer
from samverkan.dispatches.comparing import differences_between, texts_of
from samverkan.dispatches.models import EarlierProposal
from samverkan.documents.pdf import NotPrinted, proposal_pdf
from samverkan.journal.obstacles import StepRefused
from samverkan.www.door import LOOK, stop
from samverkan.www.forms import Form, line, typed
from samverkan.www.link import wording
from samverkan.www.link.door import Visit, registrars
from samverkan.www.link.framing import framed


class ConfirmForm(Form):
    comment = line("Kommentar", 500, hint="Till exempel vem hos er som har sett den nya texten.")


@registrars.open(*LOOK, "POST")
def confirm(visit: Visit) -> HttpResponse:
    """Show what has changed, or take in that the decision stands."""
    dispatch = visit.link.dispatch
    posted = visit.request.method == "POST"
    form = ConfirmForm(visit.request.POST if posted else None)
    status = 200
    if posted:
        status = 422
        if visit.forged():
            form.add_error(None, wording.FORM_OUTDATED)
            status = 403
        elif visit.too_often("answer"):
            form.add_error(None, wording.TOO_OFTEN)
            status = 429
        elif form.is_valid():
            seen = visit.request.POST.get("version", "")
            try:
                confirm_answer(
                    dispatch.pk,
                    seen_version=int(seen) if seen.isdecimal() and len(seen) < 5 else -1,
                    comment=typed(form, "comment"),
                    by=visit.by,
                    now=visit.now,
                )
            except StepRefused as refusal:
                form.show(refusal)
                dispatch.refresh_from_db()
            else:
                response = HttpResponseRedirect(visit.url("show"))
                response.status_code = 303
                return response
    return _show(visit, form, status)


def _show(visit: Visit, form: ConfirmForm, status: int) -> HttpResponse:
    dispatch = visit.link.dispatch
    versions = texts_of(dispatch.recommendation)
    older = next((one for one in versions if one.number == dispatch.decided_version), None)
    context = {
        "form": form,
        "older": older,
        "newer": versions[-1] if versions else None,
        "differences": differences_between(older, versions[-1]) if older else [],
    }
    return framed(visit, "www/link/confirm.html", status, context)


@registrars.open(*LOOK)
def earlier(visit: Visit, version: int) -> HttpResponse:
    """Give the decision proposal of an earlier version as a PDF, as it was sent."""
    kept = EarlierProposal.objects.filter(dispatch=visit.link.dispatch, version=version).first()
    if kept is None:
        raise Http404
    if visit.too_often("print"):
        return stop(visit.request, wording.PRINTED_TOO_OFTEN, 429, visit.link)
    try:
        printed = proposal_pdf(kept.proposal)
    except NotPrinted as failure:
        raise Http404 from failure
    number = visit.link.dispatch.recommendation.number
    name = f"forslag-{number}-version-{version}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)
