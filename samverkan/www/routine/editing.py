"""Writing in the draft of the routine: one stage, one step or one exit at a time."""

from collections.abc import Callable

from django.http import Http404, HttpResponse
from django.utils.text import slugify

from samverkan.bodies.models import Body
from samverkan.cases import routines
from samverkan.cases.actions.routines import stamp_of, write_routine_draft
from samverkan.cases.choices import ExitKind
from samverkan.cases.models import RoutineVersion
from samverkan.cases.rules import editing as rules
from samverkan.cases.rules.routine import Routine
from samverkan.journal.obstacles import StepRefused
from samverkan.www.forms import Choices, Form
from samverkan.www.pages import Workspace, step
from samverkan.www.routine import found
from samverkan.www.routine.forms import ExitForm, StageForm, StepForm

PARTS = {"lagen": "läget", "steg": "steget", "utgangar": "utgången"}


@step
def stage(work: Workspace, key: str = "") -> HttpResponse:
    draft = found.draft_to_keep(work)
    routine = routines.content(draft)
    old = routine.stage(key)
    if key and old is None:
        raise Http404
    form = StageForm(routine, old, work.sent)

    def written() -> Routine:
        taken = [one.key for one in routine.stages]
        name = form.cleaned_data["name"]
        one = form.stage(key or rules.free_key(slugify(name), taken))
        return rules.with_stage(routine, one, form.after)

    return _edit(work, draft, form, written, "lagen", key, old.name if old else "Nytt läge")


@step
def step_of(work: Workspace, key: str = "") -> HttpResponse:
    draft = found.draft_to_keep(work)
    routine = routines.content(draft)
    old = routine.step(key)
    if key and old is None:
        raise Http404
    form = StepForm(routine, old, work.sent)

    def written() -> Routine:
        taken = [one.key for one in routine.steps]
        others = [one.key for part in routine.steps for one in part.questions]
        name = form.cleaned_data["name"]
        one = form.step(key or rules.free_key(slugify(name), taken), others)
        return rules.with_step(routine, one)

    return _edit(work, draft, form, written, "steg", key, old.name if old else "Nytt steg")


@step
def way_out(work: Workspace, key: str = "") -> HttpResponse:
    draft = found.draft_to_keep(work)
    routine = routines.content(draft)
    old = routine.exit(key)
    if key and old is None:
        raise Http404
    form = ExitForm(routine, old, _bodies(work), work.sent)

    def written() -> Routine:
        return rules.with_exit(routine, form.way(ExitKind(old.kind) if old else None))

    return _edit(work, draft, form, written, "utgangar", key, old.name if old else "Ny utgång")


@step
def remove(work: Workspace, part: str, key: str) -> HttpResponse:
    draft = found.draft_to_keep(work)
    routine = routines.content(draft)
    name, left = _without(routine, part, key)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            write_routine_draft(draft.pk, left, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"{PARTS[part].capitalize()} ”{name}” finns inte längre i utkastet."
            return work.done(said, work.url("routine_draft"))
    return work.page(
        "routine/remove.html",
        *found.in_draft(work, "Ta bort"),
        form=form,
        what=PARTS[part],
        name=name,
    )


def _edit(
    work: Workspace,
    draft: RoutineVersion,
    form: Form,
    written: Callable[[], Routine],
    part: str,
    key: str,
    name: str,
) -> HttpResponse:
    """Show the form of a part, and keep what was typed in it."""
    seen = work.request.POST.get("seen", "") if work.posted else stamp_of(draft)
    if work.posted and form.is_valid():
        try:
            write_routine_draft(
                draft.pk, written(), seen=seen or "unknown", by=work.by, now=work.now
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Utkastet är sparat.", work.url("routine_draft"))
    return work.page(
        "routine/part.html",
        *found.in_draft(work, name),
        draft=draft,
        form=form,
        seen=seen,
        heading=name,
        what=PARTS[part],
        asks_later=part == "steg" and not getattr(form, "rows", None),
        remove_url=work.url("remove_part", part, key) if key else "",
    )


def _without(routine: Routine, part: str, key: str) -> tuple[str, Routine]:
    """Return what a part is called, and the routine without it; 404 when it is not there."""
    if part == "lagen" and (stage := routine.stage(key)):
        return stage.name, rules.without_stage(routine, key)
    if part == "steg" and (step := routine.step(key)):
        return step.name, rules.without_step(routine, key)
    if part == "utgangar" and (way := routine.exit(key)):
        return way.name, rules.without_exit(routine, key)
    raise Http404


def _bodies(work: Workspace) -> Choices:
    bodies = Body.objects.filter(collaboration=work.collaboration, period__contains=work.today)
    return [(one.slug, one.name) for one in bodies]
