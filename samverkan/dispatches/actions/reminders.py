"""Reminders to the principals that have not answered."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.actions.links import issue
from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.letters import letter_facts, subject
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.journal.actors import Actor
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record


@transaction.atomic
def remind(collaboration_id: int, number: str, *, by: Actor, now: datetime) -> list[Dispatch]:
    """Send a reminder, with a new personal link, to the principals that have not answered.

    Raises StepRefused when everyone has answered or was written to within the last week.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    silent = to_remind(recommendation, now)
    if not silent:
        refuse([Obstacle("nobody_to_remind")])
    keys = issue(silent, now=now, replacing=False)
    Dispatch.objects.filter(pk__in=[dispatch.pk for dispatch in silent]).update(reminded_at=now)
    entry = record(
        collaboration_id,
        "recommendation.reminded",
        subject(recommendation),
        by=by,
        at=now,
        rule="R153",
        source="huvudpunkterna, Tjänstepersoner",
        number=number,
        principals=[dispatch.principal.name for dispatch in silent],
    )
    notify(
        entry,
        "recommendation_reminded",
        [
            (
                dispatch.to,
                letter_facts(dispatch, recommendation, keys[dispatch.pk], today=localdate(now)),
            )
            for dispatch in silent
        ],
        at=now,
    )
    return silent


def to_remind(recommendation: Recommendation, now: datetime) -> list[Dispatch]:
    """Return the dispatches whose principals would get a reminder now."""
    return [
        dispatch
        for dispatch in recommendation.dispatches.filter(awaited())
        .exclude(to="")
        .select_related("principal")
        .order_by("principal__position")
        if rules.may_be_reminded(
            state=DispatchState(dispatch.state),
            answers_earlier=dispatch.answers_earlier,
            dispatched_at=dispatch.sent_again_at or dispatch.dispatched_at,
            reminded_at=dispatch.reminded_at,
            planned_on=dispatch.planned_on,
            now=now,
        )
    ]
