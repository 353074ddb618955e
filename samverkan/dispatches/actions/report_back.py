"""The way back: the outcome comes to the body's next meeting by itself (R153)."""

from datetime import date, datetime

from django.db.models import Count, F, Max, Q
from django.db.models.functions import Greatest

from samverkan.cases.actions import advance
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Case
from samverkan.dispatches import rules, wording
from samverkan.dispatches.actions.drawing_up import draw_up
from samverkan.dispatches.actions.outcome_table import outcome_table
from samverkan.dispatches.awaited import awaited
from samverkan.dispatches.choices import SETTLED, DispatchState
from samverkan.dispatches.effects import effect_of
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Dispatch, Recommendation
from samverkan.documents.texts import TableText
from samverkan.journal.actors import Actor
from samverkan.journal.record import record
from samverkan.meetings.actions import refresh_own_points
from samverkan.meetings.choices import ItemKind, MeetingStage, Outcome
from samverkan.meetings.hooks import PointDraft
from samverkan.meetings.models import Meeting
from samverkan.meetings.queries import next_open_meeting
from samverkan.meetings.rules import agenda_open

TEXT_LIMIT = 8000  # what a point's text holds


def points_due(meeting: Meeting) -> list[PointDraft]:
    """Return the report-back points that a body's next agenda gets by itself."""
    recommendations = (
        Recommendation.objects.filter(body_id=meeting.body_id, dispatched_at__isnull=False)
        .exclude(case__stage=CaseStage.CLOSED)
        .annotate(
            last_answer_at=Greatest(  # of those that there are
                Max("dispatches__answers__given_at"),
                Max("dispatches__answers__confirmations__given_at"),
                Max("conclusions__noted_at"),
                "withdrawal__noted_at",
            )
        )
        .select_related("case")
        .order_by("agreed_on", "number")
    )
    return [
        PointDraft(
            heading=wording.report_back_heading(recommendation.title),
            text=outcome_text(recommendation, meeting.on),
            case_id=recommendation.case_id,
            table=outcome_table(recommendation),
        )
        for recommendation in recommendations
        if rules.report_back_due(
            dispatched=True,
            reported_at=recommendation.reported_until or recommendation.reported_back_at,
            last_answer_at=recommendation.last_answer_at,
        )
    ]


def refresh_next_agenda(recommendation: Recommendation, today: date) -> None:
    """Bring the outcome to the body's next open meeting; part of the act that registers it."""
    meeting = next_open_meeting(recommendation.body_id, today)
    while meeting is not None:
        # Waits for one who is changing that meeting, who may just have closed it.
        locked = (
            Meeting.objects.select_for_update(of=("self",), no_key=True)
            .select_related("body", "collaboration")
            .get(pk=meeting.pk)
        )
        if not agenda_open(MeetingStage(locked.stage)):
            refresh_own_points(locked)
            break
        meeting = next_open_meeting(recommendation.body_id, today)


def follow_approval(meeting: Meeting, by: Actor, now: datetime) -> None:
    """Draw up what was recommended, and note what was reported back, when minutes are approved."""
    items = meeting.items.select_related("case", "meeting__body", "clauses").order_by("number")
    reported = items.filter(kind=ItemKind.REPORT_BACK).exclude(case=None).values("case")
    # Locked before the journal is: others lock a recommendation first and the journal last.
    recommendations = list(
        Recommendation.objects.select_for_update(of=("self", "case"), no_key=True)
        .select_related("case")
        .filter(case__in=reported, body_id=meeting.body_id, dispatched_at__isnull=False)
        .order_by("pk")
    )
    for item in items.filter(outcome=Outcome.RECOMMENDED):
        draw_up(item, by=by, now=now)
    told = {item.heading: item.table for item in items if item.kind == ItemKind.REPORT_BACK}
    for recommendation in recommendations:
        table = told.get(wording.report_back_heading(recommendation.title))
        _report(recommendation, meeting, table, by, now)


def outcome_sentence(recommendation: Recommendation) -> str:
    """Return in words how many principals have decided what, and who has not answered."""
    states = dict(
        recommendation.dispatches.values_list("state").annotate(count=Count("pk")).order_by()
    )
    silent = (
        recommendation.dispatches.filter(~Q(state__in=SETTLED))
        .select_related("principal")
        .order_by(F("principal__position"))
    )
    awaited_from = [] if recommendation.withdrawn_on else silent
    unconcerned = recommendation.dispatches.filter(state=DispatchState.NOT_CONCERNED).order_by(
        F("principal__position")
    )
    awaited_from = [] if recommendation.withdrawn_on else silent
    return wording.outcome(
        rules.tally({DispatchState(state): count for state, count in states.items()}),
        [one.principal.short_name for one in awaited_from],
        list(unconcerned.values_list("principal__short_name", flat=True)),
    )


def outcome_text(recommendation: Recommendation, today: date) -> str:
    """Return the outcome with what follows from it, and what was concluded, for a report back."""
    effect = effect_of(recommendation, today=today)
    parts = [outcome_sentence(recommendation), effect.sentence]
    if conclusion := recommendation.conclusions.first():
        parts.append(wording.conclusion_sentence(conclusion.text, conclusion.ground))
    return "\n\n".join(parts)[:TEXT_LIMIT]


def _report(
    recommendation: Recommendation,
    meeting: Meeting,
    table: TableText | None,
    by: Actor,
    now: datetime,
) -> None:
    recommendation.reported_back_at = now
    # An answer that came after the meeting was closed is not in its minutes: it is news still.
    recommendation.reported_until = datetime.fromisoformat(table["until"]) if table else now
    recommendation.save(update_fields=["reported_back_at", "reported_until"])
    advance(recommendation.case_id, CaseStage.REPORTED_BACK)
    record(
        recommendation.collaboration_id,
        "recommendation.reported_back",
        subject(recommendation),
        by=by,
        at=now,
        rule="R153",
        source="huvudpunkterna, Tjänstepersoner",
        number=recommendation.number,
        body=meeting.body.name,
        on=meeting.on,
        outcome=outcome_sentence(recommendation),
    )


def silent_on(case: Case) -> list[str]:
    """Return the principals that have not answered what was recommended in a case."""
    open_ones = Dispatch.objects.filter(awaited(), recommendation__case=case)
    names = open_ones.order_by("principal__position").values_list(
        "principal__short_name", flat=True
    )
    return list(dict.fromkeys(names))
