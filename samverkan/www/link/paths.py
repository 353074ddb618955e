"""The path inside the principal, and what came after its decision, told by the registrar."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import redirect

from samverkan.dispatches import wording
from samverkan.dispatches.actions import AlreadyRegistered, tell_legal_days, tell_path
from samverkan.dispatches.ways import Way, way_of
from samverkan.journal.obstacles import StepRefused
from samverkan.www.door import LOOK
from samverkan.www.forms import Form, typed
from samverkan.www.link import wording as said
from samverkan.www.link.door import Visit, registrars
from samverkan.www.link.framing import framed
from samverkan.www.link.path_forms import LegalDaysForm, PathForm, usual_of

MEANWHILE = ("path_told_meanwhile", "legal_days_meanwhile")


@registrars.open(*LOOK, "POST")
def path(visit: Visit) -> HttpResponse:
    """Show the path as it stands, and take in how it is told now."""
    dispatch = visit.link.dispatch
    way = way_of_visit(visit)
    form = PathForm(dispatch, way.rows, _sent(visit))

    def tell() -> object:
        reason = form.cleaned_data.get("reason", "")
        facts: dict[str, Any] = {"seen": _seen(visit), "reason": reason, "by": visit.by}
        return tell_path(dispatch.pk, typed(form, "path"), now=visit.now, **facts)

    facts = {"usual": usual_of(dispatch), "seen": way.told}
    return _answer(visit, form, tell, "www/link/path.html", done=said.PATH_KEPT, **facts)


@registrars.open(*LOOK, "POST")
def legal_days(visit: Visit) -> HttpResponse:
    """Show what is known after the decision, and take in what the principal tells."""
    dispatch = visit.link.dispatch
    if not way_of_visit(visit).legal and visit.request.method != "POST":
        return redirect(visit.url("show"))
    form = LegalDaysForm(dispatch, _sent(visit))

    def tell() -> object:
        facts: dict[str, Any] = {"seen": _seen(visit), "by": visit.by, "now": visit.now}
        return tell_legal_days(dispatch.pk, form.told(), **facts)

    facts = {"seen": dispatch.legal_days.count(), "not_notice": wording.NOT_NOTICE}
    template = "www/link/legal_days.html"
    return _answer(visit, form, tell, template, done=said.LEGAL_DAYS_KEPT, **facts)


def way_of_visit(visit: Visit) -> Way:
    """Return the path of the link's own dispatch."""
    dispatch = visit.link.dispatch
    return way_of(dispatch, reply_by=dispatch.recommendation.reply_by, today=visit.today)


def _answer(
    visit: Visit, form: Form, tell: Callable[[], object], template: str, *, done: str, **facts: Any
) -> HttpResponse:
    status = 200
    if visit.request.method == "POST":
        valid, status = form.is_valid(), 422
        if visit.forged():
            form.add_error(None, said.FORM_OUTDATED)
            status = 403
        elif visit.too_often("answer"):
            form.add_error(None, said.TOO_OFTEN)
            status = 429
        elif valid:
            try:
                tell()
            except AlreadyRegistered:
                messages.info(visit.request, said.STANDS)
                return _see(visit)
            except StepRefused as refusal:
                form.show(refusal)
                if any(one.code in MEANWHILE for one in refusal.obstacles):
                    status = 409
            else:
                messages.success(visit.request, done)
                return _see(visit)
    return framed(visit, template, status, {"form": form, "way": way_of_visit(visit), **facts})


def _see(visit: Visit) -> HttpResponse:
    response = HttpResponseRedirect(f"{visit.url('show')}#vagen")
    response.status_code = 303
    return response


def _sent(visit: Visit) -> QueryDict | None:
    return visit.request.POST if visit.request.method == "POST" else None


def _seen(visit: Visit) -> int:
    seen = visit.request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 5 else -1
