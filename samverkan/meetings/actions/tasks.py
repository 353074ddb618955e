"""Tasks that points order: ordered at the meeting, reported or dropped after it (R305)."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localdate

from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.meetings import rules, wording
from samverkan.meetings.actions.agenda import refresh_own_points
from samverkan.meetings.actions.found import locked_with_item, subject
from samverkan.meetings.choices import MeetingStage, TaskState
from samverkan.meetings.hooks import PointDraft
from samverkan.meetings.models import Meeting, Task
from samverkan.people.models import Person

SOURCE = "styrgruppens anteckningar 27 september 2018, punkt 83"


@transaction.atomic
def order_task(
    item_id: int,
    *,
    what: str,
    whom: str = "",
    person_id: int | None = None,
    due_meeting_id: int | None = None,
    due_on: date | None = None,
    due_words: str = "",
    is_in_the_note: bool = False,
    by: Actor,
    now: datetime,
) -> Task:
    """Order something at a point: of whom, and to which meeting, day or time in words.

    Raises StepRefused when something of it is missing, or it is due before the meeting is over.
    """
    meeting, item = locked_with_item(item_id)
    here = meeting.collaboration_id
    person = Person.objects.get(pk=person_id, collaboration=here) if person_id else None
    meetings = Meeting.objects.select_related("body").filter(collaboration=here)
    due_meeting = meetings.get(pk=due_meeting_id) if due_meeting_id else None
    whom = whom or (person.name if person else "")
    due_day = due_meeting.on if due_meeting else due_on
    refuse(
        [
            *rules.obstacles_to_order(
                stage=MeetingStage(meeting.stage),
                what=what,
                whom=whom,
                has_due=bool(due_day or due_words.strip()),
                due=due_day,
                met_on=meeting.on,
            ),
            *obstacles_to_text(Uppgift=what, Vem=whom, **{"Klar till": due_words}),
        ]
    )
    task = Task.objects.create(
        item=item,
        what=what,
        whom=whom,
        person=person,
        due_meeting=due_meeting,
        due_on=due_on,
        due_words=due_words.strip() or _in_words(due_meeting, due_on),
        is_in_the_note=is_in_the_note,
    )
    _follow(task, "task.ordered", meeting, by=by, now=now)
    return task


@transaction.atomic
def take_back_task(task_id: int, *, by: Actor, now: datetime) -> None:
    """Take back a task that the notes should not have; only while they are open.

    Raises StepRefused when the meeting is closed: then a task is dropped, with a reason.
    """
    task, meeting = _locked(task_id)
    refuse(rules.notes_open(MeetingStage(meeting.stage)))
    due_meeting = task.due_meeting
    task.delete()
    record(
        meeting.collaboration_id,
        "task.taken_back",
        subject(meeting),
        by=by,
        at=now,
        rule="R305",
        what=task.what,
        heading=task.item.heading,
    )
    if due_meeting:
        refresh_own_points(due_meeting)


@transaction.atomic
def report_task(task_id: int, *, note: str = "", by: Actor, now: datetime) -> Task:
    """Report a task as done.

    Raises StepRefused when it is done or dropped, or the meeting that orders it is not closed.
    """
    return _end(task_id, TaskState.DONE, note, "task.reported", by=by, now=now)


@transaction.atomic
def drop_task(task_id: int, *, reason: str, by: Actor, now: datetime) -> Task:
    """Drop a task that will not be done, with a reason.

    Raises StepRefused when nobody says why, or it is done or dropped already.
    """
    return _end(task_id, TaskState.DROPPED, reason, "task.dropped", by=by, now=now)


def tasks_due_at(meeting: Meeting) -> QuerySet[Task]:
    """Return the tasks that are due at a meeting, or by a day up to it from the same body."""
    by_day = Q(item__body_id=meeting.body_id, due_on__lte=meeting.on, state=TaskState.OPEN)
    ordered = Task.objects.filter(Q(due_meeting=meeting) | by_day).exclude(item__meeting=meeting)
    related = ordered.select_related("item__meeting", "item__meeting__body", "person")
    return related.order_by("item__meeting__on", "item__position", "pk")


def tasks_come_back(meeting: Meeting) -> list[PointDraft]:
    """Return the point that a meeting's agenda gets by itself where tasks are due there (R305)."""
    due = [one for one in tasks_due_at(meeting) if one.due_meeting_id == meeting.pk]
    if not due:
        return []
    text = "\n".join(wording.task_line(one) for one in due)
    return [PointDraft(heading=wording.TASKS_HEADING, text=text, case_id=None)]


def _locked(task_id: int) -> tuple[Task, Meeting]:
    meeting, _ = locked_with_item(Task.objects.values_list("item_id", flat=True).get(pk=task_id))
    related = Task.objects.select_for_update(of=("self",), no_key=True)
    return related.select_related("item", "due_meeting__body").get(pk=task_id), meeting


def _end(task_id: int, to: TaskState, note: str, verb: str, *, by: Actor, now: datetime) -> Task:
    task, meeting = _locked(task_id)
    refuse(
        [
            *rules.obstacles_to_end_task(
                state=TaskState(task.state),
                stage=MeetingStage(meeting.stage),
                dropping=to is TaskState.DROPPED,
                note=note,
            ),
            *obstacles_to_text(Anteckning=note),
        ]
    )
    task.state, task.ended_on, task.ended_note = to, localdate(now), note
    task.save(update_fields=["state", "ended_on", "ended_note"])
    _follow(task, verb, meeting, by=by, now=now, note=note)
    return task


def _follow(
    task: Task, verb: str, meeting: Meeting, *, by: Actor, now: datetime, note: str = ""
) -> None:
    if task.due_meeting:
        refresh_own_points(task.due_meeting)
    record(
        meeting.collaboration_id,
        verb,
        subject(meeting),
        by=by,
        at=now,
        rule="R305",
        source=meeting.source or SOURCE,
        what=task.what,
        whom=task.whom,
        due=task.due_words,
        note=note,
    )


def _in_words(meeting: Meeting | None, on: date | None) -> str:
    if meeting:
        return f"till {meeting.body.short} den {date_format(meeting.on, 'j F Y')}"
    return f"senast den {date_format(on, 'j F Y')}" if on else ""
