"""Taking a recommendation back: answers stand, and nothing more is awaited."""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.actions.links import issue
from samverkan.dispatches.actions.report_back import refresh_next_agenda
from samverkan.dispatches.choices import DECIDED, NOT_ASKED, DispatchState
from samverkan.dispatches.letters import letter_facts, subject
from samverkan.dispatches.models import Dispatch, Recommendation, Withdrawal
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Item


@transaction.atomic
def withdraw_recommendation(
    collaboration_id: int,
    number: str,
    *,
    reason: str,
    item_id: int | None = None,
    on: date | None = None,
    source: str = "",
    by: Actor,
    now: datetime,
) -> Withdrawal:
    """Note that the body has taken a recommendation back, and tell everyone it was sent to.

    By a point of the body's approved minutes, which gives the day, or on a day with its source.
    Raises StepRefused when something stands in the way.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    dispatches = held_dispatches(recommendation)
    item = point_of(recommendation, item_id)
    day = item.meeting.on if item else on
    refuse(
        [
            *rules.obstacles_to_withdraw(
                withdrawn_on=recommendation.withdrawn_on,
                reason=reason,
                point=as_ground(item, recommendation),
                source=source,
                on=day,
                agreed_on=recommendation.agreed_on,
                today=localdate(now),
            ),
            *obstacles_to_text(Skäl=reason, Källa=source),
        ]
    )
    assert day is not None  # noqa: S101 - the rule has refused a withdrawal without a day
    recommendation.withdrawn_on = day
    recommendation.save(update_fields=["withdrawn_on"])
    withdrawal = Withdrawal.objects.create(
        recommendation=recommendation,
        on=day,
        reason=reason.strip(),
        item=item,
        source=source.strip(),
        noted_by=by.name,
        noted_at=now,
    )
    told = [one for one in dispatches if one.to and is_asked(one)]
    keys = issue(told, now=now, replacing=False)
    refresh_next_agenda(recommendation, localdate(now))
    entry = record(
        collaboration_id,
        "recommendation.withdrawn",
        subject(recommendation),
        by=by,
        at=now,
        rule="R006",
        source=source or f"{recommendation.body.name} {day}, punkt {item.number if item else ''}",
        number=number,
        body=recommendation.body.name,
        on=day,
        reason=reason.strip(),
        point=item.number if item else None,
        answered=[one.principal.slug for one in dispatches if one.state in DECIDED],
    )
    if told:
        notify(
            entry,
            "recommendation_withdrawn",
            [
                (
                    one.to,
                    {
                        **letter_facts(one, recommendation, keys[one.pk], today=localdate(now)),
                        "withdrawn_on": str(day),
                        "reason": reason.strip(),
                        "decided": one.get_state_display() if one.state in DECIDED else "",
                    },
                )
                for one in told
            ],
            at=now,
        )
    return withdrawal


def held_dispatches(recommendation: Recommendation) -> list[Dispatch]:
    """Return what was sent to each principal, held until the act is done."""
    return list(
        recommendation.dispatches.select_for_update(of=("self",), no_key=True)
        .exclude(state=DispatchState.TAKEN_OVER)
        .select_related("principal")
        .order_by("pk")
    )


def is_asked(dispatch: Dispatch) -> bool:
    """Return whether a principal has the recommendation, and is to decide on it."""
    return dispatch.state not in (*NOT_ASKED, DispatchState.HELD)


def point_of(recommendation: Recommendation, item_id: int | None) -> Item | None:
    """Return a point that an act rests on, of any meeting of the collaboration."""
    if item_id is None:
        return None
    here = recommendation.collaboration_id
    return Item.objects.select_related("meeting").get(pk=item_id, meeting__collaboration_id=here)


def as_ground(item: Item | None, recommendation: Recommendation) -> rules.Point | None:
    """Return a point as the rules know it."""
    if item is None:
        return None
    return rules.Point(
        same_body=item.meeting.body_id == recommendation.body_id,
        approved=item.meeting.stage == MeetingStage.APPROVED,
    )


def points_to_rest_on(recommendation: Recommendation) -> list[Item]:
    """Return the points of the body's approved minutes since it agreed, the newest first."""
    return list(
        Item.objects.filter(
            meeting__body_id=recommendation.body_id,
            meeting__stage=MeetingStage.APPROVED,
            meeting__on__gte=recommendation.agreed_on,
            number__isnull=False,
        )
        .exclude(pk=recommendation.item_id)
        .select_related("meeting")
        .order_by("-meeting__on", "number")[:200]
    )
