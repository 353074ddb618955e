"""All that waits at a principal: a list with room for several numbers; looking changes nothing."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse

from samverkan.dispatches.actions import AlreadyRegistered, open_dispatch, register_number
from samverkan.dispatches.choices import WaitsFor
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.receptions import (
    done_at,
    packages_of,
    receptions_of,
    sent_to,
    waiting_at,
    waits_for,
)
from samverkan.dispatches.rules import NUMBER_LIMIT
from samverkan.journal.head import head_of
from samverkan.journal.obstacles import StepRefused
from samverkan.journal.tokens import token_of
from samverkan.people.links import obstacles_now
from samverkan.sentences import say_all
from samverkan.www.door import LOOK
from samverkan.www.forms import Form, line
from samverkan.www.link import wording
from samverkan.www.paging import slice_of
from samverkan.www.registry.door import Visit, registries
from samverkan.www.registry.files import find

AT_A_TIME = 50
DONE = 20
FIELD = "nummer-"


class NumberForm(Form):
    """Room for the number of each recommendation that lacks one."""

    def __init__(self, lacking: Sequence[Dispatch], *sent: Any) -> None:
        super().__init__(*sent)
        self.by_field: dict[str, Dispatch] = {}
        for one in lacking:
            self.offer(one)

    def offer(self, one: Dispatch) -> None:
        """Give a dispatch room for its number, unless it has it."""
        number = one.recommendation.number
        name = f"{FIELD}{number}"
        if self.by_field.setdefault(name, one) is one:
            label = f"Ert diarienummer för {number}"
            self.fields[name] = line(label, NUMBER_LIMIT, look="govuk-input--width-20")


@registries.open(*LOOK, "POST")
def show(visit: Visit) -> HttpResponse:
    """Show what waits and what is done, or take in the numbers that were sent."""
    waiting = slice_of(
        waiting_at(visit.link.principal_id),
        visit.request,
        by=("dispatched_at", "pk"),
        size=AT_A_TIME,
    )
    if visit.request.method != "POST":
        return _page(visit, waiting, NumberForm(_lacking(waiting.rows)))
    form = NumberForm(_typed_for(visit), visit.request.POST)
    form.is_valid()
    if visit.forged():
        form.add_error(None, wording.FORM_OUTDATED)
        return _page(visit, waiting, form, status=403)
    if visit.too_often("answer"):
        form.add_error(None, wording.TOO_OFTEN)
        return _page(visit, waiting, form, status=429)
    kept = _take_in(visit, form)
    if not form.errors:
        messages.success(visit.request, _said(kept))
        answer = HttpResponseRedirect(visit.request.get_full_path())
        answer.status_code = 303
        return answer
    return _page(visit, waiting, form, kept=kept, status=422)


@registries.open(*LOOK, "POST")
def one(visit: Visit, number: str) -> HttpResponse:
    """Go on to a recommendation's own page; when its link has run out, a new one is asked for."""
    dispatch = find(visit, number)
    if visit.request.method == "POST":
        if visit.forged():
            return visit.stopped((wording.CLOSED_FORM, wording.FORM_OUTDATED), 403)
        key = open_dispatch(dispatch.pk, by=visit.by, now=visit.now)
        return redirect(reverse("link:show", args=[token_of(key)]))
    links = dispatch.links.filter(revoked_at=None).order_by("-issued_at")
    for link in links:
        if not obstacles_now(link, visit.now):
            return redirect(reverse("link:show", args=[token_of(link.key)]))
    return rendered(visit, "www/registry/closed.html", {"dispatch": dispatch})


@registries.open(*LOOK)
def receipt(visit: Visit, number: str) -> HttpResponse:
    """Show the reception record of one dispatch, to print."""
    dispatch = find(visit, number)
    [reception] = receptions_of(dispatch.recommendation, [dispatch])
    return rendered(visit, "www/registry/receipt.html", {"reception": reception})


@registries.open(*LOOK, "POST")
def astray(visit: Visit, rest: str) -> HttpResponse:
    """Answer for what is no page, so that the link is not logged as a strange address."""
    raise Http404


