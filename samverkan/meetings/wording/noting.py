"""Every sentence about what is noted at a point: what was put forward, and tasks."""

from typing import TYPE_CHECKING

from django.utils.formats import date_format

from samverkan.meetings.choices import TaskState

if TYPE_CHECKING:
    from samverkan.meetings.models import Task

TASKS_HEADING = "Uppgifter till mötet"

OBSTACLES = {
    "one_clause_in_running_text": (
        "I löpande text står en enda att-sats. Skriv satserna var för sig i stället."
    ),
    "voice_without_text": "Skriv vad som sades.",
    "voice_of_nobody": "Välj en person eller en huvudman som yttrandet kom från.",
    "voice_of_absent": (
        "Den som yttrade sig står inte i närvaron. Anteckna närvaron först, eller välj någon annan."
    ),
    "voice_not_deciding": (
        "Den som inte är beslutande kan inte stå för %(kind)s. Anteckna det som en synpunkt."
    ),
    "no_task": "Skriv vad som ska göras.",
    "nobody_to_do_the_task": "Skriv vem som ska göra det: en person, ett organ eller en roll.",
    "task_without_due": "Ange till vilket möte eller vilken dag det ska vara klart.",
    "task_due_too_early": "Uppgiften ska vara klar efter mötet den %(on)s. Välj en senare dag.",
    "task_is_ended": "Uppgiften är redan %(state)s.",
    "task_is_not_ordered_yet": (
        "Mötet som ger uppgiften är inte avslutat. Avsluta det först, eller ta bort uppgiften ur "
        "anteckningen."
    ),
    "no_reason_to_drop": "Skriv varför uppgiften skrivs av.",
    "next_before_this": "Nästa möte är efter mötet den %(on)s. Välj en senare dag.",
}

VERBS = {
    "point.voice_noted": "Till ”{heading}” antecknades: {kind} från {whose}.",
    "point.voice_taken_back": "Anteckningen om {kind} från {whose} till ”{heading}” togs bort.",
    "meeting.next_noted": "Nästa möte antecknades: {next} {place}",
    "task.ordered": "Uppgift gavs till {whom}: {what}, {due}.",
    "task.taken_back": "Uppgiften ”{what}” togs bort ur anteckningen till ”{heading}”.",
    "task.reported": "Uppgiften ”{what}” är klar. {note}",
    "task.dropped": "Uppgiften ”{what}” skrevs av. Skäl: {note}",
}


def task_line(task: "Task") -> str:
    """Return a task as a line of the agenda: what, whom, from which point, how far it has come."""
    meeting = task.item.meeting
    point = f"punkt {task.item.number} " if task.item.number else ""
    said = f"{task.what} {task.whom}, {point}den {date_format(meeting.on, 'j F Y')}."
    if task.state == TaskState.OPEN:
        return said
    ended = f"{said} {TaskState(task.state).label.capitalize()}"
    return f"{ended}: {task.ended_note}" if task.ended_note else f"{ended}."
