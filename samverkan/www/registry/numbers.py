"""A principal's own list of reference numbers, behind its link."""

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect

from samverkan.dispatches.receptions import waiting_at
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import say_all
from samverkan.www.door import LOOK
from samverkan.www.link import wording
from samverkan.www.registry import importing
from samverkan.www.registry.door import Visit, registries
from samverkan.www.registry.importing import NumbersForm, Shown
from samverkan.www.registry.listed import rendered


@registries.open(*LOOK, "POST")
def from_file(visit: Visit) -> HttpResponse:
    """Ask for a list, show what it would do, and read it in."""
    if visit.request.method != "POST":
        return _page(visit, NumbersForm())
    if visit.request.POST.get("do") == "import":
        return _carry_out(visit)
    form = NumbersForm(visit.request.POST, visit.request.FILES)
    valid = form.is_valid()
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        return _page(visit, form, status=403)
    if visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        return _page(visit, form, status=429)
    if not valid:
        return _page(visit, form, status=422)
    try:
        reading = importing.sent_file(form, one_principal=True)
    except StepRefused as refusal:
        form.show(refusal)
        return _page(visit, form, status=422)
    principal = visit.link.principal
    found = importing.shown(principal.collaboration_id, reading, principal)
    return _page(visit, NumbersForm(), found, status=422 if found.faults else 200)


@registries.open(*LOOK)
def template(visit: Visit, ending: str) -> HttpResponse:
    """Give a list to fill in."""
    if ending not in importing.KINDS:
        raise Http404
    lacking = waiting_at(visit.link.principal_id).filter(reference_number="")
    return importing.as_template(ending, list(lacking))


def _carry_out(visit: Visit) -> HttpResponse:
    principal, found, status = visit.link.principal, None, 409
    refused: list[str] = []
    try:
        reading = importing.sent_again(visit.request)
        found = importing.shown(principal.collaboration_id, reading, principal)
        if visit.forged():
            refused, status = [wording.FORM_OUTDATED], 403
        elif visit.too_often("answer"):
            refused, status = [wording.TOO_OFTEN], 429
        else:
            count = importing.carry_out(
                principal.collaboration_id, found, by=visit.by, now=visit.now
            )
            messages.success(visit.request, importing.said(count))
            answer = HttpResponseRedirect(visit.url("show"))
            answer.status_code = 303
            return answer
    except StepRefused as refusal:
        refused = say_all(refusal.obstacles)
    return _page(visit, NumbersForm(), found, refused, status=status)


def _page(
    visit: Visit,
    form: NumbersForm,
    found: Shown | None = None,
    refused: list[str] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"form": form, "found": found, "refused": refused or [], "most": importing.MOST}
    return rendered(visit, "www/registry/numbers.html", context, status)
