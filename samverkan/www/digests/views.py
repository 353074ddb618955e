"""My digests: the list, and one with its receipt."""

from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.formats import date_format

from samverkan.meetings.models import DigestCopy
from samverkan.sentences import DAY
from samverkan.www.digests.receipts import form_of, shown, take_in
from samverkan.www.pages import Workspace, page, step
from samverkan.www.paging import slice_of


@page
def my_digests(work: Workspace) -> HttpResponse:
    return work.page(
        "digests/list.html",
        ("Mina rapporter", ""),
        slice=slice_of(_mine(work), work.request, by=("issued_at", "id")),
    )


@step
def my_digest(work: Workspace, pk: int) -> HttpResponse:
    copy = get_object_or_404(_mine(work), pk=pk)
    form = form_of(copy, work.sent)
    if work.posted and form.is_valid():
        said = take_in(copy, form, by=copy.holder, now=work.now)
        if said:
            return work.done(said, work.url("my_digest", pk))
    meeting = copy.digest.meeting
    label = f"{meeting.body.short} {date_format(meeting.on, DAY)}"
    return work.page(
        "digests/digest.html",
        ("Mina rapporter", work.url("my_digests")),
        (label, ""),
        form=form,
        **shown(copy),
    )


def _mine(work: Workspace) -> QuerySet[DigestCopy]:
    return DigestCopy.objects.filter(
        person=work.person_id, digest__meeting__collaboration=work.collaboration
    ).select_related(
        "person",
        "digest__principal",
        "digest__nominator",
        "digest__meeting__body",
        "digest__meeting__collaboration",
    )
