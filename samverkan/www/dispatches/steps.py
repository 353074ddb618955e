"""Dispatch and reminder; a GET shows exactly what would be sent and to whom."""

from datetime import date

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string

from samverkan.dispatches import actions
from samverkan.dispatches.letters import letter_facts
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.proposals import proposal_text
from samverkan.dispatches.wording import listed
from samverkan.documents.texts import ProposalText
from samverkan.journal.obstacles import Obstacle, StepRefused
from samverkan.principals.letterheads import letterheads_on
from samverkan.principals.models import Principal
from samverkan.principals.queries import usual_deciders
from samverkan.www.dispatches.ready import ready_of
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, day, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class DispatchForm(Form):
    places = {"reply_by_passed": "reply_by"}

    reply_by = day(
        "Svar senast",
        hint="Överenskommelsen anger ingen svarstid. Med en dag här syns det när den har passerat.",
    )


@step
def dispatch(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.DISPATCH, found, work.today)
    form = DispatchForm(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.dispatch_recommendation(
                work.collaboration.pk,
                number,
                reply_by=typed(form, "reply_by"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rekommendation {number} är expedierad till alla huvudmän."
            return work.done(said, work.url("recommendation", number))
    principals = actions.addressees_of(work.collaboration.pk, work.today)
    deciders = usual_deciders(work.collaboration.pk)
    return work.page(
        "dispatches/dispatch.html",
        *crumbs(work, found, "Expediera"),
        recommendation=found,
        form=form,
        addressees=[(one, deciders.get(one.pk, "")) for one in principals],
        missing_addresses=any(not one.registrar_email for one in principals),
        text=_sample(found, principals, deciders, work.today),
        ready=ready_of(work, found, principals),
        obstacles=explained(
            work, actions.obstacles_before_dispatch(found, principals, today=work.today)
        ),
    )


@step
def remind(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.REMIND, found, work.today)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            reminded = actions.remind(work.collaboration.pk, number, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            names = listed([one.principal.short_name for one in reminded])
            return work.done(
                f"Påminnelse är på väg till {names}.", work.url("recommendation", number)
            )
    silent = actions.to_remind(found, work.now)
    nobody = [] if silent else [Obstacle("nobody_to_remind")]
    return work.page(
        "dispatches/remind.html",
        *crumbs(work, found, "Påminn"),
        recommendation=found,
        form=form,
        silent=silent,
        letter=_letter(work, found, silent[0]) if silent else None,
        obstacles=explained(work, nobody),
    )


def _sample(
    found: Recommendation, principals: list[Principal], deciders: dict[int, str], today: date
) -> ProposalText | None:
    if not principals:
        return None
    first = principals[0]
    return proposal_text(
        found,
        first,
        addressee=first.name,
        decider=deciders.get(first.pk, ""),
        annexes=actions.annex_names(found),
        sender=letterheads_on([first.pk], today).get(first.pk),
    )


def _letter(work: Workspace, found: Recommendation, dispatch: Dispatch) -> dict[str, str]:
    facts = {
        **letter_facts(dispatch, found, "", today=work.today),
        "link": "(här står mottagarens egen länk)",
        "collaboration": work.collaboration,
        "site": settings.SITE_ADDRESS,
    }
    return {
        part: render_to_string(f"emails/recommendation_reminded.{part}.txt", facts).strip()
        for part in ("subject", "body")
    }
