"""A coordinator lets an extract be read for a principal, puts it right, and confirms."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect

from samverkan.dispatches.actions import AlreadyRegistered, confirm_extract, read_extract
from samverkan.dispatches.models import Dispatch, ExtractReading
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import StepRefused
from samverkan.people.permissions import actor_of
from samverkan.www.dispatches.views import crumbs, find_dispatch, find_recommendation
from samverkan.www.forms import Form
from samverkan.www.link.reading import sent_with, shown
from samverkan.www.link.reading_forms import ExtractForm, confirm_form
from samverkan.www.link.steps import Step
from samverkan.www.pages import Workspace, step


@step
def read_for(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = _found(work, number, principal)
    sent = (work.request.POST, work.request.FILES) if work.posted else ()
    form = ExtractForm(*sent)
    if work.posted and form.is_valid():
        file = form.cleaned_data["extract"]
        try:
            reading = read_extract(
                dispatch.pk, name=file.name, data=file.read(), by=_by(work, dispatch), now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return redirect(work.url("confirm_extract_for", number, principal, reading.key))
    typing = work.url("answer_for", number, principal, Step.DECIDED.value)
    return _page(work, "link/read_extract.html", dispatch, form, back=typing)


@step
def confirm_for(work: Workspace, number: str, principal: str, key: UUID) -> HttpResponse:
    dispatch = _found(work, number, principal)
    readings = ExtractReading.objects.filter(dispatch=dispatch, answer=None)
    reading = get_object_or_404(readings.select_related("document"), key=key)
    reading.dispatch = dispatch
    sent = (work.request.POST, None) if work.posted else ()
    form = confirm_form(reading, work.today, *sent)
    address = work.url("addressee", number, principal)
    if work.posted and form.is_valid():
        facts: dict[str, Any] = sent_with(form, work)
        by = _by(work, dispatch)
        try:
            confirm_extract(reading.pk, form.told(), **facts, by=by, now=work.now)
        except AlreadyRegistered:
            return work.done("Svaret är redan registrerat.", address)
        except StepRefused as refusal:
            form.show(refusal)
            dispatch.refresh_from_db()
        else:
            return work.done(f"Svaret från {dispatch.principal.name} är registrerat.", address)
    return _page(work, "link/confirm_extract.html", dispatch, form, back=address, **shown(reading))


def _found(work: Workspace, number: str, principal: str) -> Dispatch:
    found = find_recommendation(work, number)
    require(work.user, Act.ANSWER_FOR, found, work.today)
    return find_dispatch(found, principal)


def _by(work: Workspace, dispatch: Dispatch) -> Any:
    return actor_of(work.user, on_behalf_of=dispatch.principal.name)


def _page(
    work: Workspace, page: str, dispatch: Dispatch, form: Form, **context: Any
) -> HttpResponse:
    recommendation = dispatch.recommendation
    slug = dispatch.principal.slug
    known = {
        "recommendation": recommendation,
        "dispatch": dispatch,
        "form": form,
        "over": f"Åt {dispatch.principal.name}",
        "again": work.url("read_extract_for", recommendation.number, slug),
    }
    trail = crumbs(work, recommendation, f"Utdrag från {dispatch.principal.short_name}")
    return work.page(page, *trail, **(known | context))
