"""From a recommendation to every principal: all in one act, or none."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.cases.actions import advance
from samverkan.cases.choices import CaseStage
from samverkan.dispatches import rules
from samverkan.dispatches.actions.found import annex_names, locked_recommendation
from samverkan.dispatches.actions.links import issue
from samverkan.dispatches.effects import terms_of
from samverkan.dispatches.letters import letter_facts, subject
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.proposals import proposal_text
from samverkan.documents.rules import annexes_named_in, is_attached
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings.choices import MeetingStage
from samverkan.principals.choices import Side
from samverkan.principals.models import FormerName, LineBody, Principal


@transaction.atomic
def dispatch_recommendation(
    collaboration_id: int,
    number: str,
    *,
    reply_by: date | None = None,
    by: Actor,
    now: datetime,
    source: str = "",
) -> Recommendation:
    """Send a recommendation to every principal for its own decision: all in one act, or none.

    With a source it is history: nothing is e-mailed. Raises StepRefused when something stands in
    the way.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    recommendation.reply_by = reply_by
    principals = addressees_of(collaboration_id, localdate(now))
    refuse(
        obstacles_before_dispatch(
            recommendation, principals, today=localdate(now), by_mail=not source
        )
    )
    dispatches = _bulk_dispatch(recommendation, principals, now)
    recommendation.dispatched_at = now
    recommendation.save(update_fields=["dispatched_at", "reply_by"])
    advance(recommendation.case_id, CaseStage.DISPATCHED)
    keys = {} if source else issue(dispatches, now=now)
    entry = record(
        collaboration_id,
        "recommendation.dispatched",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=source or "huvudpunkterna, Tjänstepersoner",
        number=number,
        title=recommendation.title,
        count=len(dispatches),
        reply_by=reply_by,
        addressees={dispatch.principal.slug: dispatch.sha256 for dispatch in dispatches},
        effect={
            "kind": recommendation.effect_rule,
            "at_least": recommendation.effect_at_least,
            "share": recommendation.effect_share,
            "starts_on": recommendation.effect_from,
        },
    )
    if not source:
        notify(
            entry,
            "recommendation_dispatched",
            [
                (
                    dispatch.to,
                    letter_facts(dispatch, recommendation, keys[dispatch.pk], today=localdate(now)),
                )
                for dispatch in dispatches
            ],
            at=now,
        )
    return recommendation


def obstacles_before_dispatch(
    recommendation: Recommendation,
    principals: Collection[Principal],
    *,
    today: date,
    by_mail: bool = True,
) -> list[Obstacle]:
    """Return what stands in the way of dispatching as things are now."""
    attached = annex_names(recommendation)
    named = {name for clause in recommendation.clauses for name in annexes_named_in(clause)}
    effect = rules.obstacles_to_fulfil(
        terms_of(recommendation), [Side(principal.side) for principal in principals]
    )
    return effect + rules.obstacles_to_dispatch(
        dispatched=recommendation.dispatched_at is not None,
        minutes_approved=recommendation.item.meeting.stage == MeetingStage.APPROVED,
        case_stage=CaseStage(recommendation.case.stage),
        clauses=recommendation.clauses,
        missing_annexes=[name for name in named if not is_attached(name, attached)],
        unreachable=[
            principal.name for principal in principals if by_mail and not principal.registrar_email
        ],
        reply_by=recommendation.reply_by if by_mail else None,
        today=today,
        withdrawn_on=recommendation.withdrawn_on,
    )


def addressees_of(collaboration_id: int, on: date) -> list[Principal]:
    """Return the principals to whom a recommendation goes on a day: all of them."""
    return list(
        Principal.objects.filter(collaboration_id=collaboration_id, period__contains=on).order_by(
            "position"
        )
    )


def _bulk_dispatch(
    recommendation: Recommendation, principals: list[Principal], now: datetime
) -> list[Dispatch]:
    day = localdate(now)
    ids = [principal.pk for principal in principals]
    former = dict(
        FormerName.objects.filter(principal__in=ids, period__contains=day).values_list(
            "principal_id", "name"
        )
    )
    deciders = dict(
        LineBody.objects.filter(principal__in=ids, is_usual_decider=True).values_list(
            "principal_id", "name"
        )
    )
    annexes = annex_names(recommendation)
    dispatches = []
    for principal in principals:
        addressee = former.get(principal.pk, principal.name)
        text = proposal_text(
            recommendation,
            principal,
            addressee=addressee,
            decider=deciders.get(principal.pk, ""),
            annexes=annexes,
        )
        dispatches.append(
            Dispatch(
                recommendation=recommendation,
                principal=principal,
                addressee=addressee,
                to=principal.registrar_email,
                proposal=text,
                sha256=digest(text),
                dispatched_at=now,
            )
        )
    return Dispatch.objects.bulk_create(dispatches)
