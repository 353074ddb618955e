"""Files behind a personal link: the proposal as a PDF, its annexes, what was sent in."""

from io import BytesIO
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect

from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.papers import paper_docx, paper_name
from samverkan.documents.models import Annex, Document
from samverkan.documents.pdf import NotPrinted, proposal_pdf
from samverkan.documents.queries import content_of
from samverkan.documents.word.checking import WORD
from samverkan.www.door import LOOK, stop
from samverkan.www.files import given
from samverkan.www.link import wording
from samverkan.www.link.door import Visit, registrars


@registrars.open(*LOOK)
def proposal(visit: Visit) -> HttpResponse:
    """Give the decision proposal as a PDF."""
    if visit.too_often("print"):
        return stop(visit.request, wording.PRINTED_TOO_OFTEN, 429, visit.link)
    try:
        printed = proposal_pdf(visit.link.dispatch.proposal)
    except NotPrinted:
        messages.warning(visit.request, wording.NOT_PRINTED)
        return redirect(visit.url("show"))
    dispatch = visit.link.dispatch
    name = f"forslag-{dispatch.recommendation.number}-{dispatch.principal.slug}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"'}
    return HttpResponse(printed, content_type="application/pdf", headers=headers)


@registrars.open(*LOOK)
def paper(visit: Visit) -> HttpResponse:
    """Give the decision proposal as a Word file, in the principal's own form if it has one."""
    if visit.too_often("print"):
        return stop(visit.request, wording.PRINTED_TOO_OFTEN, 429, visit.link)
    dispatch = visit.link.dispatch
    return given(paper_docx(dispatch), paper_name(dispatch), WORD)


@registrars.open(*LOOK)
def document(visit: Visit, key: UUID) -> HttpResponseBase:
    """Give an annex of the proposal, or a file that the principal itself has sent in."""
    theirs = [annex.document for annex in annexes_of(visit.link.dispatch)]
    answers = visit.link.dispatch.answers.select_related("extract")
    theirs += [answer.extract for answer in answers if answer.extract]
    found = next((one for one in theirs if one.key == key), None)
    if found is None:
        raise Http404
    return _download(found)


def annexes_of(dispatch: Dispatch) -> list[Annex]:
    """Return the annexes that the proposal's clauses name."""
    clauses = dispatch.recommendation.item.clauses
    return list(clauses.annexes.select_related("document")) if clauses else []


def _download(found: Document) -> FileResponse:
    return FileResponse(
        BytesIO(content_of(found)),
        as_attachment=True,
        filename=found.name,
        content_type=found.content_type,
    )
