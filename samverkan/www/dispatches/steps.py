"""Dispatch and reminder; a GET shows exactly what would be sent and to whom."""

from django.conf import settings
from django.http import HttpResponse
from django.template.loader import render_to_string

from samverkan.dispatches import actions
from samverkan.dispatches.letters import letter_facts
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.proposals import proposal_text
from samverkan.dispatches.rules import EVERYONE, To
from samverkan.dispatches.wording import listed
from samverkan.documents.texts import ProposalText
from samverkan.journal.obstacles import Obstacle, StepRefused, refuse
from samverkan.principals.models import Principal
from samverkan.www.dispatches.addressees import AddressForm, obstacles_to_seal, seal
from samverkan.www.dispatches.views import crumbs, find_recommendation
from samverkan.www.forms import Form, day, typed
from samverkan.www.pages import Workspace, step
from samverkan.www.reasons import explained


class DispatchForm(AddressForm):
    """When an answer is wanted, and whom it goes to."""

    places = {**AddressForm.places, "reply_by_passed": "reply_by"}

    reply_by = day(
        "Svar senast",
        hint="Överenskommelsen anger ingen svarstid. Med en dag här syns det när den har passerat.",
    )


@step
def dispatch(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.DISPATCH, found, work.today)
    form = DispatchForm(work, work.sent)
    chosen = actions.choose(work.collaboration.pk, _to(form), on=work.today)
    only_shown = "show" in work.request.POST
    if work.posted and form.is_valid() and not only_shown:
        try:
            refuse(obstacles_to_seal(chosen, work.request.POST.get("seen")))
            actions.dispatch_recommendation(
                work.collaboration.pk,
                number,
                reply_by=typed(form, "reply_by"),
                to=chosen.to,
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            said = f"Rekommendation {number} är expedierad {chosen.said}."
            return work.done(said, work.url("recommendation", number))
    stops = [
        *actions.obstacles_before_dispatch(found, chosen.reached, today=work.today),
        *(chosen.obstacles() if only_shown or not work.posted else []),
    ]
    mute = [one for one in chosen.reached if not one.registrar_email]
    mute_federations = [one for one in chosen.first if not one.registrar_email]
    level = actions.level_of(found)
    deciders = actions.deciders_at(level, chosen.principals)
    return work.page(
        "dispatches/dispatch.html",
        *crumbs(work, found, "Expediera"),
        recommendation=found,
        form=form,
        chosen=chosen,
        seal=seal(chosen),
        level=actions.said_level(level),
        addressees=[
            (one, deciders.get(one.pk, ""), chosen.to.not_concerned.get(one.pk))
            for one in chosen.principals
        ],
        mute=mute,
        mute_federations=mute_federations,
        mute_count=len(mute) + len(mute_federations),
        text=_sample(found, chosen.reached, deciders, actions.said_level(level)),
        obstacles=explained(work, stops),
    )


def _to(form: DispatchForm) -> To:
    return form.chosen() if form.is_bound and form.is_valid() else EVERYONE


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
    found: Recommendation, principals: list[Principal], deciders: dict[int, str], level: str
) -> ProposalText | None:
    if not principals:
        return None
    first = principals[0]
    clauses = found.item.clauses
    return proposal_text(
        found,
        first,
        addressee=first.name,
        decider=deciders.get(first.pk, ""),
        annexes=list(clauses.annexes.values_list("name", flat=True)) if clauses else [],
        level=level,
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
