"""The summons: sent as a numbered copy of the agenda, supplemented, and called off."""

from datetime import datetime

from django.db import transaction

from samverkan.documents.rules import obstacles_to_text
from samverkan.documents.texts import digest
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import Obstacle, Remark, refuse
from samverkan.journal.record import record
from samverkan.meetings import itip, rules, wording
from samverkan.meetings.actions.agenda import is_next, refresh_own_points
from samverkan.meetings.actions.calls import issue_calls
from samverkan.meetings.actions.consents import AGREEMENT, has_committee, kinds_of
from samverkan.meetings.actions.found import locked, subject
from samverkan.meetings.actions.papers import open_papers
from samverkan.meetings.actions.revisions import save_revised
from samverkan.meetings.actions.telling import called_to, facts_of, tell_called, tell_others
from samverkan.meetings.agenda_text import AgendaText, agenda_stamp, agenda_text
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.models import Meeting, Summons
from samverkan.people.models import Person
from samverkan.people.queries import addresses_of


def obstacles_before_called(meeting: Meeting) -> list[Obstacle]:
    """Return what stands in the way of sending the summons: what stops, then what asks why."""
    consents = list(meeting.consents.values_list("sha256", flat=True))
    stamp = agenda_stamp(meeting)
    return [
        *rules.obstacles_to_call(stage=MeetingStage(meeting.stage), kinds=kinds_of(meeting)),
        *rules.remarks_on_calling(
            has_committee=has_committee(meeting),
            agreed=stamp in consents,
            agreed_on_another=bool(consents),
        ),
    ]


def notes_before_called(meeting: Meeting) -> list[Remark]:
    """Return what the sender should know: whom it does not reach, and whether there is time."""
    people = called_to(meeting)
    reached = addresses_of(people)
    names = Person.objects.filter(pk__in=[one for one in people if one not in reached])
    previous = (
        Meeting.objects.filter(body=meeting.body_id, on__lt=meeting.on, stage=MeetingStage.HELD)
        .order_by("-on")
        .values_list("on", flat=True)
        .first()
    )
    minutes = list(meeting.items.values_list("planned_minutes", flat=True))
    return rules.notes_on_calling(
        unreached=list(names.order_by("name").values_list("name", flat=True)),
        previous=previous,
        minutes_over=rules.minutes_over(meeting.starts_at, meeting.ends_at, minutes),
    )


@transaction.atomic
def call_meeting(meeting_id: int, *, reason: str = "", by: Actor, now: datetime) -> Meeting:
    """Send the summons with its agenda: number 1, frozen, to each member by a link of their own.

    Those with a seat and those adjoined to a point are called; substitutes get it for
    information. Raises StepRefused when it has been sent, the agenda holds formalities only, or
    the working committee has not agreed on it and nobody says why.
    """
    meeting = locked(meeting_id)
    if is_next(meeting):
        refresh_own_points(meeting)
    refuse(obstacles_before_called(meeting), reason=reason)
    refuse(obstacles_to_text(Skäl=reason))
    meeting.stage, meeting.called_at = MeetingStage.CALLED, now
    save_revised(meeting, "stage", "called_at", now=now)
    content = agenda_text(meeting)
    summons = _freeze(meeting, content, [], by=by, now=now)
    calls = issue_calls(meeting, called_to(meeting), now=now)
    entry = record(
        meeting.collaboration_id,
        "meeting.called",
        subject(meeting),
        by=by,
        at=now,
        rule="R157",
        source=AGREEMENT,
        body=meeting.body.name,
        on=meeting.on,
        sha256=summons.sha256,
        reason=reason,
    )
    facts = {**facts_of(meeting), "points": [point["heading"] for point in content["points"]]}
    tell_called(meeting, calls, entry, "meeting_called", facts, now=now)
    tell_others(meeting, entry, "meeting_for_information", facts, now=now)
    return meeting


