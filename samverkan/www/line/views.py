"""What a line function sees and sends by its link; asking for a page changes nothing."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render

from samverkan.cases.actions import note_line_entry
from samverkan.cases.choices import LiftState
from samverkan.cases.models import LineEntry
from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.www.cases.climbing_forms import SaidForm
from samverkan.www.door import LOOK
from samverkan.www.line.door import Visit, lines
from samverkan.www.link import wording


@lines.open(*LOOK, "POST")
def answer(visit: Visit) -> HttpResponse:
    """Show what the case is about and the line's answer, or take in what was sent."""
    entry = visit.link.entry
    if visit.request.method == "POST":
        return _take_in(visit, entry)
    known = {name: getattr(entry, name) for name in SaidForm.base_fields}
    return _page(visit, SaidForm(initial=known))


@lines.open(*LOOK)
def receipt(visit: Visit) -> HttpResponse:
    """Show what the line has answered."""
    if not visit.link.entry.answered_at:
        return redirect(visit.url("show"))
    return _render(visit, "www/line/receipt.html", 200, {})


@lines.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _take_in(visit: Visit, entry: LineEntry) -> HttpResponse:
    form, status = SaidForm(visit.request.POST), 422
    valid = form.is_valid()
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        status = 403
    elif visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        status = 429
    elif valid:
        try:
            note_line_entry(
                entry.pk, form.said(), seen=_seen(visit), by_link=True, by=visit.by, now=visit.now
            )
        except StepRefused as refusal:
            form.show(refusal)
            codes = {one.code for one in refusal.obstacles}
            status = 409 if codes & {"line_changed_meanwhile", "lift_has_ended"} else 422
            entry.refresh_from_db()
        else:
            response = HttpResponseRedirect(visit.url("receipt"))
            response.status_code = 303
            return response
    return _page(visit, form, status)


def _page(visit: Visit, form: SaidForm, status: int = 200) -> HttpResponse:
    return _render(visit, "www/line/show.html", status, {"form": form})


def _render(visit: Visit, template: str, status: int, context: dict[str, Any]) -> HttpResponse:
    entry = visit.link.entry
    lift = entry.lift
    shared = {
        "collaboration": lift.case.collaboration,
        "fresh": head_of(lift.case.collaboration),
        "entry": entry,
        "lift": lift,
        "case": lift.case,
        "link": visit.link,
        "token": visit.token,
        "is_open": lift.state == LiftState.OPEN,
    }
    return render(visit.request, template, shared | context, status=status)


def _seen(visit: Visit) -> int:
    """Return how many answers the sender had seen; -1 for what cannot be a number of answers."""
    seen = visit.request.POST.get("seen", "")
    return int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 5 else -1
