"""Where each principal takes its post in, and which of its own bodies usually decides."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.obstacles import StepRefused, refuse
from samverkan.people.permissions import Act, require
from samverkan.principals.actions import set_registrar, set_usual_decider
from samverkan.principals.choices import LineBodyKind
from samverkan.principals.federations import federations_on
from samverkan.principals.models import Principal
from samverkan.principals.queries import principals_on, usual_deciders
from samverkan.www.forms import Form, email, labelled, line, one_of, typed
from samverkan.www.pages import Crumb, Workspace, page, step
from samverkan.www.principals.between import ended_with_open


class RegistrarForm(Form):
    places = {
        "email_not_an_address": "email",
        "prefix_too_long": "registry_prefix",
        "registrar_unchanged": "email",
    }

    email = email(
        "Registratorns e-post",
        hint="Hit går rekommendationer, påminnelser och den personliga länken. Använd en "
        "funktionsbrevlåda, inte en persons adress.",
    )
    registry_prefix = line(
        "Diariets prefix",
        20,
        hint="Så som diarienumren börjar, till exempel SN.",
        look="govuk-input--width-10",
    )


class DeciderForm(Form):
    places = {
        "decider_without_name": "name",
        "decider_name_too_long": "name",
        "decider_unchanged": "name",
    }

    name = line(
        "Organ",
        120,
        missing="Ange vad organet heter, till exempel socialnämnden.",
        hint="Fylls i på förhand i förslaget till beslut. Huvudmannen kan ändra det i sitt svar.",
    )
    kind = one_of(
        "Slag",
        labelled(LineBodyKind),
        missing="Välj vilket slags organ det är.",
        radios=True,
    )


@page
def principals(work: Workspace) -> HttpResponse:
    require(work.user, Act.KEEP_PRINCIPALS, work.scope, work.today)
    found = list(principals_on(work.collaboration.pk, work.today))
    deciders = usual_deciders(work.collaboration.pk)
    return work.page(
        "principals/list.html",
        ("Huvudmän", ""),
        rows=[(one, deciders.get(one.pk, "")) for one in found],
        without=[one.short_name for one in found if not one.registrar_email],
        federations=federations_on(work.collaboration.pk, work.today),
        ended=ended_with_open(work.collaboration.pk, work.today),
    )


@step
def registrar(work: Workspace, slug: str) -> HttpResponse:
    principal = _find(work, slug)
    form = RegistrarForm(
        work.sent,
        initial={"email": principal.registrar_email, "registry_prefix": principal.registry_prefix},
    )
    if work.posted and form.is_valid():
        try:
            refuse(obstacles_to_text(**{"Diariets prefix": typed(form, "registry_prefix")}))
            set_registrar(
                principal.pk,
                email=typed(form, "email"),
                prefix=typed(form, "registry_prefix"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"{principal.name} är uppdaterad.", work.url("principals"))
    return work.page(
        "principals/registrar.html",
        *_crumbs(work, principal, "registrator"),
        principal=principal,
        form=form,
    )


@step
def decider(work: Workspace, slug: str) -> HttpResponse:
    principal = _find(work, slug)
    usual = principal.line_bodies.filter(is_usual_decider=True).first()
    form = DeciderForm(
        work.sent,
        initial={"name": usual.name, "kind": usual.kind} if usual else None,
    )
    if work.posted and form.is_valid():
        try:
            refuse(obstacles_to_text(Organ=typed(form, "name")))
            set_usual_decider(
                principal.pk,
                name=typed(form, "name"),
                kind=LineBodyKind(typed(form, "kind")),
                first=work.today,
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"{principal.name} är uppdaterad.", work.url("principals"))
    return work.page(
        "principals/decider.html",
        *_crumbs(work, principal, "beslutande organ"),
        principal=principal,
        form=form,
    )


def _find(work: Workspace, slug: str) -> Principal:
    require(work.user, Act.KEEP_PRINCIPALS, work.scope, work.today)
    return get_object_or_404(Principal, collaboration=work.collaboration, slug=slug)


def _crumbs(work: Workspace, principal: Principal, label: str) -> list[Crumb]:
    return [("Huvudmän", work.url("principals")), (f"{principal.short_name}: {label}", "")]
