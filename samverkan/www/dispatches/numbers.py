"""Reference numbers that principals have sent to the coordinator in a list."""

from django.http import Http404, HttpResponse

from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.numbering.reading import Reading
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.receptions import sent_from_here
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import say_all
from samverkan.www.pages import Workspace, page, step
from samverkan.www.registry import importing
from samverkan.www.registry.importing import NumbersForm, Shown


@step
def numbers(work: Workspace) -> HttpResponse:
    require(work.user, Act.ANSWER_FOR, work.scope, work.today)
    found: Shown | None = None
    refused: list[str] = []
    form = NumbersForm()
    if work.posted and work.request.POST.get("do") == "import":
        try:
            found = _shown(work, importing.sent_again(work.request))
            count = importing.carry_out(work.collaboration.pk, found, by=work.by, now=work.now)
        except StepRefused as refusal:
            refused = say_all(refusal.obstacles)
        else:
            return work.done(importing.said(count), work.url("numbers"))
    elif work.posted:
        form = NumbersForm(work.request.POST, work.request.FILES)
        if form.is_valid():
            try:
                found = _shown(work, importing.sent_file(form, one_principal=False))
            except StepRefused as refusal:
                form.show(refusal)
    return work.page(
        "dispatches/numbers.html",
        ("Rekommendationer", work.url("recommendations")),
        ("Diarienummer i en fil", ""),
        form=form,
        found=found,
        refused=refused,
        most=importing.MOST,
    )


@page
def template(work: Workspace, ending: str) -> HttpResponse:
    require(work.user, Act.ANSWER_FOR, work.scope, work.today)
    if ending not in importing.KINDS:
        raise Http404
    return importing.as_template(ending, _lacking(work))


def _lacking(work: Workspace) -> list[Dispatch]:
    found = sent_from_here().filter(
        recommendation__collaboration=work.collaboration, reference_number=""
    )
    return list(found.order_by("recommendation__number", "principal__position"))


def _shown(work: Workspace, reading: Reading) -> Shown:
    return importing.shown(work.collaboration.pk, reading, None)
