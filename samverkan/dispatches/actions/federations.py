"""What a federation between does with a recommendation: recommends it on, or does not."""

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.actions.report_back import refresh_next_agenda
from samverkan.dispatches.actions.sending import Ready, make_ready, write_letters
from samverkan.dispatches.choices import DispatchState, FederationState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import (
    Dispatch,
    FederationDispatch,
    FederationLink,
    Recommendation,
)
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.periods import contains
from samverkan.journal.record import record
from samverkan.journal.tokens import key_of
from samverkan.people.links import fresh
from samverkan.principals.federations import Tree, tree_on

DOOR = "mellanled"
SOURCE = "huvudpunkterna, Tjänstepersoner"


@transaction.atomic
def recommend_on(
    federation_dispatch_id: int,
    *,
    on: date | None,
    paragraph: str = "",
    comment: str = "",
    by: Actor,
    now: datetime,
) -> FederationDispatch:
    """A federation recommends on: its members, and federations below it, get it now.

    Raises StepRefused when it has said so already, the day cannot be right, or someone cannot be
    reached; then nothing is sent.
    """
    dispatch = _locked(federation_dispatch_id)
    recommendation = dispatch.recommendation
    tree = tree_on(recommendation.collaboration_id, localdate(now))
    waiting = held_by(recommendation, localdate(now))
    below = rules.next_to_get(
        dispatch.federation_id, {one.through_id or 0 for one in waiting}, tree.parents
    )
    members = [one for one in waiting if one.through_id == dispatch.federation_id]
    federations = [tree.federations[pk] for pk in tree.federations if pk in below]
    mute = [one.principal.name for one in members if not one.principal.registrar_email]
    refuse(
        [
            *rules.obstacles_to_send_further(recommendation.withdrawn_on),
            *rules.obstacles_to_recommend_on(
                state=FederationState(dispatch.state),
                on=on,
                dispatched_on=localdate(dispatch.dispatched_at),
                today=localdate(now),
                unreachable=[*mute, *(one.name for one in federations if not one.registrar_email)],
            ),
            *obstacles_to_text(Paragraf=paragraph, Kommentar=comment),
        ]
    )
    _tell(dispatch, FederationState.RECOMMENDED, by=by, now=now)
    dispatch.on, dispatch.paragraph, dispatch.comment = on, paragraph, comment
    dispatch.save()
    onward = FederationDispatch.objects.bulk_create(
        FederationDispatch(
            recommendation=recommendation,
            federation=one,
            to=one.registrar_email,
            dispatched_at=now,
        )
        for one in federations
    )
    ready = _send(recommendation, members, now)
    refresh_next_agenda(recommendation, localdate(now))
    entry = record(
        recommendation.collaboration_id,
        "federation.recommended_on",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=SOURCE,
        number=recommendation.number,
        federation=dispatch.federation.name,
        slug=dispatch.federation.slug,
        on=on,
        paragraph=paragraph,
        comment=comment,
        count=len(members) + len(onward),
        addressees={one.principal.slug: one.sha256 for one in members},
        federations=[one.slug for one in federations],
    )
    write_letters(entry, recommendation, ready, now=now, recommended_by=dispatch.federation.name)
    write_to_federations(entry, recommendation, onward, now=now)
    return dispatch


@transaction.atomic
def decline_to_recommend(
    federation_dispatch_id: int, *, reason: str, on: date | None = None, by: Actor, now: datetime
) -> FederationDispatch:
    """A federation does not recommend on; its members still wait, until somebody does something.

    Raises StepRefused without a reason, or when it has said what it does already.
    """
    dispatch = _locked(federation_dispatch_id)
    recommendation = dispatch.recommendation
    refuse(
        [
            *rules.obstacles_to_decline(state=FederationState(dispatch.state), reason=reason),
            *obstacles_to_text(Skäl=reason),
        ]
    )
    _tell(dispatch, FederationState.DECLINED, by=by, now=now)
    dispatch.on, dispatch.reason = on, reason
    dispatch.save()
    record(
        recommendation.collaboration_id,
        "federation.declined",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=SOURCE,
        number=recommendation.number,
        federation=dispatch.federation.name,
        slug=dispatch.federation.slug,
        on=on,
        reason=reason,
    )
    return dispatch


@transaction.atomic
def dispatch_past(federation_dispatch_id: int, *, by: Actor, now: datetime) -> list[Dispatch]:
    """Dispatch straight to everyone below a federation that did not recommend on.

    Raises StepRefused unless it has declined, or when someone cannot be reached.
    """
    dispatch = _locked(federation_dispatch_id)
    recommendation = dispatch.recommendation
    members = below(dispatch, localdate(now))
    refuse(
        rules.obstacles_to_send_further(recommendation.withdrawn_on)
        + rules.obstacles_to_pass(
            state=FederationState(dispatch.state),
            name=dispatch.federation.name,
            waiting=len(members),
            unreachable=[
                one.principal.name for one in members if not one.principal.registrar_email
            ],
        )
    )
    dispatch.state = FederationState.PASSED
    dispatch.save(update_fields=["state"])
    ready = _send(recommendation, members, now)
    entry = record(
        recommendation.collaboration_id,
        "federation.passed",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=SOURCE,
        number=recommendation.number,
        federation=dispatch.federation.name,
        slug=dispatch.federation.slug,
        count=len(members),
        addressees={one.principal.slug: one.sha256 for one in members},
    )
    write_letters(entry, recommendation, ready, now=now)
    return members


