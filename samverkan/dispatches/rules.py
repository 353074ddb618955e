"""Rules for dispatch, answers, states, report back and links. Pure: no database, no clock."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from samverkan.cases.choices import CaseStage
from samverkan.dispatches.choices import (
    DECIDED,
    AnswerKind,
    DispatchState,
    RecommendationState,
    ShownState,
)
from samverkan.journal.obstacles import Obstacle

PLANNED_AT_MOST = timedelta(days=730)
REMIND_AT_MOST_EVERY = timedelta(days=7)


def obstacles_to_dispatch(
    *,
    dispatched: bool,
    minutes_approved: bool,
    case_stage: CaseStage,
    clauses: Sequence[str],
    missing_annexes: Collection[str],
    unreachable: Collection[str],
    reply_by: date | None,
    today: date,
) -> list[Obstacle]:
    """List what stands in the way of dispatching a recommendation to every principal.

    Main points, Tjänstepersoner (R152): recommendations shall be dispatched to each principal for
    decision. Minutes of 2018 (R304): only from approved minutes; (R299): with every annex named.
    """
    obstacles = []
    if dispatched:
        obstacles.append(Obstacle("already_dispatched"))
    elif case_stage is not CaseStage.RECOMMENDED:
        obstacles.append(
            Obstacle("wrong_stage", {"stage": case_stage.label, "to": CaseStage.DISPATCHED.label})
        )
    if not minutes_approved:
        obstacles.append(Obstacle("minutes_not_approved"))
    if not clauses:
        obstacles.append(Obstacle("no_clauses"))
    if missing_annexes:
        obstacles.append(Obstacle("annexes_missing", {"annexes": sorted(missing_annexes)}))
    if unreachable:
        obstacles.append(Obstacle("unreachable", {"principals": sorted(unreachable)}))
    if reply_by is not None and reply_by <= today:
        obstacles.append(Obstacle("reply_by_passed"))
    return obstacles


@dataclass(frozen=True)
class Told:
    """What a principal tells: the same fields whether on reception, a planned day or a decision."""

    kind: AnswerKind
    reference_number: str = ""
    on: date | None = None
    about: str = ""
    deciding_body: str = ""
    paragraph: str = ""
    comment: str = ""


def obstacles_to_answer(
    told: Told,
    *,
    state: DispatchState,
    dispatched_on: date,
    today: date,
    has_extract: bool,
    seen: int,
    given: int,
    correcting: bool = False,
    reason: str = "",
    from_source: bool = False,
) -> list[Obstacle]:
    """List what stands in the way of a principal's answer.

    Main points, Tjänstepersoner (R152): the outcome is bifall or avslag; (R007) decided by a
    competent body or office that is named. Source 003 (R316): the principal's own reference
    number. `seen` and `given` count the answers that the sender had seen and that there are.
    """
    obstacles = []
    if seen != given:
        obstacles.append(Obstacle("answered_meanwhile"))
    if state in DECIDED and not correcting:
        obstacles.append(Obstacle("already_decided", {"state": state.label}))
    if correcting and not given:
        obstacles.append(Obstacle("nothing_to_correct"))
    if correcting and not reason.strip():
        obstacles.append(Obstacle("no_reason"))
    return obstacles + _obstacles_in(
        told,
        dispatched_on=dispatched_on,
        today=today,
        has_extract=has_extract,
        from_source=from_source,
    )


def _obstacles_in(
    told: Told, *, dispatched_on: date, today: date, has_extract: bool, from_source: bool
) -> list[Obstacle]:
    obstacles = []
    if told.kind is AnswerKind.RECEIVED and not told.reference_number.strip():
        obstacles.append(Obstacle("no_reference_number"))
    if told.kind is AnswerKind.PLANNED:
        if told.on is None:
            obstacles.append(Obstacle("no_planned_day"))
        elif told.on < today:
            obstacles.append(Obstacle("planned_day_passed"))
        elif told.on > today + PLANNED_AT_MOST:
            obstacles.append(Obstacle("planned_day_far"))
    if told.kind in (AnswerKind.APPROVED, AnswerKind.REJECTED) and not from_source:
        if told.on is None:
            obstacles.append(Obstacle("no_decision_day"))
        elif told.on > today:
            obstacles.append(Obstacle("decision_day_ahead"))
        if not told.deciding_body.strip():
            obstacles.append(Obstacle("no_deciding_body"))
        if not told.paragraph.strip():
            obstacles.append(Obstacle("no_paragraph"))
        if not has_extract:
            obstacles.append(Obstacle("no_extract"))
    if told.on is not None and told.on < dispatched_on and told.kind is not AnswerKind.RECEIVED:
        obstacles.append(Obstacle("before_dispatch", {"dispatched_on": dispatched_on}))
    if from_source and told.on is None and not told.about:
        obstacles.append(Obstacle("no_decision_day"))
    return obstacles


def shown_state(
    state: DispatchState | None, *, reply_by: date | None, planned_on: date | None, today: date
) -> ShownState:
    """Return what the board says of one principal on a day (R154).

    "Svar saknas" when the reply-by day has passed, unless a meeting to come is planned.
    """
    if state is None:
        return ShownState.NOT_DISPATCHED
    if state not in DECIDED and reply_by is not None and today > reply_by:
        if state is DispatchState.PLANNED and planned_on is not None and planned_on >= today:
            return ShownState.PLANNED
        return ShownState.UNANSWERED
    return ShownState(state.value)


def recommendation_state(
    states: Sequence[DispatchState], *, dispatched: bool
) -> RecommendationState:
    """Return the state of a recommendation as a whole, from the principals' answers alone (R153).

    Nothing is concluded from the answers by itself: no text says how many must adopt (Q03).
    """
    if not dispatched:
        return RecommendationState.NOT_DISPATCHED
    if all(state in DECIDED for state in states):
        return RecommendationState.ALL_ANSWERED
    return RecommendationState.OUT


@dataclass(frozen=True)
class Tally:
    """How many principals have said what, of how many."""

    addressed: int
    approved: int
    rejected: int

    @property
    def decided(self) -> int:
        """Return how many have decided."""
        return self.approved + self.rejected


def tally(states: Mapping[DispatchState, int]) -> Tally:
    """Return the count of answers, from the number of principals in each state."""
    return Tally(
        addressed=sum(states.values()),
        approved=states.get(DispatchState.APPROVED, 0),
        rejected=states.get(DispatchState.REJECTED, 0),
    )


def report_back_due(
    *, dispatched: bool, reported_at: datetime | None, last_answer_at: datetime | None
) -> bool:
    """Return whether the outcome is to be reported back to the body at its next meeting.

    Main points, Tjänstepersoner (R153): the outcome is reported back to the cooperation body; as
    often as there is something new to tell.
    """
    if not dispatched or last_answer_at is None:
        return False
    return reported_at is None or last_answer_at > reported_at


def may_be_reminded(
    *,
    state: DispatchState,
    dispatched_at: datetime,
    reminded_at: datetime | None,
    planned_on: date | None,
    now: datetime,
) -> bool:
    """Return whether a principal is to get a reminder: undecided, and left alone for a week.

    Main points, Tjänstepersoner (R153): a reminder to those who have not answered; one who has
    told of a meeting to come has answered for now.
    """
    if state in DECIDED:
        return False
    if planned_on is not None and planned_on >= now.date():
        return False
    return now - (reminded_at or dispatched_at) >= REMIND_AT_MOST_EVERY
