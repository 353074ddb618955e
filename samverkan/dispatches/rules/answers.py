"""What a principal may tell, and when."""

from dataclasses import dataclass
from datetime import date, timedelta

from samverkan.dispatches.choices import DECIDED, AnswerKind, DispatchState
from samverkan.journal.obstacles import Obstacle

PLANNED_AT_MOST = timedelta(days=730)
MORE_TIME_AT_MOST = timedelta(days=365)


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
    condition: str = ""
    deciding_kind: str = ""


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
    withdrawn_on: date | None = None,
    answers_earlier: bool = False,
    text_changed: int = 0,
) -> list[Obstacle]:
    """List what stands in the way of a principal's answer.

    Main points, Tjänstepersoner (R152): the outcome is bifall or avslag; (R007) decided by a
    competent body or office that is named. Source 003 (R316): the principal's own reference
    number. `seen` and `given` count the answers that the sender had seen and that there are;
    `text_changed` is the version that came meanwhile. One that decided on an earlier text may
    decide on the new one; when the recommendation is withdrawn only corrections are taken in.
    """
    obstacles = []
    if withdrawn_on is not None and not correcting:
        obstacles.append(Obstacle("recommendation_withdrawn", {"on": withdrawn_on}))
    if text_changed:
        obstacles.append(Obstacle("text_meanwhile", {"version": text_changed}))
    if seen != given:
        obstacles.append(Obstacle("answered_meanwhile"))
    if state in DECIDED and not correcting and not answers_earlier:
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
    if told.kind is AnswerKind.MORE_TIME:
        if told.on is None:
            obstacles.append(Obstacle("no_more_time_day"))
        elif told.on <= today:
            obstacles.append(Obstacle("more_time_day_passed"))
        elif told.on > today + MORE_TIME_AT_MOST:
            obstacles.append(Obstacle("more_time_day_far"))
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
    if told.condition.strip() and told.kind is not AnswerKind.APPROVED:
        obstacles.append(Obstacle("condition_without_approval"))
    if told.on is not None and told.on < dispatched_on and told.kind is not AnswerKind.RECEIVED:
        obstacles.append(Obstacle("before_dispatch", {"dispatched_on": dispatched_on}))
    if from_source and told.on is None and not told.about:
        obstacles.append(Obstacle("no_decision_day"))
    return obstacles
