"""The papers of a meeting: files put to its points."""

from datetime import datetime

from django.db import transaction
from django.db.models import Max, Sum

from samverkan.documents.actions import add_document
from samverkan.documents.models import Document
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Item, ItemPaper, Meeting


@transaction.atomic
def attach_paper(
    item_id: int,
    *,
    title: str,
    file: str,
    data: bytes,
    members_only: bool = False,
    by: Actor,
    now: datetime,
) -> ItemPaper:
    """Put a file to a point of the agenda; it is for the members until the summons is sent.

    Raises StepRefused when the file or its name cannot be taken in, or there is too much already.
    """
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    item = Item.objects.get(pk=item_id)
    title = " ".join(title.split())
    names = list(item.papers.values_list("name", flat=True))
    refuse(
        [
            *rules.obstacles_to_attach(
                stage=MeetingStage(meeting.stage),
                name=title,
                names=names,
                bytes_before=_bytes_of(meeting),
                size=len(data),
            ),
            *obstacles_to_text(Namn=title),
        ]
    )
    document = add_document(
        meeting.collaboration_id,
        name=file,
        title=title,
        data=data,
        visibility=Visibility.MEMBERS,
        record_entry=False,
        by=by,
        now=now,
    )
    last = item.papers.aggregate(last=Max("position"))["last"] or 0
    paper = ItemPaper.objects.create(
        item=item, document=document, position=last + 1, name=title, members_only=members_only
    )
    record(
        meeting.collaboration_id,
        "meeting.paper_attached",
        subject(meeting),
        by=by,
        at=now,
        rule="R299",
        source="anteckningarna, punkt 80",
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        heading=item.heading,
        name=title,
        sha256=document.content_id,
    )
    return paper


@transaction.atomic
def detach_paper(paper_id: int, *, by: Actor, now: datetime) -> None:
    """Take a file off a point; what was sent with a summons is kept in that copy.

    Raises StepRefused when the meeting has been held.
    """
    meeting_id = ItemPaper.objects.values_list("item__meeting_id", flat=True).get(pk=paper_id)
    meeting = locked(meeting_id)
    paper = ItemPaper.objects.select_related("item").get(pk=paper_id)
    refuse(rules.agenda_open(MeetingStage(meeting.stage)))
    paper.delete()
    record(
        meeting.collaboration_id,
        "meeting.paper_detached",
        subject(meeting),
        by=by,
        at=now,
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        heading=paper.item.heading,
        name=paper.name,
    )


def open_papers(meeting: Meeting) -> None:
    """Let everybody read the papers that are public; part of the act that sends the summons."""
    papers = ItemPaper.objects.filter(item__meeting=meeting, members_only=False)
    Document.objects.filter(pk__in=papers.values("document")).update(visibility=Visibility.PUBLIC)


def _bytes_of(meeting: Meeting) -> int:
    papers = ItemPaper.objects.filter(item__meeting=meeting)
    return papers.aggregate(total=Sum("document__size"))["total"] or 0
