"""What a point orders someone to do, and when it is due."""

from django.db import models

from samverkan.meetings.choices import TaskState
from samverkan.meetings.models.meetings import Item, Meeting
from samverkan.people.models import Person


class Task(models.Model):
    """Uppgift: what a point orders, by whom, and to which meeting or day."""

    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="tasks")
    what = models.CharField("vad", max_length=500)
    # A person, a body or a role, as the minutes say it; the person too when it is one of ours.
    whom = models.CharField("vem", max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="tasks")
    due_meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, related_name="tasks_due"
    )
    due_on = models.DateField("klar senast", null=True)
    # As the minutes say it, also when it is a day or a meeting, which may be moved later.
    due_words = models.CharField("klar till, i ord", max_length=200)
    # The note of the point says it already, so the minutes do not repeat it.
    is_in_the_note = models.BooleanField("står i anteckningen", default=False)
    state = models.CharField(
        "läge", max_length=10, choices=TaskState.choices, default=TaskState.OPEN
    )
    ended_on = models.DateField("avslutad", null=True)
    ended_note = models.CharField("hur den avslutades", max_length=500, blank=True)

    class Meta:
        verbose_name = "uppgift"
        ordering = ["item", "pk"]
        indexes = [
            models.Index(fields=["due_meeting"], condition=models.Q(state="open"), name="task_open")
        ]

    @property
    def collaboration_id(self) -> int:
        """Return in which collaboration the task was ordered, for the table of rights."""
        return self.item.meeting.collaboration_id

    @property
    def body_id(self) -> int:
        """Return which body ordered it, for the table of rights."""
        return self.item.body_id
