"""A principal's answers: each is a new row; the dispatch shows what they add up to."""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.answering import obstacles_of_addressee
from samverkan.dispatches.actions.path_rows import (
    DECISIONS,
    follow_answer,
    obstacles_from_standing,
    with_kind,
)
from samverkan.dispatches.actions.reminders import take_back_unsent
from samverkan.dispatches.actions.report_back import refresh_next_agenda
from samverkan.dispatches.choices import AnswerKind, DispatchState
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Answer, Dispatch, Recommendation
from samverkan.dispatches.numbering.taken import hold_numbers, numbers_taken
from samverkan.dispatches.reading import expected_of
from samverkan.documents.actions import add_document
from samverkan.documents.detection import look_inside
from samverkan.documents.models import Document
from samverkan.documents.reading import text_of
from samverkan.documents.rules import identity_numbers_in, obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.models import Entry
from samverkan.journal.obstacles import Obstacle, Remark, StepRefused, refuse
from samverkan.journal.record import record

VERBS = {
    AnswerKind.RECEIVED: "answer.received",
    AnswerKind.PLANNED: "answer.planned",
    AnswerKind.MORE_TIME: "answer.more_time",
    AnswerKind.APPROVED: "answer.approved",
    AnswerKind.REJECTED: "answer.rejected",
}
WHY_EXTRACT = "Därför är det rätt utdrag"


class AlreadyRegistered(Exception):
    """The very same answer is the latest already: sent twice, kept once."""


@transaction.atomic
def register_answer(
    dispatch_id: int,
    told: rules.Told,
    *,
    seen: int,
    seen_version: int | None = None,
    extract: Document | None = None,
    correcting: bool = False,
    reason: str = "",
    extract_reason: str = "",
    by: Actor,
    now: datetime,
    source: str = "",
) -> Answer:
    """Keep what a principal tells: reception, a planned day, bifall or avslag.

    A correction names its reason and stands beside what it corrects. With a source the answer is
    history, and what the source leaves unsaid stays unknown. Raises StepRefused when something
    stands in the way and AlreadyRegistered when the same thing was told a moment ago.
    """
    dispatch = (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal")
        .get(pk=dispatch_id)
    )
    if told.reference_number:
        hold_numbers([dispatch.principal_id])
    told = with_kind(told, dispatch, localdate(now))
    # Read after the row is held: a new text or a withdrawal may have been waited for.
    recommendation = Recommendation.objects.select_related("body").get(
        pk=dispatch.recommendation_id
    )
    dispatch.recommendation = recommendation
    latest = latest_answer(dispatch)
    anew = dispatch.answers_earlier and not correcting
    if latest and not anew and _same(latest, told, extract):
        raise AlreadyRegistered
    refuse(
        obstacles_now(
            dispatch,
            told,
            seen=seen,
            seen_version=seen_version,
            has_extract=extract is not None or (correcting and dispatch.extract_id is not None),
            correcting=correcting,
            reason=reason,
            now=now,
            from_source=bool(source),
        )
        + obstacles_to_text(**{WHY_EXTRACT: extract_reason})
    )
    answer = Answer.objects.create(
        dispatch=dispatch,
        extract=extract or (dispatch.extract if correcting and told.kind in DECISIONS else None),
        corrects=latest if correcting else None,
        reason=reason,
        given_by=f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name,
        given_at=now,
        source=source,
        version=_version_of(latest, dispatch) if latest and correcting else dispatch.version,
        **asdict(told),
    )
    show(dispatch, recommendation)
    take_back_unsent(dispatch)
    why: dict[str, Any] = {"extract_reason": extract_reason} if extract_reason else {}
    refresh_next_agenda(recommendation, localdate(now))
    record(
        recommendation.collaboration_id,
        "answer.corrected" if correcting else VERBS[told.kind],
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=source or "huvudpunkterna, Tjänstepersoner",
        number=recommendation.number,
        principal=dispatch.principal.name,
        address=dispatch.principal.slug,
        version=answer.version,
        kind=told.kind.label,
        on=told.on,
        about=told.about,
        deciding_body=told.deciding_body,
        paragraph=told.paragraph,
        reference_number=told.reference_number,
        condition=told.condition,
        deciding_kind=told.deciding_kind,
        extract=answer.extract.content_id if answer.extract else "",
        reason=reason,
        **why,
    )
    if correcting:
        follow_answer(dispatch, answer, by=by, now=now)
    return answer


