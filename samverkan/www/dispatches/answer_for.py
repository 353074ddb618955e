"""An answer that a coordinator registers for a principal, on what the principal has told."""

from typing import Any

from django.http import Http404, HttpResponse

from samverkan.dispatches.actions import (
    AlreadyRegistered,
    register_answer,
    register_answer_with_file,
)
from samverkan.dispatches.models import Answer, Dispatch
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import StepRefused
from samverkan.people.permissions import actor_of
from samverkan.www.dispatches.views import crumbs, find_dispatch, find_recommendation
from samverkan.www.link.forms import StepForm, form_for
from samverkan.www.link.steps import Step
from samverkan.www.pages import Workspace
from samverkan.www.pages import step as step_page


@step_page
def answer_for(work: Workspace, number: str, principal: str, step: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.ANSWER_FOR, found, work.today)
    dispatch = find_dispatch(found, principal)
    asked = _step(step)
    sent = (work.request.POST, work.request.FILES) if work.posted else ()
    form = form_for(asked, dispatch, work.today, *sent)
    seen = dispatch.answers_count
    if work.posted:
        seen = _number(work.request.POST.get("seen", ""))
        if form.is_valid():
            try:
                _register(work, dispatch, form, seen, correcting=asked is Step.CORRECTED)
            except AlreadyRegistered:
                return work.done("Svaret är redan registrerat.", _back(work, dispatch))
            except StepRefused as refusal:
                form.show(refusal)
                if {"answered_meanwhile", "text_meanwhile"} & {
                    one.code for one in refusal.obstacles
                }:
                    dispatch.refresh_from_db()
                    seen = dispatch.answers_count
            else:
                said = f"Svaret från {dispatch.principal.name} är registrerat."
                return work.done(said, _back(work, dispatch))
        if work.request.FILES:
            form.ask_for_file_again()
    return work.page(
        "dispatches/answer_for.html",
        *crumbs(work, found, f"Svar från {dispatch.principal.short_name}"),
        recommendation=found,
        dispatch=dispatch,
        form=form,
        asked=asked,
        seen=seen,
        answers=dispatch.answers.order_by("-pk"),
    )


def _register(
    work: Workspace, dispatch: Dispatch, form: StepForm, seen: int, *, correcting: bool
) -> Answer:
    facts: dict[str, Any] = {
        "seen": seen,
        "seen_version": _number(work.request.POST.get("version", str(dispatch.version))),
        "correcting": correcting,
        "reason": form.cleaned_data.get("reason", ""),
        "extract_reason": form.cleaned_data.get("extract_reason", ""),
        "by": actor_of(work.user, on_behalf_of=dispatch.principal.name),
        "now": work.now,
    }
    sent = form.cleaned_data.get("extract")
    if not sent:
        return register_answer(dispatch.pk, form.told(), **facts)
    return register_answer_with_file(
        dispatch.pk, form.told(), name=sent.name, data=sent.read(), **facts
    )


def _step(name: str) -> Step:
    try:
        return Step(name)
    except ValueError as unknown:
        raise Http404 from unknown


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 6 else -1


def _back(work: Workspace, dispatch: Dispatch) -> str:
    return work.url("addressee", dispatch.recommendation.number, dispatch.principal.slug)
