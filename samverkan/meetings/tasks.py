"""Background work: reminders to adjusters who have not answered."""

from datetime import datetime

from django.utils.timezone import localtime
from procrastinate.contrib.django import app

from samverkan.journal.actors import SYSTEM
from samverkan.journal.obstacles import StepRefused
from samverkan.meetings.actions import remind_adjusters
from samverkan.meetings.choices import MeetingStage
from samverkan.meetings.models import MinutesDraft


@app.periodic(cron="15 7 * * 1-5")
@app.task(name="samverkan.remind_adjusters", lock="reminders", pass_context=False)
def remind_of_approval(timestamp: int | None = None) -> None:
    """Remind, on weekday mornings, those who have minutes to approve; once a week at most."""
    remind_all(localtime())


def remind_all(now: datetime) -> int:
    """Remind of every draft that waits; return how many got a reminder."""
    waiting = MinutesDraft.objects.filter(ended_at=None, meeting__stage=MeetingStage.HELD)
    reminded = 0
    for meeting_id in waiting.order_by("pk").values_list("meeting_id", flat=True):
        try:
            reminded += len(remind_adjusters(meeting_id, by=SYSTEM, now=now))
        except StepRefused:  # answered, too early, or reminded within the week
            continue
    return reminded
