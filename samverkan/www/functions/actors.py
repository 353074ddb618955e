"""Actors outside: enter, change and end one, and note what was gone through with it."""

from django.http import HttpResponse

from samverkan.bodies.actions.overlaps import note_overlap
from samverkan.bodies.queries import bodies_on
from samverkan.journal.obstacles import StepRefused
from samverkan.principals.choices import OutsideKind, PrincipalKind
from samverkan.principals.outside import (
    add_outside_actor,
    change_outside_actor,
    end_outside_actor,
)
from samverkan.principals.queries import principals_on
from samverkan.www.forms import Form, typed
from samverkan.www.functions.actor_forms import AddForm, ChangeActorForm, EndActorForm, NoteForm
from samverkan.www.functions.found import crumbs, find_actor
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import Shown, explained
from samverkan.www.structure.found import keep


@step
def add(work: Workspace) -> HttpResponse:
    keep(work)
    municipalities = principals_on(work.collaboration.pk, work.today).filter(
        kind=PrincipalKind.MUNICIPALITY
    )
    asked = work.request.GET
    of = municipalities.filter(slug=asked.get("kommun", "")).first()
    initial = {"kind": asked.get("slag", ""), "municipality": str(of.pk) if of else ""}
    form = AddForm(municipalities, work.sent, initial=initial)
    refused: list[Shown] = []
    if work.posted and form.is_valid():
        try:
            actor = add_outside_actor(
                work.collaboration.pk,
                kind=OutsideKind(typed(form, "kind")),
                principal_id=form.principal_id,
                first=typed(form, "first"),
                **form.texts(),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
            refused = explained(work, refusal.obstacles)
        else:
            return work.done(f"{actor.name} är inlagd.", work.url("outside"))
    return _page(work, form, "Lägg in en aktör", "Lägg in", refused=refused)


@step
def change(work: Workspace, slug: str) -> HttpResponse:
    actor = find_actor(work, slug)
    form = ChangeActorForm(actor, work.sent)
    refused: list[Shown] = []
    if work.posted and form.is_valid():
        try:
            change_outside_actor(actor.pk, **form.texts(), by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
            refused = explained(work, refusal.obstacles)
        else:
            return work.done(f"{actor.name} är uppdaterad.", work.url("outside"))
    return _page(work, form, f"Ändra {actor.name}", "Spara", refused=refused)


@step
def end(work: Workspace, slug: str) -> HttpResponse:
    actor = find_actor(work, slug)
    form = EndActorForm(work.sent, initial={"last": work.today})
    if work.posted and form.is_valid():
        try:
            end_outside_actor(actor.pk, until=form.until, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"{actor.name} är avslutad.", work.url("outside"))
    lead = "Det som har antecknats om aktören finns kvar för dagarna till och med den sista."
    return _page(work, form, f"Avsluta {actor.name}", "Avsluta", lead=lead)


@step
def note(work: Workspace, slug: str) -> HttpResponse:
    actor = find_actor(work, slug)
    bodies = bodies_on(work.collaboration.pk, work.today)
    form = NoteForm(bodies, work.sent, initial={"on": work.today})
    if work.posted and form.is_valid():
        try:
            note_overlap(
                actor.pk,
                body_id=int(typed(form, "body")),
                on=typed(form, "on"),
                note=typed(form, "note"),
                overlaps=typed(form, "overlaps") == "ja",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Avstämningen med {actor.name} är antecknad."
            return work.done(said, work.url("outside"))
    lead = (
        "Organet går igenom sitt arbete med aktörens, så att insatserna förstärker varandra och "
        "inte innebär dubbelarbete."
    )
    return _page(work, form, f"Stäm av med {actor.name}", "Anteckna", lead=lead)


def _page(
    work: Workspace,
    form: Form,
    heading: str,
    button: str,
    *,
    lead: str = "",
    refused: list[Shown] | None = None,
) -> HttpResponse:
    return work.page(
        "functions/actor.html",
        *crumbs(work, heading, outside=True),
        form=form,
        heading=heading,
        lead=lead,
        button=button,
        refused=[one for one in refused or [] if one.rule],
    )
