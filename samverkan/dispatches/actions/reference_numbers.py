"""A principal's own reference number, told afterwards: one, or many from a file."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from samverkan.dispatches import rules
from samverkan.dispatches.actions.answers import AlreadyRegistered, latest_answer, register_answer
from samverkan.dispatches.choices import DECIDED, AnswerKind
from samverkan.dispatches.models import Answer, Dispatch
from samverkan.dispatches.numbering.taken import hold_numbers, numbers_taken
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, refuse

AFTERWARDS = "Diarienumret lämnades efter beslutet."


@transaction.atomic
def register_number(dispatch_id: int, number: str, *, by: Actor, now: datetime) -> Answer:
    """Keep a principal's reference number for a dispatch: it confirms that it was received.

    Raises StepRefused when something stands in the way, and AlreadyRegistered when the dispatch
    has the very same number.
    """
    number = " ".join(number.split())
    dispatch = (
        Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .select_related("principal")
        .get(pk=dispatch_id)
    )
    hold_numbers([dispatch.principal_id])
    refuse(obstacles_to_number(dispatch, number))
    if dispatch.reference_number:
        raise AlreadyRegistered
    told = rules.Told(AnswerKind.RECEIVED, reference_number=number)
    latest = latest_answer(dispatch)
    if dispatch.state in DECIDED and latest is not None:
        # What is decided is only corrected: the same decision, now with its number.
        told = _as_told(latest, number)
        return register_answer(
            dispatch.pk,
            told,
            seen=dispatch.answers_count,
            correcting=True,
            reason=AFTERWARDS,
            by=by,
            now=now,
        )
    return register_answer(dispatch.pk, told, seen=dispatch.answers_count, by=by, now=now)


@transaction.atomic
def import_numbers(
    collaboration_id: int, numbers: Sequence[tuple[int, str]], *, by: Actor, now: datetime
) -> int:
    """Keep many numbers at once, each for a dispatch's id: all of them or none; return how many.

    What is known already is left as it is, so that the same file can come twice. Raises
    StepRefused when something stands in the way of any of them.
    """
    ids = [dispatch_id for dispatch_id, _ in numbers]
    dispatches = {
        one.pk: one
        for one in Dispatch.objects.select_for_update(of=("self",), no_key=True)
        .filter(pk__in=ids, recommendation__collaboration=collaboration_id)
        .select_related("principal")
        .order_by("pk")
    }
    if len(dispatches) != len(set(ids)):
        refuse([Obstacle("numbers_changed_meanwhile")])
    hold_numbers({one.principal_id for one in dispatches.values()})
    kept = 0
    for dispatch_id, number in numbers:
        whose = replace(by, on_behalf_of=dispatches[dispatch_id].principal.name)
        try:
            register_number(dispatch_id, number, by=whose, now=now)
        except AlreadyRegistered:
            continue
        kept += 1
    return kept


def obstacles_to_number(dispatch: Dispatch, number: str) -> list[Obstacle]:
    """Return what stands in the way of a dispatch's number as things are now."""
    return rules.obstacles_to_numbering(
        number, known=dispatch.reference_number, taken=numbers_taken(dispatch)
    )


def _as_told(answer: Answer, number: str) -> rules.Told:
    return rules.Told(
        kind=AnswerKind(answer.kind),
        reference_number=number,
        on=answer.on,
        about=answer.about,
        deciding_body=answer.deciding_body,
        paragraph=answer.paragraph,
        comment=answer.comment,
    )
