"""A federation between: what it got and said, told for it, gone past, and its link."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches import actions
from samverkan.dispatches.choices import FederationState
from samverkan.dispatches.models import FederationDispatch, Recommendation
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.people.permissions import actor_of
from samverkan.www.dispatches.links import RenewForm
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.federation_link.forms import FORMS, HEADINGS, Step, tell
from samverkan.www.forms import Form, typed
from samverkan.www.pages import Crumb, Workspace, page, step
from samverkan.www.reasons import explained


@page
def federation(work: Workspace, number: str, slug: str) -> HttpResponse:
    found, dispatch = _find(work, number, slug, Act.MANAGE_LINKS)
    return work.page(
        "dispatches/federation.html",
        *_crumbs(work, found, dispatch),
        recommendation=found,
        dispatch=dispatch,
        members=actions.below(dispatch, work.today),
        steps=[(one, HEADINGS[one]) for one in Step.open_in(FederationState(dispatch.state))],
        may_pass=dispatch.state == FederationState.DECLINED,
        links=dispatch.links.order_by("-issued_at"),
    )


@step
def tell_for(work: Workspace, number: str, slug: str, step: str) -> HttpResponse:
    found, dispatch = _find(work, number, slug, Act.ANSWER_FOR)
    try:
        asked = Step(step)
    except ValueError as unknown:
        raise Http404 from unknown
    form = FORMS[asked](work.sent)
    if work.posted and form.is_valid():
        by = actor_of(work.user, on_behalf_of=dispatch.federation.name)
        try:
            tell(asked, dispatch, form, by=by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Beskedet från {dispatch.federation.name} är registrerat."
            return work.done(said, work.url("federation", number, slug))
    return work.page(
        "dispatches/tell_for_federation.html",
        *_crumbs(work, found, dispatch, HEADINGS[asked]),
        recommendation=found,
        dispatch=dispatch,
        form=form,
        heading=HEADINGS[asked],
    )


@step
def go_past(work: Workspace, number: str, slug: str) -> HttpResponse:
    found, dispatch = _find(work, number, slug, Act.DISPATCH)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            sent = actions.dispatch_past(dispatch.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rekommendation {number} är expedierad direkt till {len(sent)} huvudmän."
            return work.done(said, work.url("recommendation", number))
    stops = []
    if dispatch.state != FederationState.DECLINED:
        facts = {"federation": dispatch.federation.name}
        stops = [Obstacle("federation_has_not_declined", facts)]
    return work.page(
        "dispatches/dispatch_past.html",
        *_crumbs(work, found, dispatch, "Expediera direkt"),
        recommendation=found,
        dispatch=dispatch,
        form=form,
        members=actions.below(dispatch, work.today),
        obstacles=explained(work, stops),
    )


@step
def renew(work: Workspace, number: str, slug: str) -> HttpResponse:
    found, dispatch = _find(work, number, slug, Act.MANAGE_LINKS)
    address = dispatch.to or dispatch.federation.registrar_email
    form = RenewForm(work.sent, initial={"to": address})
    if work.posted and form.is_valid():
        try:
            actions.renew_federation_link(
                dispatch.pk, to=typed(form, "to"), by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"En ny länk är på väg till {typed(form, 'to')}."
            return work.done(said, work.url("federation", number, slug))
    return work.page(
        "dispatches/renew_federation_link.html",
        *_crumbs(work, found, dispatch, "Ny länk"),
        recommendation=found,
        dispatch=dispatch,
        form=form,
    )


def _find(
    work: Workspace, number: str, slug: str, act: Act
) -> tuple[Recommendation, FederationDispatch]:
    found = find_recommendation(work, number)
    require(work.user, act, found, work.today)
    dispatches = found.federation_dispatches.select_related("federation", "recommendation")
    return found, get_object_or_404(dispatches, federation__slug=slug)


def _crumbs(
    work: Workspace, found: Recommendation, dispatch: FederationDispatch, label: str = ""
) -> list[Crumb]:
    name = dispatch.federation.short_name
    if not label:
        return crumbs(work, found, name)
    here = (name, work.url("federation", found.number, dispatch.federation.slug))
    return [*crumbs(work, found, label)[:-1], here, (label, "")]
