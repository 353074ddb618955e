"""Whether a matter concerns a principal: noted by the coordinator, and taken back."""

from django.http import HttpResponse

from samverkan.dispatches.actions import note_concerned, note_not_concerned
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import StepRefused
from samverkan.people.permissions import actor_of
from samverkan.www.dispatches.views import crumbs, find_dispatch, find_recommendation
from samverkan.www.forms import Form, paragraphs, typed
from samverkan.www.pages import Workspace, step


class ConcernForm(Form):
    """Why the matter does, or does not, concern the principal."""

    places = {"no_reason_for_concern": "reason", "unconcerned_reason_too_long": "reason"}

    reason = paragraphs(
        "Skäl",
        500,
        missing="Skriv varför.",
        hint="Skälet är offentligt och visas på rekommendationens sida.",
        rows=3,
    )


@step
def concern(work: Workspace, number: str, principal: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.ANSWER_FOR, found, work.today)
    dispatch = find_dispatch(found, principal)
    apart = dispatch.state == DispatchState.NOT_CONCERNED
    form = ConcernForm(work.sent)
    if work.posted and form.is_valid():
        act = note_concerned if apart else note_not_concerned
        by = actor_of(work.user, on_behalf_of=dispatch.principal.name)
        try:
            act(dispatch.pk, reason=typed(form, "reason"), by=by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            name = dispatch.principal.short_name
            said = f"Frågan berör {name}." if apart else f"Frågan berör inte {name}."
            return work.done(said, work.url("addressee", number, principal))
    return work.page(
        "dispatches/concern.html",
        *crumbs(work, found, f"{dispatch.principal.short_name}: berörs"),
        recommendation=found,
        dispatch=dispatch,
        form=form,
        apart=apart,
        concerns=dispatch.concerns.order_by("-pk"),
    )
