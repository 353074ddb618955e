"""The principals' own forms: who has one, one principal's, sent in, fetched, used no longer."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches.actions import add_template, retire_template
from samverkan.dispatches.models import PaperTemplate
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.rules.papers import TEMPLATE_LIMIT, obstacles_to_retire
from samverkan.documents.queries import content_of
from samverkan.documents.rules import megabytes
from samverkan.documents.word.checking import WORD
from samverkan.documents.word.fields import FIELDS
from samverkan.journal.obstacles import Obstacle, Remark, StepRefused, refuse
from samverkan.principals.letterheads import letterheads_on
from samverkan.principals.models import Principal
from samverkan.principals.queries import principals_on
from samverkan.www.files import given
from samverkan.www.forms import Form, day, file, line, typed
from samverkan.www.pages import Crumb, Workspace, page, step
from samverkan.www.reasons import explained


class TemplateForm(Form):
    places = {
        "template_before_present": "first",
        "fields_missing": "reason",
        "template_has_changes": "reason",
    }

    file = file(
        "Mallen",
        hint="Ett Word-dokument (.docx) med fält, högst 3\N{NO-BREAK SPACE}MB, utan makron.",
    )
    file.required = True
    file.error_messages["required"] = "Välj filen med mallen."
    first = day(
        "Används från",
        missing="Skriv från vilken dag mallen används.",
        hint="Det som sänds den dagen och senare står i mallen.",
    )
    reason = line(
        "Skäl",
        500,
        hint="Bara om ett viktigt fält saknas, eller om spårade ändringar ska vara kvar.",
    )

    def _place_of(self, obstacle: Obstacle) -> str | None:
        about_the_file = not isinstance(obstacle, Remark) and obstacle.code not in self.places
        return "file" if about_the_file else super()._place_of(obstacle)


@page
def forms(work: Workspace) -> HttpResponse:
    require(work.user, Act.KEEP_TEMPLATES, work.scope, work.today)
    principals = list(principals_on(work.collaboration.pk, work.today))
    in_use = {
        one.principal_id: one
        for one in PaperTemplate.objects.filter(principal__in=principals, period__upper_inf=True)
    }
    senders = letterheads_on([one.pk for one in principals], work.today)
    return work.page(
        "papers/forms.html",
        ("Huvudmän", work.url("principals")),
        ("Mallar och brevhuvuden", ""),
        rows=[(one, in_use.get(one.pk), senders.get(one.pk)) for one in principals],
        asked=work.request.GET.get("rekommendation", "")[:20],
    )


@step
def form_of(work: Workspace, slug: str) -> HttpResponse:
    principal = find_principal(work, slug)
    files = work.request.FILES if work.posted else None
    form = TemplateForm(work.sent, files, initial={"first": work.today})
    if work.posted and form.is_valid():
        try:
            _add(work, principal, form)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Mallen för {principal.name} är mottagen. Se hur den blir ifylld."
            return work.done(said, work.url("preview_form", slug))
    versions = list(principal.paper_templates.select_related("document").order_by("-pk"))
    present = next((one for one in versions if one.period.upper_inf), None)
    return work.page(
        "papers/form.html",
        *crumbs(work, principal),
        principal=principal,
        form=form,
        present=present,
        versions=versions,
        unused=_unused(present),
    )


@page
def fetch(work: Workspace, slug: str, pk: int) -> HttpResponse:
    principal = find_principal(work, slug)
    found = get_object_or_404(principal.paper_templates.select_related("document"), pk=pk)
    return given(content_of(found.document), found.document.name, WORD)


@step
def retire(work: Workspace, slug: str, pk: int) -> HttpResponse:
    principal = find_principal(work, slug)
    found = get_object_or_404(principal.paper_templates, pk=pk)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            retire_template(found.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"{principal.name} får nu förslag i den gemensamma neutrala mallen."
            return work.done(said, work.url("paper_form", slug))
    return work.page(
        "papers/retire.html",
        *crumbs(work, principal, "Sluta använda mallen"),
        principal=principal,
        form=form,
        found=found,
        obstacles=explained(work, obstacles_to_retire(in_use=bool(found.period.upper_inf))),
    )


def find_principal(work: Workspace, slug: str) -> Principal:
    """Return a principal of this collaboration to one who keeps its forms; 404 for any other."""
    require(work.user, Act.KEEP_TEMPLATES, work.scope, work.today)
    return get_object_or_404(Principal, collaboration=work.collaboration, slug=slug)


def crumbs(work: Workspace, principal: Principal, label: str = "") -> list[Crumb]:
    """Return the way to a principal's form, or to a page below it."""
    address = work.url("paper_form", principal.slug) if label else ""
    trail = [("Mallar", work.url("paper_forms")), (principal.short_name, address)]
    return [*trail, (label, "")] if label else trail


def _add(work: Workspace, principal: Principal, form: Form) -> PaperTemplate:
    sent: Any = typed(form, "file")
    if sent.size > TEMPLATE_LIMIT:  # before it is read
        sizes = {"size": megabytes(sent.size), "limit": megabytes(TEMPLATE_LIMIT)}
        refuse([Obstacle("file_too_large", {"name": sent.name, **sizes})])
    return add_template(
        principal.pk,
        name=sent.name,
        data=sent.read(),
        first=typed(form, "first"),
        reason=typed(form, "reason"),
        by=work.by,
        now=work.now,
    )


def _unused(present: PaperTemplate | None) -> list[str]:
    if present is None:
        return []
    return [one.written for one in FIELDS if one.name not in present.fields]
