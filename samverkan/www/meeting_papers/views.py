"""The papers that somebody was called with, as they were sent; looking changes nothing."""

from uuid import UUID

from django.http import Http404, HttpResponse

from samverkan.documents.pdf import NotPrinted
from samverkan.documents.queries import content_of
from samverkan.meetings import papers
from samverkan.meetings.actions.calls import call_of
from samverkan.meetings.models import Call
from samverkan.www import door
from samverkan.www.door import LOOK, Door, stop
from samverkan.www.files import given
from samverkan.www.link import wording
from samverkan.www.meetings.summons import NOT_PRINTED

Visit = door.Visit[Call]
called: Door[Call] = Door(call_of, "meeting_papers")


@called.open(*LOOK)
def all_pdf(visit: Visit) -> HttpResponse:
    """Give the agenda and every paper as one PDF."""
    if visit.too_often("print"):
        return stop(visit.request, wording.PRINTED_TOO_OFTEN, 429, visit.link)
    bundle = papers.bundle_of(visit.link.meeting, as_sent=True)
    try:
        return given(papers.as_pdf(bundle), f"{bundle.name}.pdf", papers.PDF)
    except NotPrinted:
        return stop(visit.request, ("Det gick inte att göra PDF:en", NOT_PRINTED), 503, visit.link)


@called.open(*LOOK)
def all_zip(visit: Visit) -> HttpResponse:
    """Give the agenda and every paper as files."""
    if visit.too_often("print"):
        return stop(visit.request, wording.PRINTED_TOO_OFTEN, 429, visit.link)
    bundle = papers.bundle_of(visit.link.meeting, as_sent=True)
    return given(papers.as_zip(bundle), f"{bundle.name}.zip", "application/zip")


@called.open(*LOOK)
def paper(visit: Visit, key: UUID) -> HttpResponse:
    """Give one paper."""
    found = papers.document_of(visit.link.meeting, key, as_sent=True)
    if found is None:
        raise Http404
    return given(content_of(found), found.name, found.content_type)
