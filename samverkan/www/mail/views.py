"""E-mail that has not gone out: what it is about, how it stands, and another try."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches.permissions import Act, require
from samverkan.journal.models import Notice
from samverkan.journal.notices import not_gone_out, rendered, try_again
from samverkan.journal.obstacles import StepRefused
from samverkan.www.forms import Form
from samverkan.www.pages import Workspace, page, step

MOST = 100


@page
def mail(work: Workspace) -> HttpResponse:
    require(work.user, Act.HANDLE_MAIL, work.scope, work.today)
    found = list(not_gone_out(work.collaboration.pk)[: MOST + 1])
    return work.page(
        "mail/list.html",
        ("Mejl", ""),
        rows=[(one, _subject(one)) for one in found[:MOST]],
        more=len(found) > MOST,
    )


@step
def again(work: Workspace, notice: int) -> HttpResponse:
    require(work.user, Act.HANDLE_MAIL, work.scope, work.today)
    found = get_object_or_404(not_gone_out(work.collaboration.pk), pk=notice)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            try_again(found.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Mejlet till {found.to} är på väg igen.", work.url("mail"))
    return work.page(
        "mail/again.html",
        ("Mejl", work.url("mail")),
        ("Försök igen", ""),
        form=form,
        notice=found,
        subject=_subject(found),
    )


def _subject(notice: Notice) -> str:
    """Return what a letter is about; one that cannot even be written says so."""
    try:
        return str(rendered(notice).subject)
    except Exception:
        return "Mejlet går inte att skriva"
