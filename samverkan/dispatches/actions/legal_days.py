"""What came after a principal's decision: the minutes approved, announced, and legal force."""

from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.answers import AlreadyRegistered
from samverkan.dispatches.choices import DECIDED, DispatchState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Dispatch, LegalDays
from samverkan.dispatches.rules import LegalForce, ToldDays
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record


@transaction.atomic
def tell_legal_days(
    dispatch_id: int, told: ToldDays, *, seen: int, by: Actor, now: datetime
) -> LegalDays:
    """Keep the days that a principal tells of; what is left out is computed by law or unknown.

    Raises StepRefused when something stands in the way and AlreadyRegistered when they stand so.
    """
    dispatch = (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal", "recommendation")
        .get(pk=dispatch_id)
    )
    given = dispatch.legal_days.count()
    if given and told == told_days_of(dispatch):
        raise AlreadyRegistered
    refuse(
        rules.obstacles_to_legal_days(
            told,
            decided=DispatchState(dispatch.state) in DECIDED,
            decided_on=dispatch.decided_on,
            today=localdate(now),
            seen=seen,
            given=given,
        )
    )
    days = LegalDays.objects.create(
        dispatch=dispatch,
        given_by=f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name,
        given_at=now,
        **asdict(told),
    )
    for name, value in asdict(told).items():
        setattr(dispatch, name, value)
    dispatch.save(update_fields=list(asdict(told)))
    record(
        dispatch.recommendation.collaboration_id,
        "legal_days.told",
        subject(dispatch.recommendation),
        by=by,
        at=now,
        rule="R152",
        source="kommunallagen (2017:725) 5, 8 och 13 kap.",
        number=dispatch.recommendation.number,
        principal=dispatch.principal.name,
        **asdict(told),
    )
    return days


def told_days_of(dispatch: Dispatch) -> ToldDays:
    """Return the days that a principal has told."""
    return ToldDays(
        dispatch.minutes_approved_on,
        dispatch.announced_on,
        dispatch.final_on,
        dispatch.appealed,
    )


def legal_force_of(dispatch: Dispatch) -> LegalForce | None:
    """Return what is known of a principal's decision after the meeting; None before it."""
    if DispatchState(dispatch.state) not in DECIDED:
        return None
    return rules.legal_force(dispatch.decided_on, dispatch.deciding_kind, told_days_of(dispatch))