def pending_changes(meeting: Meeting) -> list[rules.Change]:
    """Return what has changed in the agenda since the last copy that was sent."""
    last = meeting.summonses.order_by("-number").first()
    if last is None or meeting.stage != MeetingStage.CALLED:
        return []
    return rules.changes_between(last.content, _as_sent(meeting, last))


@transaction.atomic
def send_supplement(meeting_id: int, *, by: Actor, now: datetime) -> Summons:
    """Send what has changed since the last copy, as the next number, to all who are called.

    Raises StepRefused when the summons has not been sent, or nothing has changed.
    """
    meeting = locked(meeting_id)
    changes = pending_changes(meeting)
    refuse(rules.obstacles_to_supplement(stage=MeetingStage(meeting.stage), changes=len(changes)))
    said = [wording.said_of(change) for change in changes]
    save_revised(meeting, now=now)
    summons = _freeze(meeting, agenda_text(meeting), said, by=by, now=now)
    known = list(meeting.calls.select_related("person"))
    new = issue_calls(meeting, called_to(meeting), now=now)
    entry = record(
        meeting.collaboration_id,
        "meeting.supplemented",
        subject(meeting),
        by=by,
        at=now,
        rule="R157",
        source=AGREEMENT,
        body=meeting.body.name,
        on=meeting.on,
        number=summons.number,
        changes=said,
        sha256=summons.sha256,
    )
    facts = {**facts_of(meeting), "number": summons.number, "changes": said}
    points = [point["heading"] for point in summons.content["points"]]
    tell_called(meeting, known, entry, "meeting_supplemented", facts, now=now)
    tell_called(meeting, new, entry, "meeting_called", {**facts, "points": points}, now=now)
    return summons


@transaction.atomic
def cancel_meeting(meeting_id: int, *, reason: str, by: Actor, now: datetime) -> Meeting:
    """Cancel a meeting; its cases wait for another, and those who were called are told.

    Raises StepRefused when it has been held, or nobody says why.
    """
    meeting = locked(meeting_id)
    obstacles = rules.obstacles_to_cancel(stage=MeetingStage(meeting.stage), reason=reason)
    refuse([*obstacles, *obstacles_to_text(Skäl=reason)])
    was_called = meeting.stage == MeetingStage.CALLED
    meeting.stage = MeetingStage.CANCELLED
    save_revised(meeting, "stage", now=now)
    entry = record(
        meeting.collaboration_id,
        "meeting.cancelled",
        subject(meeting),
        by=by,
        at=now,
        rule="R290",
        body=meeting.body.name,
        on=meeting.on,
        reason=reason,
    )
    if was_called:
        facts = {"body": meeting.body.name, "on": str(meeting.on), "reason": reason}
        calls = list(meeting.calls.select_related("person"))
        method = itip.Method.CANCEL
        tell_called(meeting, calls, entry, "meeting_cancelled", facts, method=method, now=now)
        tell_others(meeting, entry, "meeting_cancelled", facts, now=now)
    return meeting


def _freeze(
    meeting: Meeting, content: AgendaText, changes: list[str], *, by: Actor, now: datetime
) -> Summons:
    open_papers(meeting)
    return Summons.objects.create(
        meeting=meeting,
        number=meeting.summonses.count() + 1,
        sent_at=now,
        sent_by=by.name,
        content=content,
        changes=changes,
        sha256=digest(content),
    )


def _as_sent(meeting: Meeting, last: Summons) -> AgendaText:
    """Return the agenda now; what is noted of a point at the meeting is no change of its agenda."""
    content = agenda_text(meeting)
    sent = {point["id"]: point for point in last.content["points"]}
    treated = set(meeting.items.exclude(outcome="").values_list("pk", flat=True))
    for point in content["points"]:
        by_itself = point["kind"] == ItemKind.REPORT_BACK
        if point["id"] in sent and (by_itself or point["id"] in treated):
            point["text"] = sent[point["id"]]["text"]
    return content
