"""Saved views of the board, each person's own; and the mark of how far one has seen."""

from urllib.parse import parse_qsl, urlencode

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches.actions import change_view, mark_seen, remove_view, save_view
from samverkan.dispatches.models import BoardLook, SavedView
from samverkan.dispatches.wording import OBSTACLES
from samverkan.journal.obstacles import StepRefused
from samverkan.www.forms import Form, line, typed
from samverkan.www.pages import Workspace, page, step

# What the board's address may carry (samverkan/public/board/asking.py); the rest is left out.
CHOICES = ("huvudman", "grupp", "organ", "lage", "ar", "amne", "ord")
LONGEST = 400


class ViewForm(Form):
    """A name, and whether the board begins with it."""

    places = {
        "view_without_name": "name",
        "view_name_taken": "name",
    }
    name = line("Namn på vyn", 60, missing=OBSTACLES["view_without_name"])
    is_default = forms.BooleanField(label="Börja med den här vyn på Beslutsläget", required=False)


@page
def watching(work: Workspace) -> HttpResponse:
    own = {"collaboration": work.collaboration, "person": work.person_id}
    return work.page(
        "watching/watching.html",
        ("Bevaka", ""),
        views=list(SavedView.objects.filter(**own)),
        look=BoardLook.objects.filter(**own).first(),
    )


@step
def save(work: Workspace) -> HttpResponse:
    query = choice_of(work.request.GET.urlencode())
    form = ViewForm(work.sent)
    if work.posted and form.is_valid():
        try:
            save_view(
                work.collaboration.pk,
                work.person_id,
                typed(form, "name"),
                query,
                is_default=typed(form, "is_default"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Vyn är sparad.", f"{work.public_url('board')}?{query or 'alla='}")
    return _form(work, form, "Spara vyn", query)


@step
def change(work: Workspace, pk: int) -> HttpResponse:
    view = _own(work, pk)
    known = {"name": view.name, "is_default": view.is_default}
    form = ViewForm(work.sent, initial=known)
    if work.posted and form.is_valid():
        try:
            change_view(pk, work.person_id, **form.cleaned_data, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Vyn är ändrad.", work.url("watching"))
    return _form(work, form, "Ändra vyn", view.query)


@step
def remove(work: Workspace, pk: int) -> HttpResponse:
    view = _own(work, pk)
    if work.posted:
        remove_view(pk, work.person_id, by=work.by, now=work.now)
        return work.done("Vyn är borttagen.", work.url("watching"))
    crumb = ("Bevaka", work.url("watching"))
    return work.page("watching/remove.html", crumb, ("Ta bort vyn", ""), view=view)


@step
def seen(work: Workspace) -> HttpResponse:
    if work.posted:
        mark_seen(work.collaboration.pk, work.person_id, now=work.now)
        said = "Tavlan är markerad som sedd. Det som ändras härefter kan du visa för sig."
        return work.done(said, f"{work.public_url('board')}?alla=")
    return work.page("watching/seen.html", ("Bevaka", work.url("watching")), ("Markera", ""))


def choice_of(query: str) -> str:
    """Return the choices of an address that a view keeps."""
    kept = [(name, value[:120]) for name, value in parse_qsl(query) if name in CHOICES]
    text = urlencode(kept)
    return text if len(text) <= LONGEST else ""


def _own(work: Workspace, pk: int) -> SavedView:
    return get_object_or_404(
        SavedView, pk=pk, person=work.person_id, collaboration=work.collaboration
    )


def _form(work: Workspace, form: ViewForm, heading: str, query: str) -> HttpResponse:
    crumb = ("Bevaka", work.url("watching"))
    chosen = [value for _, value in parse_qsl(query)]
    return work.page(
        "watching/form.html", crumb, (heading, ""), form=form, heading=heading, chosen=chosen
    )