def rendered(
    visit: Visit, template: str, context: dict[str, Any], status: int = 200
) -> HttpResponse:
    """Answer with a page behind the link."""
    collaboration = visit.link.principal.collaboration
    shared = {
        "collaboration": collaboration,
        "fresh": head_of(collaboration),
        "principal": visit.link.principal,
        "link": visit.link,
        "token": visit.token,
        "today": visit.today,
    }
    return render(visit.request, template, shared | context, status=status)


def _take_in(visit: Visit, form: NumberForm) -> list[str]:
    """Keep each number for itself: one that cannot be kept does not hold the others up."""
    kept = []
    for name, dispatch in form.by_field.items():
        number = form.cleaned_data.get(name, "")
        if not number or form.has_error(name):
            continue
        try:
            register_number(dispatch.pk, number, by=visit.by, now=visit.now)
        except AlreadyRegistered:
            continue
        except StepRefused as refusal:
            for sentence in say_all(refusal.obstacles):
                form.add_error(name, sentence)
            continue
        kept.append(dispatch.recommendation.number)
    sent = any(form.data.get(name, "").strip() for name in form.by_field)
    if not sent and not form.errors:
        form.add_error(None, "Skriv minst ett diarienummer.")
    return kept


def _said(kept: list[str]) -> str:
    if not kept:
        return "Numren var redan lämnade. Inget är ändrat."
    return "Ett diarienummer är sparat." if len(kept) == 1 else f"{len(kept)} nummer är sparade."


def _lacking(rows: Sequence[Dispatch]) -> list[Dispatch]:
    return [one for one in rows if not one.reference_number]


def _typed_for(visit: Visit) -> list[Dispatch]:
    """Return what a number was typed for, also when somebody else has given it one meanwhile."""
    named = [name.removeprefix(FIELD) for name in visit.request.POST if name.startswith(FIELD)]
    found = sent_to(visit.link.principal_id).filter(recommendation__number__in=named[:AT_A_TIME])
    return list(found.order_by("-dispatched_at", "-pk"))


def _page(
    visit: Visit,
    waiting: Any,
    form: NumberForm,
    *,
    kept: Sequence[str] = (),
    status: int = 200,
) -> HttpResponse:
    if form.is_bound:  # what was taken in has moved on
        again = sent_to(visit.link.principal_id).filter(pk__in=[one.pk for one in waiting.rows])
        by_id = {one.pk: one for one in again}
        rows = [by_id[one.pk] for one in waiting.rows]
        known = {one.pk for one in rows}
        rows += [
            one
            for name, one in form.by_field.items()
            if form.has_error(name) and one.pk not in known
        ]
        for one in _lacking(rows):
            form.offer(one)
    else:
        rows = list(waiting.rows)
    done = list(done_at(visit.link.principal_id).order_by("-pk")[: DONE + 1])
    packages = packages_of([*rows, *done[:DONE]])
    parts: dict[WaitsFor, list[Any]] = {}
    for dispatch in rows:
        name = f"{FIELD}{dispatch.recommendation.number}"
        wrong = name in form.fields and form.has_error(name)
        field = form[name] if wrong or not dispatch.reference_number else None
        if field is not None:
            field.field.required = True  # any of them may wait, but none is voluntary
        group = WaitsFor.NUMBER if wrong else waits_for(dispatch)
        parts.setdefault(group, []).append((dispatch, packages.get(dispatch.pk), field))
    context = {
        "form": form,
        "numbered": parts.get(WaitsFor.NUMBER, []),
        "parts": [
            ("Väntar på planerad dag", "dag", parts.get(WaitsFor.DAY, [])),
            ("Väntar på beslut", "beslut", parts.get(WaitsFor.DECISION, [])),
        ],
        "done": [(one, packages.get(one.pk), None) for one in done[:DONE]],
        "more_done": len(done) > DONE,
        "slice": waiting,
        "kept": kept,
        "packed": [
            one.recommendation.number for one in [*rows, *done[:DONE]] if one.pk in packages
        ],
    }
    return rendered(visit, "www/registry/show.html", context, status)
