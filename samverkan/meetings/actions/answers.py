"""Answering a summons: coming, at a distance, or unable to; and what follows for substitutes."""

from datetime import datetime

from django.db import transaction

from samverkan.bodies.models import Body
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.actions.substitutes import call_next, release, seats_at, tell_of_apology
from samverkan.meetings.choices import MeetingStage, Reply
from samverkan.meetings.models import AttendanceOrder, Call
from samverkan.meetings.presence import order_of


@transaction.atomic
def answer_call(call_id: int, reply: Reply, *, note: str = "", by: Actor, now: datetime) -> Call:
    """Answer a summons, or change the answer; what someone writes is for those who lead only.

    When a member cannot come, or a substitute declines, the next substitute is proposed or
    called. Raises StepRefused when the meeting has ended or the summons is taken back.
    """
    meeting = locked(Call.objects.values_list("meeting_id", flat=True).get(pk=call_id))
    call = Call.objects.select_related("person").get(pk=call_id)
    refuse(
        [
            *rules.obstacles_to_answer_call(
                stage=MeetingStage(meeting.stage),
                reply=reply,
                distance_allowed=order_of(meeting.body_id).distance_allowed,
                revoked=call.revoked_at is not None,
            ),
            *obstacles_to_text(Meddelande=note),
        ]
    )
    former, declined = call.reply, call.instead_of_id if reply is Reply.ABSENT else None
    call.reply, call.note, call.replied_at = reply, note, now
    call.seen_at = call.seen_at or now
    if declined:
        call.instead_of = None
    call.save(update_fields=["reply", "note", "replied_at", "seen_at", "instead_of"])
    entry = record(
        meeting.collaboration_id,
        "call.answered",
        subject(meeting),
        by=by,
        at=now,
        rule="R065",
        source="överenskommelsen § 5.1.3 och § 6.1.3",
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        person=call.person.name,
        reply=reply.label,
    )
    ordinary, _ = seats_at(meeting)
    own = [one for one in ordinary if one.person == call.person_id]
    if reply is Reply.ABSENT:
        concerned = own if former != Reply.ABSENT else []
        concerned += [one for one in ordinary if one.mission == declined]
        call_next(meeting, by=by, now=now)
        if concerned:
            tell_of_apology(entry, meeting, call, concerned, now=now)
    elif former == Reply.ABSENT:
        release(meeting, [one.mission for one in own], by=by, now=now)
        call_next(meeting, by=by, now=now)
    return call


@transaction.atomic
def set_attendance_order(
    body_id: int,
    *,
    distance_allowed: bool,
    calls_substitutes: bool,
    source: str = "",
    by: Actor,
    now: datetime,
) -> AttendanceOrder:
    """Note what a body has agreed on about distance and about calling its substitutes."""
    body = Body.objects.select_for_update(no_key=True).get(pk=body_id)
    refuse(obstacles_to_text(Källa=source))
    order, _ = AttendanceOrder.objects.update_or_create(
        body=body,
        defaults={
            "distance_allowed": distance_allowed,
            "calls_substitutes": calls_substitutes,
            "source": source,
        },
    )
    distance = "distans är tillåten" if distance_allowed else "på plats"
    by_itself = "ersättare kallas av sig själva"
    record(
        body.collaboration_id,
        "body.attendance_order_set",
        f"body/{body.slug}",
        by=by,
        at=now,
        source=source,
        body=body.name,
        distance=distance,
        substitutes=by_itself if calls_substitutes else "ersättare kallas för hand",
    )
    return order
