"""Behind the link of a subscription; asking for a page changes nothing, only a sent form does."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from samverkan.dispatches.actions import (
    change_subscription,
    confirm_subscription,
    end_subscription,
)
from samverkan.dispatches.models import Subscription
from samverkan.dispatches.subjects import SUBJECTS
from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.models import Principal
from samverkan.www.door import LOOK, stop
from samverkan.www.follow.door import ENDED, Visit, followers
from samverkan.www.follow.forms import WishForm
from samverkan.www.link import wording

ONE_CLICK = "List-Unsubscribe"
CONFIRMED = "Tack. Bevakningen är bekräftad: nästa nyhet kommer med e-post."
CHANGED = "Bevakningen är ändrad."


@followers.open(*LOOK, "POST")
def show(visit: Visit) -> HttpResponse:
    """Show what is followed: to be confirmed, or to be changed."""
    link = visit.link
    form = WishForm(link, _known(link, visit), visit.request.POST if _sent(visit) else None)
    status = 200
    if _sent(visit):
        status = _refused(visit, form)
        if not status and link.confirmed_at is None:
            confirm_subscription(link.pk, by=visit.by, now=visit.now)
            return _seen(visit, CONFIRMED)
        if not status and form.is_valid():
            try:
                change_subscription(link.pk, form.wish, by=visit.by, now=visit.now)
            except StepRefused as refusal:
                form.show(refusal)
            else:
                return _seen(visit, CHANGED)
    return _page(visit, "www/follow/show.html", status or 422, form=form)


@followers.open(*LOOK, "POST")
def end(visit: Visit) -> HttpResponse:
    """Ask whether to end it; a sent form ends it, and so does the button of a mail program."""
    if not _sent(visit):
        return _page(visit, "www/follow/end.html", 200)
    # RFC 8058: the program sends these words and has no cookie; it holds the link.
    if ONE_CLICK not in visit.request.POST and visit.forged():
        return _page(visit, "www/follow/end.html", 403, problem=wording.FORM_OUTDATED)
    end_subscription(visit.link.pk, by=visit.by, now=visit.now)
    return stop(visit.request, ENDED, 200, visit.link)


@followers.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def _sent(visit: Visit) -> bool:
    return visit.request.method == "POST"


def _refused(visit: Visit, form: WishForm) -> int:
    """Return with which status a form is refused before it is read; 0 when it is not."""
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        return 403
    if visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        return 429
    return 0


def _seen(visit: Visit, said: str) -> HttpResponse:
    messages.success(visit.request, said)
    response = HttpResponseRedirect(visit.url("show"))
    response.status_code = 303
    return response


def _known(link: Subscription, visit: Visit) -> list[Principal]:
    found = Principal.objects.filter(collaboration=link.scope, period__contains=visit.today)
    return list(found.order_by("position", "name"))


def _page(visit: Visit, template: str, status: int, **context: Any) -> HttpResponse:
    link = visit.link
    shared = {
        "collaboration": link.scope,
        "fresh": head_of(link.scope),
        "token": visit.token,
        "link": link,
        "principals": [one.short_name for one in link.principals.order_by("position")],
        "subjects": [SUBJECTS[slug].name for slug in link.subjects if slug in SUBJECTS],
        "show_url": visit.url("show"),
        "end_url": visit.url("end"),
    }
    return render(visit.request, template, shared | context, status=status)
