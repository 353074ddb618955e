"""Answering the admission test, and laying a case before the body that prepares it."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.bodies.models import Body
from samverkan.cases import climbing, hooks, rules
from samverkan.cases.actions.found import subject
from samverkan.cases.choices import CaseStage
from samverkan.cases.models import Admission, Case
from samverkan.cases.rules.questions import Answer, Question
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record

REASON_LIMIT = 1000


@transaction.atomic
def answer_admission(
    collaboration_id: int,
    number: str,
    *,
    body_id: int,
    answers: Sequence[Answer],
    by: Actor,
    now: datetime,
) -> Admission:
    """Keep the answers to whether a question belongs with a body; a new answer corrects the last.

    Raises StepRefused when a question lacks its answer or reason, or the case has been treated.
    """
    case = locked(collaboration_id, number)
    body = Body.objects.select_related("prepared_by").get(
        pk=body_id, collaboration_id=collaboration_id
    )
    questions = climbing.questions_for(case, body)
    obstacles = rules.obstacles_to_answer(
        stage=CaseStage(case.stage), questions=questions, answers=answers
    )
    for place, answer in enumerate(answers, 1):
        obstacles += obstacles_to_text(**{f"Skäl {place}": answer.reason})
    former = climbing.admission_of(case, body)
    if former and climbing.answers_of(former) == list(answers):
        obstacles.append(Obstacle("nothing_changed"))
    refuse(obstacles)
    admission = Admission.objects.create(
        case=case,
        body=body,
        answers=_kept(questions, answers),
        given_at=now,
        given_by=by.name,
        corrects=former,
    )
    record(
        case.collaboration_id,
        "admission.answered",
        subject(case),
        by=by,
        at=now,
        rule="R057",
        source=questions[0].source,
        number=case.number,
        body=body.name,
        yes=sum(answer.yes for answer in answers),
        no=sum(not answer.yes for answer in answers),
        answers=[
            f"{one['question']} {'Ja' if one['yes'] else 'Nej'}: {one['reason']}"
            for one in admission.answers
        ],
    )
    return admission


@transaction.atomic
def lay_before_preparing(collaboration_id: int, number: str, *, by: Actor, now: datetime) -> Case:
    """Lay a case before the body that prepares for its own, as when it was raised higher up (R060).

    Raises StepRefused when no body prepares, it has already done so, or the case is bound.
    """
    case = locked(collaboration_id, number)
    old = case.body
    body = old.prepared_by
    day = localdate(now)
    there = body is not None and not rules.obstacles_to_new_case(
        on=day, first=body.period.lower, until=body.period.upper
    )
    refuse(
        [
            *rules.obstacles_to_lay_before(
                stage=CaseStage(case.stage),
                preparing=body.name if body else "",
                prepared=climbing.prepared_on(case, old) is not None,
                preparing_there=there,
                lifted=climbing.open_lift(case) is not None,
            ),
            *(obstacle for binds in hooks.BINDS_TO_BODY for obstacle in binds(case)),
        ]
    )
    assert body is not None  # noqa: S101 - the rule has refused a case that nobody prepares
    case.body = body
    case.save(update_fields=["body"])
    record(
        case.collaboration_id,
        "case.laid_before",
        subject(case),
        by=by,
        at=now,
        rule="R060",
        source="överenskommelsen § 5.1.2 och § 6.1.2",
        number=case.number,
        body=body.name,
        old_body=old.name,
    )
    return case


def locked(collaboration_id: int, number: str) -> Case:
    """Return a case that waits for nobody else's act."""
    # Without its body: a case that got another one while we waited would not be found by the join.
    return Case.objects.select_for_update(no_key=True).get(
        collaboration_id=collaboration_id, number=number
    )


def _kept(questions: Sequence[Question], answers: Sequence[Answer]) -> list[dict[str, object]]:
    given = {answer.key: answer for answer in answers}
    return [
        {
            "key": one.key,
            "question": one.text,
            "source": one.source,
            "needed": one.needed,
            "stops": one.stops,
            "yes": given[one.key].yes,
            "reason": given[one.key].reason,
        }
        for one in questions
    ]
