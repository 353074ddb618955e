"""The links to all that waits for each principal: which hold, a new one, and none at all."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches.actions import renew_principal_link, revoke_principal_link
from samverkan.dispatches.models import PrincipalLink
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import StepRefused
from samverkan.people.links import obstacles_now
from samverkan.principals.models import Principal
from samverkan.principals.queries import principals_on
from samverkan.www.forms import Form, email, typed
from samverkan.www.pages import Crumb, Workspace, page, step


class NewLinkForm(Form):
    places = {"unreachable": "to"}

    to = email(
        "Sänd till",
        missing="Ange vart länken ska sändas.",
        hint="Registratorns adress ändrar du under Huvudmän.",
    )


@page
def principal_links(work: Workspace) -> HttpResponse:
    require(work.user, Act.MANAGE_LINKS, work.scope, work.today)
    principals = list(principals_on(work.collaboration.pk, work.today))
    newest: dict[int, PrincipalLink] = {}
    for link in PrincipalLink.objects.filter(principal__in=principals).order_by("issued_at", "pk"):
        held = newest.get(link.principal_id)
        if held is None or not obstacles_now(link, work.now) or obstacles_now(held, work.now):
            newest[link.principal_id] = link
    rows = [
        (one, newest.get(one.pk), one.pk in newest and not obstacles_now(newest[one.pk], work.now))
        for one in principals
    ]
    return work.page("dispatches/principal_links.html", *_crumbs(work), rows=rows)


@step
def renew(work: Workspace, slug: str) -> HttpResponse:
    require(work.user, Act.MANAGE_LINKS, work.scope, work.today)
    principal = _find(work, slug)
    form = NewLinkForm(work.sent, initial={"to": principal.registrar_email})
    if work.posted and form.is_valid():
        try:
            renew_principal_link(principal.pk, to=typed(form, "to"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"En ny länk är på väg till {typed(form, 'to')}."
            return work.done(said, work.url("principal_links"))
    return work.page(
        "dispatches/renew_principal_link.html",
        *_crumbs(work, f"Ny länk till {principal.short_name}"),
        principal=principal,
        form=form,
    )


@step
def revoke(work: Workspace, slug: str) -> HttpResponse:
    require(work.user, Act.MANAGE_LINKS, work.scope, work.today)
    principal = _find(work, slug)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            revoke_principal_link(principal.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Länken till {principal.short_name} är återkallad."
            return work.done(said, work.url("principal_links"))
    return work.page(
        "dispatches/revoke_principal_link.html",
        *_crumbs(work, f"Återkalla länken till {principal.short_name}"),
        principal=principal,
        form=form,
    )


def _find(work: Workspace, slug: str) -> Principal:
    return get_object_or_404(Principal, collaboration=work.collaboration, slug=slug)


def _crumbs(work: Workspace, label: str = "") -> list[Crumb]:
    here = ("Registratorernas länkar", work.url("principal_links") if label else "")
    trail = [("Rekommendationer", work.url("recommendations")), here]
    return [*trail, (label, "")] if label else trail
