"""The path inside a principal, and what came after its decision, as the coordinator was told."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponse

from samverkan.dispatches import wording
from samverkan.dispatches.actions import AlreadyRegistered, tell_legal_days, tell_path
from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.ways import way_of
from samverkan.journal.obstacles import StepRefused
from samverkan.people.permissions import actor_of
from samverkan.www.dispatches.views import crumbs, find_dispatch, find_recommendation
from samverkan.www.forms import Form, typed
from samverkan.www.link import wording as said
from samverkan.www.link.path_forms import LegalDaysForm, PathForm, usual_of
from samverkan.www.pages import Workspace, step


@step
def path(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = _asked(work, number, principal)
    way = way_of(dispatch, reply_by=dispatch.recommendation.reply_by, today=work.today)
    form = PathForm(dispatch, way.rows, work.sent)

    def tell() -> object:
        reason = form.cleaned_data.get("reason", "")
        return tell_path(dispatch.pk, typed(form, "path"), reason=reason, **_facts(work, dispatch))

    facts = {"way": way, "usual": usual_of(dispatch), "seen": way.told}
    return _answer(work, dispatch, form, tell, ("dispatches/line_path.html", "Vägen hos"), **facts)


@step
def legal_days(work: Workspace, number: str, principal: str) -> HttpResponse:
    dispatch = _asked(work, number, principal)
    way = way_of(dispatch, reply_by=dispatch.recommendation.reply_by, today=work.today)
    form = LegalDaysForm(dispatch, work.sent)

    def tell() -> object:
        return tell_legal_days(dispatch.pk, form.told(), **_facts(work, dispatch))

    facts = {"way": way, "seen": dispatch.legal_days.count(), "not_notice": wording.NOT_NOTICE}
    page = ("dispatches/line_legal_days.html", "Justering och laga kraft,")
    return _answer(work, dispatch, form, tell, page, **facts)


def _asked(work: Workspace, number: str, principal: str) -> Dispatch:
    found = find_recommendation(work, number)
    require(work.user, Act.ANSWER_FOR, found, work.today)
    return find_dispatch(found, principal)


def _facts(work: Workspace, dispatch: Dispatch) -> dict[str, Any]:
    seen = work.request.POST.get("seen", "")
    return {
        "seen": int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 5 else -1,
        "by": actor_of(work.user, on_behalf_of=dispatch.principal.name),
        "now": work.now,
    }


def _answer(
    work: Workspace,
    dispatch: Dispatch,
    form: Form,
    tell: Callable[[], object],
    page: tuple[str, str],
    **context: Any,
) -> HttpResponse:
    found, principal = dispatch.recommendation, dispatch.principal
    back = work.url("addressee", found.number, principal.slug)
    if work.posted and form.is_valid():
        try:
            tell()
        except AlreadyRegistered:
            return work.done(said.STANDS, back)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done(f"Uppgifterna från {principal.name} är sparade.", back)
    template, label = page
    here = f"{label} {principal.short_name}"
    return work.page(
        template,
        *crumbs(work, found, here)[:-1],
        (principal.short_name, back),
        (here, ""),
        recommendation=found,
        dispatch=dispatch,
        form=form,
        **context,
    )