@transaction.atomic
def register_answer_with_file(
    dispatch_id: int,
    told: rules.Told,
    *,
    name: str,
    data: bytes,
    seen: int,
    seen_version: int | None = None,
    correcting: bool = False,
    reason: str = "",
    extract_reason: str = "",
    by: Actor,
    now: datetime,
) -> Answer:
    """Take in the minutes extract and keep the answer that it proves: both, or neither.

    Raises StepRefused with what stands in the way of either, also an extract that seems to be
    about another matter when nobody says why it is right, and AlreadyRegistered.
    """
    dispatch = Dispatch.objects.select_related("principal", "recommendation").get(pk=dispatch_id)
    looked = obstacles_in_extract(
        dispatch, name=name, data=data, number=told.reference_number, now=now
    )
    found = [
        one for one in looked.obstacles if not (isinstance(one, Remark) and extract_reason.strip())
    ]
    extract = None
    try:
        extract = add_document(
            dispatch.recommendation.collaboration_id,
            name=name,
            title=extract_title(dispatch),
            data=data,
            by=by,
            now=now,
            record_entry=False,
        )
    except StepRefused as refusal:  # another file is to be chosen: what this one says is no matter
        found = [*(one for one in found if not isinstance(one, Remark)), *refusal.obstacles]
    try:
        answer = register_answer(
            dispatch_id,
            told,
            seen=seen,
            seen_version=seen_version,
            extract=extract,
            correcting=correcting,
            reason=reason,
            extract_reason=extract_reason,
            by=by,
            now=now,
        )
    except StepRefused as refusal:
        found += [one for one in refusal.obstacles if extract or one.code != "no_extract"]
    refuse(found)
    return answer


@dataclass(frozen=True)
class Looked:
    """What the look into an extract found: its text, or why there is none, and what is remarked."""

    expected: rules.Expected
    text: str = ""
    unread: str = ""
    obstacles: tuple[Obstacle, ...] = ()


def obstacles_in_extract(
    dispatch: Dispatch, *, name: str, data: bytes, number: str = "", now: datetime
) -> Looked:
    """Return what an extract's text says against it; read before anything is locked.

    `number` is the principal's own, when it is told together with the extract.
    """
    expected = expected_of(dispatch, localdate(now), number=number)
    if look_inside(data).flaws:
        return Looked(expected)  # said when the file is taken in
    read = text_of(data)
    found: list[Obstacle] = [*rules.remarks_on_extract(read.text, expected)]
    if identity_numbers_in(read.text):
        found = [Obstacle("identity_number_in_extract", {"name": name})]
    return Looked(expected, read.text, read.unread, tuple(found))


def obstacles_now(
    dispatch: Dispatch,
    told: rules.Told,
    *,
    seen: int,
    has_extract: bool,
    correcting: bool,
    reason: str,
    now: datetime,
    from_source: bool,
    seen_version: int | None = None,
) -> list[Obstacle]:
    """Return what stands in the way of an answer as things are now."""
    changed = seen_version is not None and seen_version != dispatch.version
    return [
        *rules.obstacles_to_answer(
            told,
            state=DispatchState(dispatch.state),
            dispatched_on=localdate(dispatch.dispatched_at),
            today=localdate(now),
            has_extract=has_extract,
            seen=seen,
            given=dispatch.answers_count,
            correcting=correcting,
            reason=reason,
            from_source=from_source,
            withdrawn_on=dispatch.recommendation.withdrawn_on,
            answers_earlier=dispatch.answers_earlier,
            text_changed=dispatch.version if changed else 0,
        ),
        *rules.obstacles_to_reference_number(
            told.reference_number, taken=numbers_taken(dispatch) if told.reference_number else {}
        ),
        *obstacles_from_standing(dispatch, told, correcting=correcting),
        *obstacles_of_addressee(dispatch, told, correcting=correcting, today=localdate(now)),
        *obstacles_to_text(
            Diarienummer=told.reference_number,
            Kommentar=told.comment,
            Skäl=reason,
            Paragraf=told.paragraph,
            **{"Beslutande organ": told.deciding_body, "Ungefärlig tid": told.about},
            **{"Villkor eller tillägg": told.condition},
        ),
    ]


