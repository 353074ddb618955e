"""A principal's personal link: send a new one, or let none be in force."""

from django.http import HttpResponse

from samverkan.dispatches.actions import renew_link, revoke_link
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import StepRefused
from samverkan.www.dispatches.views import crumbs, find_dispatch, find_recommendation, link_words
from samverkan.www.forms import Form, email, typed
from samverkan.www.pages import Workspace, step


class RenewForm(Form):
    places = {"unreachable": "to"}

    to = email(
        "Sänd till",
        missing="Ange vart länken ska sändas.",
        hint="Ändras adressen gäller det bara den här rekommendationen.",
    )


@step
def renew(work: Workspace, number: str, principal: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    dispatch = find_dispatch(found, principal)
    address = dispatch.to or dispatch.principal.registrar_email
    form = RenewForm(work.sent, initial={"to": address})
    if work.posted and form.is_valid():
        try:
            renew_link(dispatch.pk, to=typed(form, "to"), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"En ny länk är på väg till {typed(form, 'to')}."
            return work.done(said, work.url("addressee", number, principal))
    return work.page(
        "dispatches/renew_link.html",
        *crumbs(work, found, f"Ny länk till {dispatch.principal.short_name}"),
        recommendation=found,
        dispatch=dispatch,
        form=form,
    )


@step
def revoke(work: Workspace, number: str, principal: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    dispatch = find_dispatch(found, principal)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            revoke_link(dispatch.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Länken till {dispatch.principal.short_name} är återkallad."
            return work.done(said, work.url("addressee", number, principal))
    return work.page(
        "dispatches/revoke_link.html",
        *crumbs(work, found, f"Återkalla länken till {dispatch.principal.short_name}"),
        recommendation=found,
        dispatch=dispatch,
        form=form,
        in_force=link_words(work, dispatch) == "gäller",
    )
