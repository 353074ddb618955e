"""Tasks that points order: to give one, to take it back, and to report or drop it later."""

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404

from samverkan.journal.obstacles import StepRefused
from samverkan.meetings import actions
from samverkan.meetings.choices import MeetingStage, TaskState
from samverkan.meetings.models import Meeting, Task
from samverkan.meetings.permissions import Act, require
from samverkan.meetings.queries import meetings_visible_to
from samverkan.meetings.rules import BEFORE_HELD, obstacles_to_end_task
from samverkan.www.forms import (
    Choices,
    Form,
    day,
    line,
    one_of,
    paragraphs,
    typed,
)
from samverkan.www.meetings.adjusting import followed
from samverkan.www.meetings.forms import meeting_title
from samverkan.www.meetings.noting import point, written
from samverkan.www.pages import Workspace, page, step
from samverkan.www.reasons import explained

MOST = 100
DONE, DROPPED = str(TaskState.DONE), str(TaskState.DROPPED)


class OrderForm(Form):
    places = {
        "no_task": "what",
        "nobody_to_do_the_task": "whom",
        "task_without_due": "due_meeting",
        "task_due_too_early": "due_on",
    }

    def __init__(self, meetings: Choices, people: Choices, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["what"] = line("Uppgift", 500, missing="Skriv vad som ska göras.")
        self.fields["whom"] = line(
            "Vem",
            200,
            hint="En person, ett organ eller en roll, så som det ska stå.",
        )
        self.fields["person"] = one_of(
            "Person som rapporterar", people, hint="Välj om den som har uppgiften ska rapportera."
        )
        self.fields["due_meeting"] = one_of(
            "Till mötet", meetings, hint="Uppgiften kommer till det mötets dagordning."
        )
        self.fields["due_on"] = day("Eller klar senast")
        self.fields["due_words"] = line(
            "Eller i ord", 200, hint="Till exempel ”det första regionledningsmötet 2027”."
        )


class EndForm(Form):
    places = {"no_reason_to_drop": "note"}

    state = one_of(
        "Vad blev det?",
        [(DONE, "Uppgiften är klar"), (DROPPED, "Uppgiften skrivs av")],
        missing="Välj om uppgiften är klar eller skrivs av.",
        radios=True,
    )
    note = paragraphs("Anteckning", 500, hint="Vad det blev av uppgiften. Skrivs den av: varför.")


@step
def order(work: Workspace, body: str, on: date, position: int) -> HttpResponse:
    meeting, item = point(work, body, on, position)
    form = OrderForm(_later(work, meeting), _people(meeting), work.sent)
    if work.posted and form.is_valid():
        person, due_meeting = typed(form, "person"), typed(form, "due_meeting")
        try:
            actions.order_task(
                item.pk,
                what=typed(form, "what"),
                whom=typed(form, "whom"),
                person_id=int(person) if person else None,
                due_meeting_id=int(due_meeting) if due_meeting else None,
                due_on=typed(form, "due_on"),
                due_words=typed(form, "due_words"),
                by=work.by,
                now=work.now,
            )
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Uppgiften är antecknad.", work.url("meeting", body, on))
    return written(
        work,
        meeting,
        form,
        over=item.heading,
        heading="Ge en uppgift",
        lead="Vad som ska göras, av vem, och till vilket möte, vilken dag eller vilken tid i ord.",
        button="Anteckna uppgiften",
    )


@step
def take_back(work: Workspace, body: str, on: date, position: int, pk: int) -> HttpResponse:
    meeting, item = point(work, body, on, position)
    task = get_object_or_404(Task, pk=pk, item=item)
    form = Form(work.sent)
    if work.posted and form.is_valid():
        try:
            actions.take_back_task(task.pk, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Uppgiften är borttagen.", work.url("meeting", body, on))
    return written(
        work,
        meeting,
        form,
        over=item.heading,
        heading="Ta bort uppgiften",
        lead=f"{task.what} {task.whom}, {task.due_words}.",
        button="Ta bort",
    )


@page
def listed(work: Workspace) -> HttpResponse:
    visible = meetings_visible_to(work.user, work.collaboration.pk, work.today)
    # What the sources tell of earlier structures can be read there, and is nobody's to do now.
    found = Task.objects.filter(item__meeting__in=visible, item__meeting__source="")
    found = found.select_related("item__meeting__body")
    open_ones = found.filter(state=TaskState.OPEN)
    ended = found.exclude(state=TaskState.OPEN)
    return work.page(
        "meetings/tasks.html",
        ("Möten", work.url("meetings")),
        ("Uppgifter", ""),
        tasks=followed(work, open_ones.order_by("due_on", "item__meeting__on", "pk")[:MOST]),
        ended=followed(work, ended.order_by("-ended_on", "-pk")[:MOST]),
    )


@step
def end(work: Workspace, pk: int) -> HttpResponse:
    visible = meetings_visible_to(work.user, work.collaboration.pk, work.today)
    related = Task.objects.select_related("item__meeting__body", "item__meeting__collaboration")
    task = get_object_or_404(related, pk=pk, item__meeting__in=visible)
    require(work.user, Act.FOLLOW_TASKS, task, work.today)
    form = EndForm(work.sent)
    if work.posted and form.is_valid():
        note = typed(form, "note")
        try:
            if typed(form, "state") == DONE:
                actions.report_task(task.pk, note=note, by=work.by, now=work.now)
            else:
                actions.drop_task(task.pk, reason=note, by=work.by, now=work.now)
        except StepRefused as refusal:
            form.show(refusal)
        else:
            return work.done("Uppgiften är avslutad.", work.url("tasks"))
    found = obstacles_to_end_task(
        state=TaskState(task.state),
        stage=MeetingStage(task.item.meeting.stage),
        dropping=False,
        note="",
    )
    return work.page(
        "meetings/end_task.html",
        ("Möten", work.url("meetings")),
        ("Uppgifter", work.url("tasks")),
        ("Avsluta", ""),
        task=task,
        meeting=task.item.meeting,
        form=form,
        obstacles=explained(work, found),
    )


def _later(work: Workspace, meeting: Meeting) -> Choices:
    open_ones = Meeting.objects.filter(
        collaboration=work.collaboration, on__gt=meeting.on, stage__in=BEFORE_HELD
    )
    return [
        (str(one.pk), meeting_title(one.body, one.on))
        for one in open_ones.select_related("body").order_by("on", "body__position")[:MOST]
    ]


def _people(meeting: Meeting) -> Choices:
    there = meeting.attendances.select_related("person").order_by("position")
    return [(str(one.person_id), one.person.name) for one in there]