def latest_answer(dispatch: Dispatch) -> Answer | None:
    """Return the answer that a correction would correct."""
    return dispatch.answers.select_related("extract").order_by("-pk").first()


def latest_decision(dispatch: Dispatch) -> Answer | None:
    """Return the decision that stands."""
    decided = dispatch.answers.filter(corrected_by=None, kind__in=DECISIONS)
    return decided.prefetch_related("confirmations").order_by("-pk").first()


def standing_answers(dispatch: Dispatch) -> list[Answer]:
    """Return a dispatch's answers that no later answer corrects, the first first."""
    return list(dispatch.answers.filter(corrected_by=None).order_by("pk"))


def entry_of(answer: Answer) -> Entry | None:
    """Return the journal's entry of an answer: the proof of when it was registered."""
    recommendation = answer.dispatch.recommendation
    entries = Entry.objects.filter(
        collaboration_id=recommendation.collaboration_id,
        subject=subject(recommendation),
        at=answer.given_at,
        verb__startswith="answer.",
    )
    principal = answer.dispatch.principal.name
    told = (one for one in entries if one.content["facts"].get("principal") == principal)
    return next(told, None)


def extract_title(dispatch: Dispatch) -> str:
    """Return what the minutes extract of a principal is called among the files."""
    number = dispatch.recommendation.number
    return f"Protokollsutdrag från {dispatch.principal.name}, rekommendation {number}"


def show(dispatch: Dispatch, recommendation: Recommendation) -> None:
    """Let the dispatch show what its standing answers add up to: how far the principal has come.

    A reference number told late, after the planned day, does not take the principal back.
    """
    standing = standing_answers(dispatch)
    decision = planned = received = more_time = None
    for answer in standing:
        more_time = answer if answer.kind == AnswerKind.MORE_TIME else more_time
        received = answer if answer.kind == AnswerKind.RECEIVED else received
        planned = answer if answer.kind == AnswerKind.PLANNED else planned
        decision = answer if answer.kind in DECISIONS else decision
    furthest = decision or planned or received
    numbers = [answer.reference_number for answer in standing if answer.reference_number]
    dispatch.state = DispatchState(furthest.kind) if furthest else DispatchState.DISPATCHED
    dispatch.reference_number = numbers[-1] if numbers else ""
    dispatch.received_on = localdate(received.given_at) if received else None
    dispatch.planned_on = planned.on if planned else None
    dispatch.more_time_until = more_time.on if more_time else None
    dispatch.decided_on = decision.on if decision else None
    dispatch.decided_about = decision.about if decision else ""
    told = decision or planned
    dispatch.deciding_body = told.deciding_body if told else ""
    dispatch.paragraph = decision.paragraph if decision else ""
    dispatch.comment = decision.comment if decision else ""
    dispatch.condition = decision.condition if decision else ""
    dispatch.deciding_kind = decision.deciding_kind if decision else ""
    dispatch.answered_on = localdate(_first_told(decision).given_at) if decision else None
    dispatch.extract = decision.extract if decision else None
    dispatch.decided_version = _stands_for(decision) if decision else None
    dispatch.answers_earlier = (
        dispatch.decided_version is not None
        and dispatch.decided_version < recommendation.answers_from
    )
    dispatch.answers_count = dispatch.answers.count()
    dispatch.save()


def _first_told(decision: Answer) -> Answer:
    while decision.corrects is not None and decision.corrects.kind in DECISIONS:
        decision = decision.corrects
    return decision


def _stands_for(decision: Answer) -> int:
    """Return the latest text that a decision is about, by itself or as it was confirmed."""
    return max([decision.version, *(one.version for one in decision.confirmations.all())])


def _version_of(latest: Answer, dispatch: Dispatch) -> int:
    """A correction is about the same text as what it corrects, also where that was confirmed."""
    if latest.kind in DECISIONS and dispatch.decided_version is not None:
        return max(latest.version, dispatch.decided_version)
    return latest.version


def _same(latest: Answer, told: rules.Told, extract: Document | None) -> bool:
    # A reference number that is known already is not asked for a second time.
    said = {key: value for key, value in asdict(told).items() if key != "reference_number" or value}
    alike = all(getattr(latest, name) == value for name, value in said.items())
    mine = extract.content_id if extract else None
    theirs = latest.extract.content_id if latest.extract else None
    return alike and (mine is None or mine == theirs)
