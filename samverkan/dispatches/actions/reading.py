"""Reading a minutes extract: a suggestion that is kept beside, until a person has confirmed it."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules
from samverkan.dispatches.actions.answers import (
    AlreadyRegistered,
    extract_title,
    obstacles_in_extract,
    register_answer,
)
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Answer, Dispatch, ExtractReading
from samverkan.documents.actions import add_document
from samverkan.documents.models import Content, Document
from samverkan.journal.actors import SYSTEM, Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, Remark, StepRefused, refuse
from samverkan.journal.record import record


@transaction.atomic
def read_extract(
    dispatch_id: int, *, name: str, data: bytes, by: Actor, now: datetime
) -> ExtractReading:
    """Take in an extract and read what it seems to say; nothing is answered by it.

    The file stays closed until its answer is confirmed. Raises StepRefused for a file that cannot
    be taken in, or one whose text holds a personal identity number.
    """
    dispatch = Dispatch.objects.select_related("principal", "recommendation").get(pk=dispatch_id)
    seen = obstacles_in_extract(dispatch, name=name, data=data, now=now)
    refuse([one for one in seen.obstacles if not isinstance(one, Remark)])
    recommendation = dispatch.recommendation
    document = add_document(
        recommendation.collaboration_id,
        name=name,
        title=extract_title(dispatch),
        data=data,
        by=by,
        now=now,
        visibility=Visibility.CLOSED,
        record_entry=False,
    )
    suggestion = rules.suggestion_in(seen.text, seen.expected)
    reading = ExtractReading.objects.create(
        dispatch=dispatch,
        document=document,
        found={name: asdict(read) for name, read in suggestion.found().items()},
        remarks=[{"code": one.code, "facts": dict(one.facts)} for one in seen.obstacles],
        unread=seen.unread,
        read_by=f"{by.name}, {by.on_behalf_of}" if by.on_behalf_of else by.name,
        read_at=now,
    )
    record(
        recommendation.collaboration_id,
        "extract.read",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source="huvudpunkterna, Tjänstepersoner",
        visibility=Visibility.MEMBERS,
        number=recommendation.number,
        principal=dispatch.principal.name,
        extract=document.content_id,
        unread=seen.unread,
    )
    return reading


@transaction.atomic
def confirm_extract(
    reading_id: int,
    told: rules.Told,
    *,
    seen: int,
    correcting: bool = False,
    reason: str = "",
    extract_reason: str = "",
    by: Actor,
    now: datetime,
) -> Answer:
    """Keep the answer that a person has confirmed, with the extract that was read for it.

    Raises StepRefused with what stands in the way, also an extract that seems to be about another
    matter when nobody says why it is right, and AlreadyRegistered.
    """
    reading = (
        ExtractReading.objects.select_for_update(of=("self",), no_key=True)
        .select_related("document")
        .get(pk=reading_id)
    )
    if reading.answer_id is not None:
        raise AlreadyRegistered
    found = [one for one in remarks_of(reading) if not extract_reason.strip()]
    Document.objects.filter(pk=reading.document_id).update(visibility=Visibility.PUBLIC)
    try:
        answer = register_answer(
            reading.dispatch_id,
            told,
            seen=seen,
            extract=reading.document,
            correcting=correcting,
            reason=reason,
            extract_reason=extract_reason,
            by=by,
            now=now,
        )
    except StepRefused as refusal:
        raise StepRefused([*found, *refusal.obstacles]) from refusal
    refuse(found)
    reading.answer = answer
    reading.save(update_fields=["answer"])
    return answer


def remarks_of(reading: ExtractReading) -> Sequence[Obstacle]:
    """Return what was remarked when an extract was read."""
    return [Remark(one["code"], one["facts"]) for one in reading.remarks]


def drop_unconfirmed(before: datetime, *, now: datetime) -> int:
    """Take away extracts that nobody confirmed and that were read before a moment."""
    old = ExtractReading.objects.filter(answer=None, read_at__lt=before)
    here = old.order_by().values_list("dispatch__recommendation__collaboration", flat=True)
    return sum(_drop(collaboration_id, before, now) for collaboration_id in set(here))


@transaction.atomic
def _drop(collaboration_id: int, before: datetime, now: datetime) -> int:
    old = ExtractReading.objects.select_for_update(of=("self",)).filter(
        answer=None,
        read_at__lt=before,
        dispatch__recommendation__collaboration=collaboration_id,
    )
    documents = dict(old.values_list("document", "document__content"))
    if not documents:
        return 0
    old.delete()
    Document.objects.filter(pk__in=documents).delete()
    kept = Document.objects.filter(content__in=documents.values()).values("content")
    Content.objects.filter(pk__in=documents.values()).exclude(pk__in=kept).delete()
    record(
        collaboration_id,
        "extract.dropped",
        f"collaboration/{collaboration_id}",
        by=SYSTEM,
        at=now,
        visibility=Visibility.MEMBERS,
        count=len(documents),
        on=localdate(now),
    )
    return len(documents)
