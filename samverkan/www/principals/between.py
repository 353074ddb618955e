"""Federations' addresses, and what waits at principals that have ended."""

from datetime import date

from django.db.models import Count, Q, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches import actions
from samverkan.dispatches.choices import SETTLED
from samverkan.dispatches.permissions import Act as DispatchAct
from samverkan.dispatches.permissions import require as require_dispatch
from samverkan.journal.obstacles import StepRefused
from samverkan.people.permissions import Act, require
from samverkan.principals.federations import set_federation_registrar
from samverkan.principals.models import Federation, Principal
from samverkan.principals.successions import heirs_of
from samverkan.www.forms import Form, email, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class FederationForm(Form):
    """Where a federation takes its post in."""

    places = {"email_not_an_address": "email", "registrar_unchanged": "email"}

    email = email(
        "Registratorns e-post",
        hint="Hit går rekommendationer som mellanledet ska rekommendera vidare. Använd en "
        "funktionsbrevlåda, inte en persons adress.",
    )


@step
def registrar(work: Workspace, slug: str) -> HttpResponse:
    require(work.user, Act.KEEP_PRINCIPALS, work.scope, work.today)
    federation = get_object_or_404(Federation, collaboration=work.collaboration, slug=slug)
    form = FederationForm(work.sent, initial={"email": federation.registrar_email})
    if work.posted and form.is_valid():
        try:
            set_federation_registrar(
                federation.pk, email=typed(form, "email"), by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"{federation.name} är uppdaterat.", work.url("principals"))
    return work.page(
        "principals/registrar.html",
        ("Huvudmän", work.url("principals")),
        (f"{federation.short_name}: registrator", ""),
        principal=federation,
        form=form,
    )


@step
def take_over(work: Workspace, slug: str) -> HttpResponse:
    require_dispatch(work.user, DispatchAct.DISPATCH, work.scope, work.today)
    principal = get_object_or_404(Principal, collaboration=work.collaboration, slug=slug)
    succession = heirs_of([principal.pk]).get(principal.pk)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            moved = actions.take_over(principal.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            heir = moved[0].principal.name
            said = f"{heir} har tagit över det som väntade hos {principal.name}."
            return work.done(said, work.url("principals"))
    waiting = actions.open_at(principal)
    stops = actions.obstacles_before_take_over(
        principal, succession, len(waiting), today=work.today
    )
    return work.page(
        "principals/take_over.html",
        ("Huvudmän", work.url("principals")),
        (f"{principal.short_name}: ta över", ""),
        principal=principal,
        succession=succession,
        waiting=waiting,
        form=form,
        obstacles=explained(work, stops),
    )


def ended_with_open(collaboration_id: int, today: date) -> QuerySet[Principal]:
    """Return the principals that have ended, at which something still waits."""
    waiting = Count("dispatches", filter=~Q(dispatches__state__in=SETTLED))
    ended = Principal.objects.filter(collaboration_id=collaboration_id, period__endswith__lte=today)
    return ended.annotate(waiting=waiting).filter(waiting__gt=0).order_by("position")
