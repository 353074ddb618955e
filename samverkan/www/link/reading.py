"""Two steps instead of typing: the extract is read, and what it says is put right and confirmed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    confirm_extract,
    read_extract,
    remarks_of,
)
from samverkan.dispatches.models import ExtractReading
from samverkan.dispatches.wording.reading import NOTHING, UNREAD
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import say, say_all
from samverkan.www.door import LOOK
from samverkan.www.forms import Form
from samverkan.www.link import wording
from samverkan.www.link.door import Visit, registrars
from samverkan.www.link.reading_forms import ExtractForm, confirm_form, is_correcting

READ = "www/link/read_extract.html"
CONFIRM = "www/link/confirm_extract.html"


@registrars.open(*LOOK, "POST")
def read(visit: Visit) -> HttpResponse:
    """Ask for the extract, or read what was sent."""
    if visit.request.method != "POST":
        return _page(visit, READ, ExtractForm())
    form = ExtractForm(visit.request.POST, visit.request.FILES)
    if visit.refused_file:
        form.refuse(say(visit.refused_file))
    valid = form.is_valid()
    status = _stopped(visit, form)
    if not status and valid:
        sent = form.cleaned_data["extract"]
        facts = {"name": sent.name, "data": sent.read(), "by": visit.by, "now": visit.now}
        try:
            reading = read_extract(visit.link.dispatch_id, **facts)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return _see(visit.url("confirm_extract", reading.key))
    return _page(visit, READ, form, status or 422)


@registrars.open(*LOOK, "POST")
def confirm(visit: Visit, key: UUID) -> HttpResponse:
    """Show what was read, to put right; or register what was confirmed."""
    reading = _found(visit, key)
    if reading.answer_id is not None:
        messages.info(visit.request, wording.ALREADY)
        return _see(visit.url("show"))
    if visit.request.method != "POST":
        return _page(visit, CONFIRM, confirm_form(reading, visit.today), **shown(reading))
    form = confirm_form(reading, visit.today, visit.request.POST, None)
    valid = form.is_valid()
    status = _stopped(visit, form)
    if not status and valid:
        try:
            confirm_extract(
                reading.pk, form.told(), **sent_with(form, visit), by=visit.by, now=visit.now
            )
        except AlreadyRegistered:
            messages.info(visit.request, wording.ALREADY)
            return _see(visit.url("show"))
        except StepRefused as refusal:
            form.show(refusal)
            if "answered_meanwhile" in {one.code for one in refusal.obstacles}:
                status = 409
                visit.link.dispatch.refresh_from_db()
        else:
            return _see(visit.url("receipt", visit.link.dispatch.answers.count()))
    return _page(visit, CONFIRM, form, status or 422, **shown(reading))


def shown(reading: ExtractReading) -> dict[str, Any]:
    """Return what a page says of a reading besides the form."""
    undecided = reading.found.get("undecided")
    said = UNREAD.get(reading.unread, "" if reading.found else NOTHING)
    return {
        "reading": reading,
        "unread": said,
        "undecided": undecided["quote"] if undecided else "",
        "remarks": say_all(remarks_of(reading)),
        "correcting": is_correcting(reading),
    }


def sent_with(form: Form, visit: Any) -> dict[str, Any]:
    """Return what a confirmation holds besides the answer itself."""
    seen = visit.request.POST.get("seen", "")
    return {
        "seen": int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 5 else -1,
        "correcting": "reason" in form.fields,
        "reason": form.cleaned_data.get("reason", ""),
        "extract_reason": form.cleaned_data.get("extract_reason", ""),
    }


def _found(visit: Visit, key: UUID) -> ExtractReading:
    found = ExtractReading.objects.filter(dispatch=visit.link.dispatch, key=key)
    reading = found.select_related("document").first()
    if reading is None:
        raise Http404
    reading.dispatch = visit.link.dispatch
    return reading


def _stopped(visit: Visit, form: Form) -> int:
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        return 403
    if visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        return 429
    return 0


def _see(address: str) -> HttpResponse:
    response = HttpResponseRedirect(address)
    response.status_code = 303
    return response


def _page(visit: Visit, page: str, form: Form, status: int = 200, **context: Any) -> HttpResponse:
    known = {
        "collaboration": visit.link.collaboration,
        "recommendation": visit.link.dispatch.recommendation,
        "dispatch": visit.link.dispatch,
        "form": form,
        "over": f"Registrator hos {visit.link.dispatch.addressee}",
        "back": visit.url("beslut") if page == READ else visit.url("show"),
        "again": visit.url("read_extract"),
    }
    return render(visit.request, page, known | context, status=status)
