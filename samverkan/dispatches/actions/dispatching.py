"""From a recommendation to every principal: all in one act, or none."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from types import MappingProxyType
from typing import Any, cast

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.cases.actions import advance
from samverkan.cases.choices import CaseStage
from samverkan.dispatches import rules
from samverkan.dispatches.actions.addressing import choose, keep_addressing
from samverkan.dispatches.actions.federations import write_to_federations
from samverkan.dispatches.actions.found import annex_names, locked_recommendation
from samverkan.dispatches.actions.levels import deciders_at, level_kind, level_of, said_level
from samverkan.dispatches.actions.sending import make_ready, write_letters
from samverkan.dispatches.choices import DispatchState
from samverkan.dispatches.effects import terms_of
from samverkan.dispatches.foreseeing import remarks_on_reply_day
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.proposals import proposal_text
from samverkan.documents.rules import annexes_named_in, is_attached, obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings.choices import MeetingStage
from samverkan.principals.choices import Side
from samverkan.principals.letterheads import letterheads_on
from samverkan.principals.models import FormerName, Principal


@transaction.atomic
def dispatch_recommendation(
    collaboration_id: int,
    number: str,
    *,
    reply_by: date | None = None,
    to: rules.To = rules.EVERYONE,
    reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> Recommendation:
    """Send a recommendation to every principal for its own decision: all in one act, or none.

    `to` says when it goes to some of them, whom it does not concern, and whether federations
    recommend it on. With a source it is history: nothing is e-mailed. A reason lets a reply-by day
    pass that some cannot keep. Raises StepRefused when something stands in the way.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    recommendation.reply_by = reply_by
    today = localdate(now)
    chosen = choose(collaboration_id, to, on=today)
    reached = chosen.reached
    late = (
        []
        if source
        else remarks_on_reply_day(
            collaboration_id, reached, reply_by, today, level=level_kind(recommendation)
        )
    )
    refuse(
        [
            *obstacles_before_dispatch(recommendation, reached, today=today, by_mail=not source),
            *chosen.obstacles(by_mail=not source),
            *obstacles_to_text(Skäl=reason),
            *late,
        ],
        reason=reason,
    )
    dispatches = bulk_dispatch(recommendation, chosen.principals, now, marks=chosen.marks)
    sent = [dispatch for dispatch in dispatches if dispatch.state == DispatchState.DISPATCHED]
    through = keep_addressing(recommendation, chosen, dispatches, by=by, now=now)
    recommendation.dispatched_at = now
    recommendation.save(update_fields=["dispatched_at", "reply_by"])
    advance(recommendation.case_id, CaseStage.DISPATCHED)
    ready = None if source else make_ready(recommendation, sent, now)
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
        count=len(sent),
        reply_by=reply_by,
        reason=reason,
        addressees={dispatch.principal.slug: dispatch.sha256 for dispatch in dispatches},
        effect={
            "kind": recommendation.effect_rule,
            "at_least": recommendation.effect_at_least,
            "share": recommendation.effect_share,
            "starts_on": recommendation.effect_from,
        },
        **cast("dict[str, Any]", chosen.facts),
    )
    if ready is not None:
        write_letters(entry, recommendation, ready, now=now)
        write_to_federations(entry, recommendation, through, now=now)
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


def bulk_dispatch(
    recommendation: Recommendation,
    principals: Sequence[Principal],
    now: datetime,
    *,
    marks: Mapping[int, Mapping[str, Any]] = MappingProxyType({}),
) -> list[Dispatch]:
    """Make a dispatch for each principal; `marks` says what differs, by the principal's id."""
    day = localdate(now)
    ids = [principal.pk for principal in principals]
    former = dict(
        FormerName.objects.filter(principal__in=ids, period__contains=day).values_list(
            "principal_id", "name"
        )
    )
    level = level_of(recommendation)
    deciders = deciders_at(level, principals)
    senders = letterheads_on(ids, day)
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
            sender=senders.get(principal.pk),
            level=said_level(level),
        )
        facts: dict[str, Any] = {
            "recommendation": recommendation,
            "principal": principal,
            "addressee": addressee,
            "to": principal.registrar_email,
            "proposal": text,
            "sha256": digest(text),
            "dispatched_at": now,
            "version": recommendation.version,
        }
        dispatches.append(Dispatch(**facts | dict(marks.get(principal.pk, {}))))
    return Dispatch.objects.bulk_create(dispatches)
