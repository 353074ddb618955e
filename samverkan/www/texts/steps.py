"""Starting and writing governing documents."""

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.bodies import permissions
from samverkan.bodies.actions.text_facts import stamp_of
from samverkan.bodies.actions.texts import start_text, throw_draft, write_draft
from samverkan.bodies.choices import SectionKind, TextKind
from samverkan.bodies.models import Body, CoordinatorFunction, GoverningText, TextVersion
from samverkan.bodies.queries import bodies_on
from samverkan.bodies.queries.texts import values_on
from samverkan.bodies.rules.texts import in_force
from samverkan.journal.obstacles import StepRefused
from samverkan.www.forms import typed
from samverkan.www.pages import Workspace, step
from samverkan.www.texts.forms import DraftForm, StartForm, owners_of
from samverkan.www.texts.views import crumbs, draft_of, find_to_keep, versions_of


@step
def start(work: Workspace) -> HttpResponse:
    permissions.require(work.user, permissions.Act.KEEP, work.scope, work.today)
    bodies = bodies_on(work.collaboration.pk, work.today)
    functions = CoordinatorFunction.objects.filter(
        collaboration=work.collaboration, period__contains=work.today
    )
    form = StartForm(
        owners_of(bodies, functions),
        work.sent,
        initial=_asked(work),
    )
    if work.posted and form.is_valid():
        try:
            one = _start(work, form)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"{one.title} är påbörjad. Skriv det första utkastet."
            return work.done(said, work.url("write_text", one.slug))
    return work.page(
        "texts/start.html",
        ("Struktur", work.url("structure")),
        ("Styrdokument", work.url("texts")),
        ("Påbörja", ""),
        form=form,
    )


@step
def write(work: Workspace, slug: str) -> HttpResponse:
    one = find_to_keep(work, slug)
    versions = versions_of(one)
    draft = draft_of(one)
    form = DraftForm(
        one,
        draft or in_force(versions, work.today),
        [value for value in values_on(work.collaboration.pk, work.today) if value.text != one],
        work.sent,
    )
    seen = work.request.POST.get("seen", "") if work.posted else stamp_of(draft)
    newer = None
    if work.posted and form.is_valid():
        try:
            written = write_draft(
                one.pk,
                sections=form.sections(),
                feedback_months=form.number("feedback_months"),
                values_id=form.number("values_version"),
                seen=seen or "unknown",
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
            if "draft_changed_meanwhile" in {found.code for found in refusal.obstacles}:
                newer = draft_of(one)
                seen = stamp_of(newer)
        else:
            said = f"Utkastet till version {written.number} är sparat."
            return work.done(said, work.url("text", slug))
    return work.page(
        "texts/write.html",
        *crumbs(work, one, "Skriv"),
        text=one,
        draft=draft,
        form=form,
        seen=seen,
        newer=newer,
        required=_required(one),
    )


@step
def throw(work: Workspace, slug: str) -> HttpResponse:
    one = find_to_keep(work, slug)
    draft = draft_of(one)
    if draft is not None and work.posted:
        try:
            throw_draft(draft.pk, by=work.by, now=work.now)
        except (StepRefused, TextVersion.DoesNotExist):  # adopted, or thrown, in the same moment
            raise Http404 from None
        return work.done(f"Utkastet till version {draft.number} är kastat.", work.url("text", slug))
    return work.page("texts/throw.html", *crumbs(work, one, "Kasta"), text=one, draft=draft)


def _start(work: Workspace, form: StartForm) -> GoverningText:
    sort, _, slug = typed(form, "owner").partition("/")
    kind = TextKind(typed(form, "kind"))
    here = {"collaboration": work.collaboration, "slug": slug}
    owner: Body | CoordinatorFunction = (
        get_object_or_404(Body, **here)
        if sort == "organ"
        else get_object_or_404(CoordinatorFunction, **here)
    )
    return start_text(
        work.collaboration.pk,
        kind=kind,
        title=typed(form, "title") or f"{kind.label.capitalize()} för {owner.name}"[:200],
        body_id=owner.pk if sort == "organ" else None,
        function_id=None if sort == "organ" else owner.pk,
        by=work.by,
        now=work.now,
    )


def _asked(work: Workspace) -> dict[str, str]:
    """What the list already knows when one comes from there."""
    asked = work.request.GET
    sort = "organ" if "organ" in asked else "funktion"
    return {"owner": f"{sort}/{asked.get(sort, '')}", "kind": asked.get("slag", "")}


def _required(one: GoverningText) -> list[str]:
    wanted = one.body.required_sections if one.body and one.kind == TextKind.ASSIGNMENT else []
    return [section.label for section in SectionKind if section.value in wanted]
