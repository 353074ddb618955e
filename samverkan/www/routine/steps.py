"""Beginning a draft of the routine, and throwing one away."""

from django.http import Http404, HttpResponse

from samverkan.cases.actions import begin_routine_draft, drop_routine_draft
from samverkan.cases.models import RoutineVersion
from samverkan.journal.obstacles import StepRefused
from samverkan.www.forms import Form
from samverkan.www.pages import Workspace, step
from samverkan.www.routine import found


@step
def begin(work: Workspace) -> HttpResponse:
    found.keep(work)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            draft = begin_routine_draft(work.collaboration.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Utkastet till version {draft.number} är påbörjat."
            return work.done(said, work.url("routine_draft"))
    return work.page(
        "routine/begin.html",
        *found.crumbs(work, ("Nytt utkast", "")),
        form=form,
        holds=found.holds(work),
    )


@step
def drop(work: Workspace) -> HttpResponse:
    draft = found.draft_to_keep(work)
    if work.posted:
        try:
            drop_routine_draft(draft.pk, by=work.by, now=work.now)
        except (StepRefused, RoutineVersion.DoesNotExist):  # adopted, or thrown, meanwhile
            raise Http404 from None
        return work.done(f"Utkastet till version {draft.number} är kastat.", work.url("routine"))
    return work.page("routine/drop.html", *found.in_draft(work, "Kasta"), draft=draft)
