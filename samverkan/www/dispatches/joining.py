"""One more principal gets a recommendation that is out."""

from django.http import HttpResponse

from samverkan.dispatches import actions
from samverkan.dispatches.permissions import Act, require
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.principals.queries import principals_on
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, offer, one_of, paragraphs, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class JoiningForm(Form):
    """Which principal, and why now."""

    places = {
        "addressed_already": "principal",
        "addressee_not_there": "principal",
        "unreachable": "principal",
        "no_reason_to_add": "reason",
        "unconcerned_reason_too_long": "reason",
    }

    principal = one_of("Huvudman", [], missing="Välj vilken huvudman som ska få den.")
    reason = paragraphs(
        "Skäl",
        500,
        missing="Skriv varför huvudmannen läggs till nu.",
        hint="Skälet är offentligt och visas tillsammans med dagen.",
        rows=3,
    )


@step
def add_addressee(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.DISPATCH, found, work.today)
    there = principals_on(work.collaboration.pk, work.today)
    others = list(there.exclude(dispatches__recommendation=found))
    form = JoiningForm(work.sent)
    offer(form, "principal", [(one.slug, one.name) for one in others])
    if work.posted and form.is_valid():
        principal = next(one for one in others if one.slug == typed(form, "principal"))
        try:
            actions.add_addressee(
                work.collaboration.pk,
                number,
                principal.pk,
                reason=typed(form, "reason"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rekommendation {number} är expedierad också till {principal.name}."
            return work.done(said, work.url("recommendation", number))
    stops = [] if found.dispatched_at else [Obstacle("not_dispatched_yet")]
    return work.page(
        "dispatches/add_addressee.html",
        *crumbs(work, found, "Lägg till en huvudman"),
        recommendation=found,
        form=form,
        others=others,
        obstacles=explained(work, stops),
    )
