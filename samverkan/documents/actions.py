"""What can be done with files and att-clauses."""

import hashlib
from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import uuid4

from django.db import transaction

from samverkan.documents import rules
from samverkan.documents.detection import look_inside
from samverkan.documents.models import Annex, Clause, ClauseList, Content, Document
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record


@transaction.atomic
def add_document(
    collaboration_id: int,
    *,
    name: str,
    title: str,
    data: bytes,
    by: Actor,
    now: datetime,
    visibility: Visibility = Visibility.PUBLIC,
    source: str = "",
    record_entry: bool = True,
) -> Document:
    """Take in a file; the same bytes are kept once.

    Without `record_entry` the file is part of a larger act, whose entry tells of it.
    Raises StepRefused when the file, its name or its title cannot be taken in.
    """
    name, title = rules.safe_name(name), " ".join(title.split())
    found = look_inside(data)
    refuse(
        [
            *rules.obstacles_to_title(title),
            *rules.obstacles_to_text(Rubrik=title, Källa=source),
            *rules.obstacles_to_file(
                name=name,
                size=len(data),
                detected=found.content_type,
                flaws=found.flaws,
                limit=rules.FILE_LIMIT,
            ),
        ]
    )
    document = Document.objects.create(
        collaboration_id=collaboration_id,
        key=uuid4(),
        name=name,
        title=title,
        content_type=str(found.content_type),
        size=len(data),
        content=_kept_once(data),
        visibility=visibility,
        added_at=now,
        added_by=by.name,
        source=source,
    )
    if record_entry:
        record(
            collaboration_id,
            "document.added",
            f"document/{document.key}",
            by=by,
            at=now,
            source=source,
            visibility=visibility,
            title=title,
            name=name,
            size=len(data),
            sha256=document.content_id,
        )
    return document


def open_annexes(clause_lists: Collection[int]) -> None:
    """Let everybody read the annexes of some clauses; part of the act that makes them public."""
    Document.objects.filter(annex__clause_list__in=clause_lists).update(
        visibility=Visibility.PUBLIC
    )


def _kept_once(data: bytes) -> Content:
    sha256 = hashlib.sha256(data).hexdigest()
    Content.objects.bulk_create([Content(sha256=sha256, data=data)], ignore_conflicts=True)
    return Content(sha256=sha256)


@transaction.atomic
def make_clause_list(
    collaboration_id: int,
    *,
    lead: str,
    clauses: Sequence[str],
    annexes: Sequence[tuple[str, Document]] = (),
) -> ClauseList:
    """Keep att-clauses in their order with the annexes that they name; part of a larger act.

    Raises StepRefused when a clause lacks its "att", or names an annex that is not attached.
    """
    lead = " ".join(lead.split())
    clauses = [" ".join(clause.split()) for clause in clauses]
    names = [" ".join(name.split()) for name, _ in annexes]
    refuse(
        [
            *rules.obstacles_to_clauses(lead=lead, clauses=clauses, attached=names),
            *rules.obstacles_to_annexes(names),
            *rules.obstacles_to_text(
                Inledning=lead, Bilagor="\n".join(names), **{"Att-satser": "\n".join(clauses)}
            ),
        ]
    )
    made = ClauseList.objects.create(collaboration_id=collaboration_id, lead=lead)
    Clause.objects.bulk_create(
        Clause(clause_list=made, position=position, text=text)
        for position, text in enumerate(clauses, start=1)
    )
    Annex.objects.bulk_create(
        Annex(clause_list=made, position=position, name=name, document=document)
        for position, (name, (_, document)) in enumerate(zip(names, annexes, strict=True), start=1)
    )
    return made
