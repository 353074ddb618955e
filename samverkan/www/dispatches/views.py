"""Recommendations to follow: the list, one with all its principals, and one principal's part."""

from collections.abc import Sequence

from django.db.models import Count, Prefetch, Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.dispatches import rules, wording
from samverkan.dispatches.actions import level_of, said_level, to_remind
from samverkan.dispatches.choices import DECIDED, SETTLED, DispatchState, ShownState
from samverkan.dispatches.comparing import texts_of, withdrawal_of
from samverkan.dispatches.effects import effect_of
from samverkan.dispatches.models import Addressing, Dispatch, Recommendation, RegistrarLink
from samverkan.dispatches.permissions import Act, require
from samverkan.dispatches.ways import way_of
from samverkan.people.links import obstacles_now
from samverkan.www.dispatches.foreseen import while_out
from samverkan.www.link.path_forms import usual_of
from samverkan.www.link.steps import open_steps
from samverkan.www.pages import Crumb, Workspace, page
from samverkan.www.paging import slice_of


@page
def recommendations(work: Workspace) -> HttpResponse:
    require(work.user, Act.DISPATCH, work.scope, work.today)
    decided = Count("dispatches", filter=Q(dispatches__state__in=DECIDED))
    found = (
        Recommendation.objects.filter(collaboration=work.collaboration)
        .select_related("body")
        .annotate(addressed=Count("dispatches"), decided=decided)
    )
    return work.page(
        "dispatches/list.html",
        ("Rekommendationer", ""),
        slice=slice_of(found, work.request, by=("agreed_on", "id")),
    )


@page
def recommendation(work: Workspace, number: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    links = Prefetch("links", RegistrarLink.objects.order_by("-issued_at"))
    dispatches = list(
        found.dispatches.select_related("principal")
        .prefetch_related(links)
        .order_by("principal__position")
    )
    states = [DispatchState(one.state) for one in dispatches]
    tally = rules.tally({state: states.count(state) for state in set(states)})
    silent = [one.principal.short_name for one in dispatches if one.state not in SETTLED]
    unconcerned = [one.principal.short_name for one in dispatches if one.unconcerned_reason]
    if found.withdrawn_on is not None:
        silent = []
    remindable = to_remind(found, work.now) if found.dispatched_at else []
    return work.page(
        "dispatches/recommendation.html",
        *crumbs(work, found),
        recommendation=found,
        rows=[(one, shown(work, found, one), link_words(work, one)) for one in dispatches],
        tally=tally,
        outcome=wording.outcome(tally, silent, unconcerned) if dispatches else "",
        silent=silent,
        **about_addressees(found),
        forecast=while_out(work, found, dispatches),
        remindable=remindable,
        effect=effect_of(found, today=work.today),
        conclusions=list(found.conclusions.all()),
        withdrawal=withdrawal_of(found),
        texts=texts_of(found),
    )


@page
def addressee(work: Workspace, number: str, principal: str) -> HttpResponse:
    found = find_recommendation(work, number)
    require(work.user, Act.MANAGE_LINKS, found, work.today)
    dispatch = find_dispatch(found, principal)
    answers = list(dispatch.answers.select_related("extract", "corrected_by").order_by("-pk"))
    return work.page(
        "dispatches/addressee.html",
        *crumbs(work, found, dispatch.principal.short_name),
        recommendation=found,
        dispatch=dispatch,
        state=shown(work, found, dispatch),
        link=link_words(work, dispatch),
        links=dispatch.links.order_by("-issued_at"),
        answers=answers,
        way=way_of(dispatch, reply_by=found.reply_by, today=work.today, asked=level_of(found)),
        usual=usual_of(dispatch),
        concerns=dispatch.concerns.order_by("-pk"),
        steps=open_steps(
            DispatchState(dispatch.state),
            answered=bool(answers),
            answers_earlier=dispatch.answers_earlier,
            withdrawn=found.withdrawn_on is not None,
        ),
        earlier=list(dispatch.earlier_proposals.all()),
    )


def about_addressees(found: Recommendation) -> dict[str, object]:
    """Return to whom a recommendation went, on which level they decide, and who stands between."""
    addressing = Addressing.objects.filter(recommendation=found).first()
    return {
        "addressing": addressing.said if addressing else "",
        "level": said_level(level_of(found)),
        "between": found.federation_dispatches.select_related("federation"),
    }


def find_recommendation(work: Workspace, number: str) -> Recommendation:
    """Return a recommendation of this collaboration; 404 for any other."""
    related = ("body", "case", "item__meeting__body", "collaboration")
    found = Recommendation.objects.filter(collaboration=work.collaboration)
    return get_object_or_404(found.select_related(*related), number=number)


def find_dispatch(found: Recommendation, principal: str) -> Dispatch:
    """Return what was sent to one principal; 404 when nothing was."""
    dispatches = found.dispatches.select_related(
        "principal", "extract", "recommendation__body", "taken_over_by__principal"
    )
    return get_object_or_404(dispatches, principal__slug=principal)


def shown(work: Workspace, found: Recommendation, dispatch: Dispatch) -> ShownState:
    """Return what is said of one principal today."""
    return rules.shown_state(
        DispatchState(dispatch.state),
        reply_by=found.reply_by,
        planned_on=dispatch.planned_on,
        today=work.today,
        withdrawn=found.withdrawn_on is not None,
    )


def link_words(work: Workspace, dispatch: Dispatch) -> str:
    """Return how the newest link stands: in force, gone, or never made."""
    links: Sequence[RegistrarLink] = list(dispatch.links.all())
    if not links:
        return "ingen länk"
    if any(not obstacles_now(link, work.now) for link in links):
        return "gäller"
    return "återkallad" if links[0].revoked_at else "har gått ut"


def crumbs(work: Workspace, found: Recommendation, label: str = "") -> list[Crumb]:
    """Return the way to a recommendation, or to a page below it."""
    address = work.url("recommendation", found.number) if label else ""
    trail = [("Rekommendationer", work.url("recommendations")), (found.number, address)]
    return [*trail, (label, "")] if label else trail
