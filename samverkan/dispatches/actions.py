"""What can be done with a recommendation: dispatch it, remind, and carry the outcome home."""

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.cases.actions import advance
from samverkan.cases.choices import CaseStage
from samverkan.dispatches import rules
from samverkan.dispatches.choices import DECIDED, DispatchState
from samverkan.dispatches.letters import letter_facts, subject
from samverkan.dispatches.links import issue
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.dispatches.proposals import proposal_text
from samverkan.documents.rules import annexes_named_in, is_attached, obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.models import Collaboration
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Item
from samverkan.principals.models import FormerName, LineBody, Principal


def draw_up(item: Item, *, by: Actor, now: datetime) -> Recommendation:
    """Draw up (upprätta) a recommendation from a point of approved minutes, as the text stands.

    Part of the act that approves the minutes; called for every point where a body recommends.
    """
    case = item.case
    clauses = item.clauses
    assert case is not None and clauses is not None and item.number is not None  # noqa: S101, PT018
    meeting = item.meeting
    recommendation = Recommendation.objects.create(
        collaboration_id=meeting.collaboration_id,
        number=_next_number(meeting.collaboration_id, meeting.on.year),
        case=case,
        body=meeting.body,
        item=item,
        title=case.title,
        summary=case.question,
        lead=clauses.lead,
        clauses=[clause.text for clause in clauses.clauses.all()],
        agreed_on=meeting.on,
        point=item.number,
        source=meeting.source,
    )
    record(
        meeting.collaboration_id,
        "recommendation.drawn_up",
        subject(recommendation),
        by=by,
        at=now,
        rule="R006",
        source=meeting.source or "huvudpunkterna, Gemensam struktur för samverkan",
        number=recommendation.number,
        title=recommendation.title,
        body=meeting.body.name,
        agreed_on=meeting.on,
        point=item.number,
    )
    return recommendation


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
    recommendation = _locked(collaboration_id, number)
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
    attached = _annex_names(recommendation)
    named = {name for clause in recommendation.clauses for name in annexes_named_in(clause)}
    return rules.obstacles_to_dispatch(
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
    )


@transaction.atomic
def note_outcome(
    collaboration_id: int, number: str, note: str, *, source: str, by: Actor, now: datetime
) -> Recommendation:
    """Write what is known of the outcome beside the principals' answers, with its source.

    Raises StepRefused without a note, or without saying where it is known from.
    """
    recommendation = _locked(collaboration_id, number)
    if not (note.strip() and source.strip()):
        refuse([Obstacle("note_without_source")])
    refuse(obstacles_to_text(Anteckning=note, Källa=source))
    recommendation.outcome_note = note
    recommendation.save(update_fields=["outcome_note"])
    record(
        collaboration_id,
        "recommendation.outcome_noted",
        subject(recommendation),
        by=by,
        at=now,
        source=source,
        number=number,
        note=note,
    )
    return recommendation


@transaction.atomic
def remind(collaboration_id: int, number: str, *, by: Actor, now: datetime) -> list[Dispatch]:
    """Send a reminder, with a new personal link, to the principals that have not answered.

    Raises StepRefused when everyone has answered or was written to within the last week.
    """
    recommendation = _locked(collaboration_id, number)
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
        for dispatch in recommendation.dispatches.exclude(state__in=DECIDED)
        .exclude(to="")
        .select_related("principal")
        .order_by("principal__position")
        if rules.may_be_reminded(
            state=DispatchState(dispatch.state),
            dispatched_at=dispatch.dispatched_at,
            reminded_at=dispatch.reminded_at,
            planned_on=dispatch.planned_on,
            now=now,
        )
    ]


def addressees_of(collaboration_id: int, on: date) -> list[Principal]:
    """Return the principals to whom a recommendation goes on a day: all of them."""
    return list(
        Principal.objects.filter(collaboration_id=collaboration_id, period__contains=on).order_by(
            "position"
        )
    )


def _locked(collaboration_id: int, number: str) -> Recommendation:
    return (
        Recommendation.objects.select_for_update(of=("self",), no_key=True)
        .select_related("case", "body", "item__meeting")
        .get(collaboration_id=collaboration_id, number=number)
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
    annexes = _annex_names(recommendation)
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


def _annex_names(recommendation: Recommendation) -> list[str]:
    clauses = recommendation.item.clauses
    return list(clauses.annexes.values_list("name", flat=True)) if clauses else []


def _next_number(collaboration_id: int, year: int) -> str:
    Collaboration.objects.select_for_update(no_key=True).get(pk=collaboration_id)
    numbers = Recommendation.objects.filter(
        collaboration_id=collaboration_id, number__startswith=f"r{year}-"
    ).values_list("number", flat=True)
    last = max((int(number.partition("-")[2]) for number in numbers), default=0)
    return f"r{year}-{last + 1:02}"
