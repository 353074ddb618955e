"""What is to be carried out: the list, one principal's part, and each thing that can be told."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches import actions
from samverkan.dispatches.carrying_out import (
    carrying_out,
    managers_at,
    not_carried_out,
    of_manager,
    to_carry_out,
)
from samverkan.dispatches.choices import ExecutionState
from samverkan.dispatches.models import Dispatch, Execution
from samverkan.dispatches.permissions import Act, Home, home_of, may, require
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import StepRefused
from samverkan.people.links import obstacles_now
from samverkan.people.permissions import actor_of
from samverkan.www.executions.forms import LinkForm, NameForm
from samverkan.www.executions.report import rows_of
from samverkan.www.executions.steps import Step, form_for, number, open_steps, take
from samverkan.www.forms import typed
from samverkan.www.pages import Crumb, Workspace, page
from samverkan.www.pages import step as step_page
from samverkan.www.paging import slice_of

LATE, TO_DO, UNNAMED, DONE, OFF = "forsenat", "pagar", "utan-ansvarig", "klart", "avskrivet"
CHOICES = (
    ("", "Allt"),
    (LATE, "Inte rapporterat klart"),
    (TO_DO, "Ska genomföras"),
    (UNNAMED, "Ingen ansvarig"),
    (DONE, "Rapporterat klart"),
    (OFF, "Avskrivet"),
)


@page
def executions(work: Workspace) -> HttpResponse:
    require_any(work)
    chosen = work.request.GET.get("visa", "")
    slice_ = slice_of(found_by(work, chosen), work.request, by=("recommendation_id", "id"))
    return work.page(
        "executions/list.html",
        ("Genomförande", ""),
        slice=slice_,
        rows=[carrying_out(one, work.today) for one in slice_.rows],
        chosen=chosen,
        choices=CHOICES,
        late=not_carried_out(mine(work), work.today).count(),
    )


@page
def executions_csv(work: Workspace) -> HttpResponse:
    require_any(work)
    chosen = work.request.GET.get("visa", "")
    lines = "".join(rows_of(found_by(work, chosen), work.today))
    response = HttpResponse(lines, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="genomforande.csv"'
    return response


@page
def execution(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = find(work, number, principal)
    shown = carrying_out(dispatch, work.today)
    return work.page(
        "executions/execution.html",
        *crumbs(work, dispatch),
        dispatch=dispatch,
        one=shown,
        steps=open_steps(shown.execution, dispatch.state),
        may_execute=may(work.user, Act.EXECUTE, home_of(dispatch), work.today),
        link=link_words(work, shown.execution),
    )


@step_page
def name_execution(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = find(work, number, principal)
    require(work.user, Act.EXECUTE, home_of(dispatch), work.today)
    present = carrying_out(dispatch, work.today).execution
    form = NameForm(present, work.sent, managers=managers_at(dispatch, work.today))
    if work.posted and form.is_valid():
        try:
            actions.name_execution(
                dispatch.pk,
                form.named(),
                reason=form.cleaned_data.get("reason", ""),
                **_by(work, dispatch),
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Ansvaret för genomförandet är sparat.", address_of(work, dispatch))
    return _step(work, dispatch, form, "Namnge ansvarig", "Spara")


@step_page
def tell_execution(work: Workspace, number: str, principal: str, step: str) -> HttpResponse:
    dispatch = find(work, number, principal)
    require(work.user, Act.EXECUTE, home_of(dispatch), work.today)
    present = carrying_out(dispatch, work.today).execution
    asked = _asked(step)
    if present is None:
        raise Http404
    sent = (work.request.POST, work.request.FILES) if work.posted else ()
    form = form_for(asked, work.today, *sent)
    if work.posted and form.is_valid():
        try:
            take(asked, present, form, _by(work, dispatch))
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(asked.said, address_of(work, dispatch))
    return _step(work, dispatch, form, asked.heading, asked.button)


@step_page
def execution_link(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = find(work, number, principal)
    require(work.user, Act.MANAGE_LINKS, work.scope, work.today)
    present = carrying_out(dispatch, work.today).execution
    if present is None:
        raise Http404
    form = LinkForm(work.sent, initial={"to": present.to})
    if work.posted and form.is_valid():
        try:
            actions.send_execution_link(present.pk, to=typed(form, "to"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"En ny länk är på väg till {typed(form, 'to')}."
            return work.done(said, address_of(work, dispatch))
    return _step(work, dispatch, form, "Sänd en ny länk", "Sänd länken")


def require_any(work: Workspace) -> None:
    """Let only coordinators, line managers and those who are named follow the carrying out."""
    if not mine(work).exists():
        home = Home(work.collaboration.pk)
        require(work.user, Act.FOLLOW_EXECUTIONS, home, work.today)


def mine(work: Workspace) -> QuerySet[Dispatch]:
    """Return what the person may follow: all for a coordinator, one's own for a line manager."""
    found = to_carry_out(work.collaboration.pk)
    return found if work.coordinates else of_manager(found, work.person_id, work.today)


def found_by(work: Workspace, chosen: str) -> QuerySet[Dispatch]:
    """Return what the person may follow, of the sort that was chosen."""
    found = mine(work)
    if chosen == LATE:
        return not_carried_out(found, work.today)
    if chosen == UNNAMED:
        return found.filter(execution=None)
    states = {TO_DO: ExecutionState.TO_DO, DONE: ExecutionState.DONE}
    states[OFF] = ExecutionState.WRITTEN_OFF
    return found.filter(execution__state=states[chosen]) if chosen in states else found


def find(work: Workspace, number: str, principal: str) -> Dispatch:
    """Return a bifall that the person may follow; 404 for any other."""
    found = mine(work).prefetch_related("execution__notes__document", "execution__links")
    return get_object_or_404(
        found.select_related("recommendation__collaboration"),
        recommendation__number=number,
        principal__slug=principal,
    )


def crumbs(work: Workspace, dispatch: Dispatch, label: str = "") -> list[Crumb]:
    """Return the way to one principal's part, or to a page below it."""
    title = f"{dispatch.recommendation.number}, {dispatch.principal.short_name}"
    trail = [("Genomförande", work.url("executions"))]
    trail += [(title, address_of(work, dispatch) if label else "")]
    return [*trail, (label, "")] if label else trail


def address_of(work: Workspace, dispatch: Dispatch) -> str:
    """Return the address of one principal's part."""
    return work.url("execution", dispatch.recommendation.number, dispatch.principal.slug)


def link_words(work: Workspace, execution: Execution | None) -> str:
    """Return how the newest link stands: in force, gone, or never made."""
    links = list(execution.links.all()) if execution else []
    if not links:
        return "ingen länk"
    return "gäller" if any(not obstacles_now(one, work.now) for one in links) else "gäller inte"


def _by(work: Workspace, dispatch: Dispatch) -> dict[str, Any]:
    by: Actor = actor_of(work.user, on_behalf_of=dispatch.principal.name)
    return {"seen": number(work.request.POST.get("seen", "")), "by": by, "now": work.now}


def _step(
    work: Workspace, dispatch: Dispatch, form: Any, heading: str, button: str
) -> HttpResponse:
    present = Execution.objects.filter(dispatch=dispatch).first()
    return work.page(
        "executions/step.html",
        *crumbs(work, dispatch, heading),
        dispatch=dispatch,
        form=form,
        heading=heading,
        button=button,
        seen=present.notes_count if present else 0,
        address=address_of(work, dispatch),
    )


def _asked(step: str) -> Step:
    try:
        return Step(step)
    except ValueError as unknown:
        raise Http404 from unknown
