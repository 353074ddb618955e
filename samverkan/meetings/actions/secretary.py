"""What the secretary writes while the meeting goes on; nothing newer is ever written over."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.formats import date_format

from samverkan.bodies.choices import Office
from samverkan.bodies.queries import officer_on
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.agenda import STEP
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.actions.outcomes import stamp_of
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import Item, LastWritten, Meeting
from samverkan.meetings.wording.secretary import (
    OTHER_QUESTIONS,
    USUAL,
    Known,
    said_coming,
    usual_text,
)

DAY = "j F Y"


@transaction.atomic
def note_point(item_id: int, *, text: str, seen: str, by: Actor, now: datetime) -> Item:
    """Write what is said on a point, without saying what became of it.

    The same text again is no change: an answer that was lost on its way is asked for anew. The
    journal tells of it once in a while for each writer. Raises StepRefused when the meeting is
    held, the text holds an identity number, or someone has written since `seen`.
    """
    meeting = locked(Item.objects.values_list("meeting_id", flat=True).get(pk=item_id))
    item = Item.objects.select_related("last_written").get(pk=item_id)
    if item.text == text:
        return item
    refuse(
        [
            *rules.obstacles_to_write(
                stage=MeetingStage(meeting.stage), seen=seen, now_stands=stamp_of(item)
            ),
            *obstacles_to_text(Anteckning=text),
        ]
    )
    item.text = text
    item.save(update_fields=["text"])
    former = getattr(item, "last_written", None)
    tells = rules.is_told_again(
        told_at=former.told_at if former else None,
        same_writer=former is not None and former.by == by.name,
        now=now,
    )
    LastWritten.objects.update_or_create(
        item=item,
        defaults={
            "by": by.name,
            "at": now,
            "told_at": now if tells or former is None else former.told_at,
            "stamp": stamp_of(item),
        },
    )
    if tells:
        _tell("point.noted", meeting, by=by, now=now, writer=by.name, heading=item.heading)
    return item


@transaction.atomic
def raise_point(
    meeting_id: int,
    *,
    heading: str,
    kind: ItemKind = ItemKind.DISCUSSION,
    by: Actor,
    now: datetime,
) -> Item:
    """Add a question that was raised under "övriga frågor", before the meeting is ended (R302).

    Raises StepRefused for a held meeting, no heading, or a point to agree on.
    """
    meeting = locked(meeting_id)
    obstacles = rules.obstacles_to_raise(
        stage=MeetingStage(meeting.stage), kind=kind, heading=heading
    )
    refuse([*obstacles, *obstacles_to_text(Rubrik=heading)])
    last = meeting.items.order_by("-position").first()
    place = (last.position if last else 0) + STEP
    if last is not None and last.kind == ItemKind.FORMAL and last.heading != OTHER_QUESTIONS:
        # The last point ends the meeting, so the new one takes its place.
        place, last.position = last.position, place
        last.save(update_fields=["position"])
    item = Item.objects.create(
        meeting=meeting, body_id=meeting.body_id, position=place, kind=kind, heading=heading
    )
    _tell("point.raised", meeting, by=by, now=now, rule="R302", heading=heading)
    return item


@transaction.atomic
def write_usual_texts(meeting_id: int, *, by: Actor, now: datetime) -> list[Item]:
    """Give the standing points where nothing is written their usual text (R292-R294, R301-R303).

    Raises StepRefused when the meeting is held, or all of them have a text.
    """
    meeting = locked(meeting_id)
    usual = usual_texts(meeting)
    obstacles = rules.notes_open(MeetingStage(meeting.stage))
    if not obstacles and not usual:
        obstacles = [Obstacle("no_usual_texts_left")]
    refuse(obstacles)
    items = list(meeting.items.filter(pk__in=usual))
    for item in items:
        item.text = usual[item.pk]
    Item.objects.bulk_update(items, ["text"])
    headings = [item.heading for item in items]
    _tell("meeting.usual_texts_written", meeting, by=by, now=now, rule="R302", points=headings)
    return items


def usual_texts(meeting: Meeting) -> dict[int, str]:
    """Return the usual text of each standing point where nothing is written, by the point's id."""
    items = list(meeting.items.filter(text="", heading__in=USUAL, kind__in=STANDING))
    if not items:
        return {}
    known = _known(meeting)
    return {item.pk: usual_text(item.heading, known) for item in items}


STANDING = (ItemKind.FORMAL, ItemKind.INFORMATION)


def _known(meeting: Meeting) -> Known:
    others = Meeting.objects.filter(body_id=meeting.body_id).exclude(stage=MeetingStage.CANCELLED)
    held = others.filter(stage__in=[MeetingStage.HELD, MeetingStage.APPROVED])
    previous = held.filter(on__lt=meeting.on).order_by("-on").first()
    coming = others.filter(on__gt=meeting.on).order_by("on").first()
    chair = meeting.led_by or officer_on(meeting.body_id, Office.CHAIR, meeting.on)
    raised = meeting.items.filter(
        position__gt=meeting.items.filter(heading=OTHER_QUESTIONS).values("position")[:1],
        kind__in=rules.RAISED_KINDS,
    )
    return Known(
        chair=chair.name if chair else "",
        previous=date_format(previous.on, DAY) if previous else "",
        previous_approved=previous is not None and previous.stage == MeetingStage.APPROVED,
        coming=said_coming(
            date_format(coming.on, DAY),
            coming.starts_at.strftime("%H.%M") if coming.starts_at else "",
            coming.place,
        )
        if coming
        else "",
        raised=tuple(raised.order_by("position").values_list("heading", flat=True)),
    )


def _tell(
    verb: str, meeting: Meeting, *, by: Actor, now: datetime, rule: str = "", **facts: Any
) -> None:
    record(
        meeting.collaboration_id,
        verb,
        subject(meeting),
        by=by,
        at=now,
        rule=rule,
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        **facts,
    )
