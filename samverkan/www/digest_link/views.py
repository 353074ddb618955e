"""The digest's own door: asking for it changes nothing, only a sent form does."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from samverkan.journal.head import head_of
from samverkan.meetings.actions.digests import copy_of
from samverkan.meetings.models import DigestCopy
from samverkan.www import door
from samverkan.www.digests.receipts import CarryOnForm, file_name, form_of, shown, take_in
from samverkan.www.door import LOOK, Door
from samverkan.www.forms import Form
from samverkan.www.link import wording

Visit = door.Visit[DigestCopy]
readers = Door(copy_of, "digest", lambda: {"to": str(CarryOnForm.base_fields["to"].label)})


@readers.open(*LOOK, "POST")
def show(visit: Visit) -> HttpResponse:
    """Show the digest, or note what was said of it."""
    if visit.request.method != "POST":
        return _page(visit, form_of(visit.link))
    form, status = form_of(visit.link, visit.request.POST), 422
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        status = 403
    elif visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        status = 429
    elif form.is_valid() and (said := take_in(visit.link, form, by=visit.by, now=visit.now)):
        messages.success(visit.request, said)
        response = HttpResponseRedirect(visit.url("show"))
        response.status_code = 303
        return response
    return _page(visit, form, status)


@readers.open(*LOOK)
def text(visit: Visit) -> HttpResponse:
    """Give the digest as plain text, to carry on."""
    name = file_name(visit.link)
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    copied: str = shown(visit.link)["copied"]
    return HttpResponse(copied, content_type="text/plain; charset=utf-8", headers=headers)


@readers.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _page(visit: Visit, form: Form, status: int = 200) -> HttpResponse:
    collaboration = visit.link.collaboration
    context: dict[str, Any] = {
        "collaboration": collaboration,
        "fresh": head_of(collaboration),
        "token": visit.token,
        "link": visit.link,
        "form": form,
        **shown(visit.link),
    }
    return render(visit.request, "www/digest_link/show.html", context, status=status)