@transaction.atomic
def renew_federation_link(
    federation_dispatch_id: int, *, to: str | None = None, by: Actor, now: datetime
) -> FederationLink:
    """Revoke a federation's links and e-mail a new one, to the same address or another.

    Raises StepRefused when there is no address.
    """
    dispatch = _locked(federation_dispatch_id)
    dispatch.to = to or dispatch.to or dispatch.federation.registrar_email
    if not dispatch.to:
        refuse([Obstacle("federation_unreachable", {"federations": [dispatch.federation.name]})])
    dispatch.save(update_fields=["to"])
    FederationLink.objects.filter(dispatch=dispatch, revoked_at=None).update(revoked_at=now)
    entry = record(
        dispatch.recommendation.collaboration_id,
        "federation.link_renewed",
        subject(dispatch.recommendation),
        by=by,
        at=now,
        number=dispatch.recommendation.number,
        federation=dispatch.federation.name,
        slug=dispatch.federation.slug,
    )
    (link,) = write_to_federations(entry, dispatch.recommendation, [dispatch], now=now)
    return link


def held_by(recommendation: Recommendation, on: date) -> list[Dispatch]:
    """Return the dispatches that wait at federations, of principals that still are, in order."""
    held = recommendation.dispatches.filter(state=DispatchState.HELD)
    found = held.select_related("principal", "through").order_by("principal__position")
    return [one for one in found if contains(one.principal.period, on)]


def below(dispatch: FederationDispatch, on: date) -> list[Dispatch]:
    """Return the dispatches that wait at a federation, or at one below it."""
    recommendation = dispatch.recommendation
    tree = tree_on(recommendation.collaboration_id, on)
    return [
        one
        for one in held_by(recommendation, on)
        if dispatch.federation_id in rules.above(one.through_id or 0, tree.parents)
    ]


def waiting_at(recommendation: Recommendation, tree: Tree, on: date) -> dict[str, int]:
    """Return how many principals wait at each federation that has the next word, by its name."""
    open_ones = recommendation.federation_dispatches.filter(
        state__in=[FederationState.SENT, FederationState.DECLINED]
    ).select_related("federation")
    held = [rules.above(one.through_id or 0, tree.parents) for one in held_by(recommendation, on)]
    counted = {
        one.federation.name: sum(one.federation_id in way for way in held) for one in open_ones
    }
    return {name: count for name, count in counted.items() if count}


def federation_link_of(token: str) -> FederationLink | None:
    """Return the link that a token leads to, in force or not; None for one that is not ours."""
    key = key_of(token)
    if key is None:
        return None
    related = ("federation", "recommendation__body", "recommendation__collaboration")
    found = FederationLink.objects.filter(key=key)
    return found.select_related(*(f"dispatch__{one}" for one in related)).first()


def write_to_federations(
    entry: Entry,
    recommendation: Recommendation,
    dispatches: Sequence[FederationDispatch],
    *,
    now: datetime,
) -> list[FederationLink]:
    """Send each federation a letter with a link of its own; part of the act that addresses it."""
    if not dispatches:
        return []
    links = FederationLink.objects.bulk_create(
        FederationLink(dispatch=one, **fresh(now)) for one in dispatches
    )
    notify(
        entry,
        "federation_asked",
        [
            (
                link.dispatch.to,
                {
                    "federation": link.dispatch.federation.name,
                    "number": recommendation.number,
                    "title": recommendation.title,
                    "body": recommendation.body.name,
                    "agreed_on": str(recommendation.agreed_on),
                    "reply_by": str(recommendation.reply_by or ""),
                    "link_key": link.key,
                    "link_door": DOOR,
                },
            )
            for link in links
        ],
        at=now,
    )
    return links


def _send(recommendation: Recommendation, dispatches: Sequence[Dispatch], now: datetime) -> Ready:
    for one in dispatches:
        one.state = DispatchState.DISPATCHED
        one.dispatched_at = now
        one.to = one.principal.registrar_email
    Dispatch.objects.bulk_update(dispatches, ["state", "dispatched_at", "to"])
    return make_ready(recommendation, dispatches, now)


def _tell(
    dispatch: FederationDispatch, state: FederationState, *, by: Actor, now: datetime
) -> None:
    dispatch.state = state
    dispatch.told_by = f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name
    dispatch.told_at = now


def _locked(federation_dispatch_id: int) -> FederationDispatch:
    """Return what a federation got, held together with its recommendation until the act is done."""
    found = FederationDispatch.objects.select_related("recommendation").get(
        pk=federation_dispatch_id
    )
    recommendation = found.recommendation
    locked_recommendation(recommendation.collaboration_id, recommendation.number)
    return (
        FederationDispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("federation", "recommendation__body")
        .get(pk=federation_dispatch_id)
    )
