"""A principal's packages: the whole as a zip, and each file by itself."""

from django.http import Http404, HttpResponse

from samverkan.dispatches.actions import fetch_package, package_of
from samverkan.dispatches.models import Dispatch, Package
from samverkan.dispatches.packages.making import zip_name, zip_of
from samverkan.dispatches.receptions import sent_to
from samverkan.documents.models import Content
from samverkan.journal.obstacles import StepRefused
from samverkan.sentences import say_all
from samverkan.www.door import LOOK
from samverkan.www.files import given
from samverkan.www.link import wording
from samverkan.www.registry.door import Visit, registries

ZIP = "application/zip"
NOT_YET = "Paketet är inte klart"


@registries.open(*LOOK, "POST")
def package(visit: Visit, number: str) -> HttpResponse:
    """Give the package as a zip. Sending for it notes the first fetch; only looking does not."""
    if visit.too_often("fetch"):
        return visit.stopped(wording.PRINTED_TOO_OFTEN, 429)
    dispatch = find(visit, number)
    found = package_of(dispatch)
    if visit.request.method == "POST":
        if visit.forged():
            return visit.stopped((wording.CLOSED_FORM, wording.FORM_OUTDATED), 403)
        try:
            found = fetch_package(dispatch.pk, by=visit.by, now=visit.now)
        except StepRefused as refusal:
            return visit.stopped((NOT_YET, *say_all(refusal.obstacles)), 503)
    if found is None:
        raise Http404
    if found.made_at is None:
        answer = visit.stopped((NOT_YET, wording.PACKAGE_SOON), 503)
        answer["Retry-After"] = "60"
        return answer
    return as_zip(found)


@registries.open(*LOOK)
def file(visit: Visit, number: str, position: int) -> HttpResponse:
    """Give one file of the package."""
    if visit.too_often("fetch"):
        return visit.stopped(wording.PRINTED_TOO_OFTEN, 429)
    found = package_of(find(visit, number))
    one = found.files.filter(position=position).first() if found else None
    if one is None:
        raise Http404
    data = bytes(Content.objects.get(pk=one.content_id).data)
    return given(data, one.path.rpartition("/")[2], one.media_type)


def find(visit: Visit, number: str) -> Dispatch:
    """Return what was sent to this principal of a recommendation; 404 for what is not theirs."""
    found = sent_to(visit.link.principal_id).filter(recommendation__number=number).first()
    if found is None:
        raise Http404
    return found


def as_zip(found: Package) -> HttpResponse:
    """Return a package to be saved, with the sum that the journal has."""
    answer = given(zip_of(found), zip_name(found), ZIP)
    answer["ETag"] = f'"{found.sha256}"'
    return answer
