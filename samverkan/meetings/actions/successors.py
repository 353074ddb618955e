"""When a member is replaced after the summons: the successor is called, and the former is not."""

from datetime import datetime

from django.db import transaction

from samverkan.bodies.models import Mission
from samverkan.bodies.queries import deciding_members_on, members_on
from samverkan.journal.actors import Actor
from samverkan.journal.choices import Visibility
from samverkan.journal.notices import notify
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.journal.record import record
from samverkan.meetings.actions.calls import DOOR, issue_calls
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.actions.substitutes import release
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import Adjunction, Call, Meeting
from samverkan.people.links import fresh


@transaction.atomic
def call_successors(meeting_id: int, *, by: Actor, now: datetime) -> list[Call]:
    """Call those who have come to the body since the summons, and take back the calls of those
    who have left it; each is told.

    Raises StepRefused when the meeting is not called, or nobody has come or gone.
    """
    meeting = locked(meeting_id)
    stage = MeetingStage(meeting.stage)
    new, gone = come_and_gone(meeting)
    obstacles = []
    if stage is not MeetingStage.CALLED:
        obstacles.append(Obstacle("not_called_yet", {"stage": stage.label}))
    elif not (new or gone):
        obstacles.append(Obstacle("nobody_to_call"))
    refuse(obstacles)
    for call in meeting.calls.filter(person__in=new):  # who left and has come back
        Call.objects.filter(pk=call.pk).update(
            **fresh(now), revoked_at=None, reply="", replied_at=None, note=""
        )
    issue_calls(meeting, new, now=now)
    Call.objects.filter(pk__in=[one.pk for one in gone]).update(revoked_at=now, instead_of=None)
    left = Mission.objects.filter(calls_instead__meeting=meeting)
    left = left.exclude(period__contains=meeting.on)
    release(meeting, list(left.values_list("pk", flat=True)), by=by, now=now)
    called = list(meeting.calls.filter(person__in=new).select_related("person"))
    entry = record(
        meeting.collaboration_id,
        "meeting.successors_called",
        subject(meeting),
        by=by,
        at=now,
        rule="R157",
        visibility=Visibility.MEMBERS,
        body=meeting.body.name,
        on=meeting.on,
        called=[one.person.name for one in called] or ["ingen"],
        gone=[one.person.name for one in gone] or ["ingen"],
    )
    facts = {
        "body": meeting.body.name,
        "on": str(meeting.on),
        "starts_at": meeting.starts_at.strftime("%H.%M") if meeting.starts_at else "",
        "place": meeting.place,
        "points": list(meeting.items.order_by("position").values_list("heading", flat=True)),
    }
    letters = [
        (one.to, {**facts, "link_key": one.key, "link_door": DOOR}) for one in called if one.to
    ]
    notify(entry, "successor_called", letters, at=now)
    notify(entry, "call_withdrawn", [(one.to, facts) for one in gone if one.to], at=now)
    return called


def come_and_gone(meeting: Meeting) -> tuple[list[int], list[Call]]:
    """Return who sit in the body that day without being called, and the calls of those who left.

    Those who never sat in the body, such as guests, are not of the body and stay called.
    """
    calls = list(meeting.calls.filter(revoked_at=None).select_related("person"))
    called = {one.person_id for one in calls}
    held = Mission.objects.filter(body_id=meeting.body_id, person__in=called)
    have_sat = set(held.values_list("person_id", flat=True))
    members = members_on(meeting.body_id, meeting.on)
    deciding = deciding_members_on(meeting.body_id, meeting.on)
    # Where substitutes are called only when they are needed, a new one is no exception.
    listening = {one.person_id for one in calls if one.instead_of_id is None}
    wanted = members if listening & (members - deciding) else deciding
    invited = Adjunction.objects.filter(item__meeting=meeting).values_list("person_id", flat=True)
    gone = have_sat - members - set(invited)
    return sorted(wanted - called), [one for one in calls if one.person_id in gone]
