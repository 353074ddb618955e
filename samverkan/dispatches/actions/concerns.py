"""That a matter does not concern a principal, or that it does after all: no answer either way."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.answers import show
from samverkan.dispatches.actions.report_back import refresh_next_agenda
from samverkan.dispatches.actions.sending import make_ready, write_letters
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Concern, Dispatch
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

SOURCE = "huvudpunkterna, Tjänstepersoner"


@transaction.atomic
def note_not_concerned(dispatch_id: int, *, reason: str, by: Actor, now: datetime) -> Concern:
    """Note that a matter does not concern a principal: it is not awaited and not reminded.

    Raises StepRefused without a reason, when it is noted already, or when it has decided.
    """
    dispatch = _locked(dispatch_id)
    refuse(_obstacles(dispatch, concerned=False, reason=reason))
    concern = _keep(dispatch, concerned=False, reason=reason, by=by, now=now)
    dispatch.state = DispatchState.NOT_CONCERNED
    dispatch.unconcerned_reason = reason
    dispatch.save(update_fields=["state", "unconcerned_reason"])
    refresh_next_agenda(dispatch.recommendation, localdate(now))
    record(
        dispatch.recommendation.collaboration_id,
        "concern.noted",
        subject(dispatch.recommendation),
        by=by,
        at=now,
        rule="R152",
        source=SOURCE,
        number=dispatch.recommendation.number,
        principal=dispatch.principal.name,
        slug=dispatch.principal.slug,
        reason=reason,
    )
    return concern


@transaction.atomic
def note_concerned(dispatch_id: int, *, reason: str, by: Actor, now: datetime) -> Concern:
    """Take back that a matter does not concern a principal: it is asked as the others.

    One that never got the recommendation gets it now. Raises StepRefused without a reason, when
    it is not noted so, or when it is to get it and cannot be reached.
    """
    dispatch = _locked(dispatch_id)
    never_sent = not dispatch.links.exists() and not dispatch.to
    found = _obstacles(dispatch, concerned=True, reason=reason)
    found += rules.obstacles_to_send_further(dispatch.recommendation.withdrawn_on)
    if never_sent and not dispatch.principal.registrar_email:
        found.append(Obstacle("unreachable", {"principals": [dispatch.principal.name]}))
    refuse(found)
    concern = _keep(dispatch, concerned=True, reason=reason, by=by, now=now)
    dispatch.unconcerned_reason = ""
    if never_sent:
        dispatch.to, dispatch.dispatched_at = dispatch.principal.registrar_email, now
    show(dispatch, dispatch.recommendation)
    recommendation = dispatch.recommendation
    ready = make_ready(recommendation, [dispatch] if never_sent else [], now)
    refresh_next_agenda(recommendation, localdate(now))
    entry = record(
        recommendation.collaboration_id,
        "concern.taken_back",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=SOURCE,
        number=recommendation.number,
        principal=dispatch.principal.name,
        slug=dispatch.principal.slug,
        sha256=dispatch.sha256,
        sent=never_sent,
        reason=reason,
    )
    write_letters(entry, recommendation, ready, now=now)
    return concern


def _obstacles(dispatch: Dispatch, *, concerned: bool, reason: str) -> list[Obstacle]:
    return [
        *rules.obstacles_to_concern(
            state=DispatchState(dispatch.state), concerned=concerned, reason=reason
        ),
        *obstacles_to_text(Skäl=reason),
    ]


def _keep(dispatch: Dispatch, *, concerned: bool, reason: str, by: Actor, now: datetime) -> Concern:
    return Concern.objects.create(
        dispatch=dispatch,
        concerned=concerned,
        reason=reason,
        given_by=f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name,
        given_at=now,
    )


def _locked(dispatch_id: int) -> Dispatch:
    return (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal", "recommendation__body")
        .get(pk=dispatch_id)
    )
