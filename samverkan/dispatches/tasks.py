"""Background work: the reminders whose day has come."""

from datetime import datetime

from django.utils.timezone import localtime
from procrastinate.contrib.django import app

from samverkan.dispatches.actions import send_reminders
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import StepRefused


@app.periodic(cron="0 7 * * 1-5")
@app.task(name="samverkan.remind_silent", lock="reminders", pass_context=False)
def remind_silent(timestamp: int | None = None) -> None:
    """Remind, on weekday mornings, those who have not answered in time; once a week at most."""
    remind_all(localtime())


def remind_all(now: datetime) -> int:
    """Send every collaboration's reminders of the day; return how many letters went."""
    sent = 0
    for collaboration_id in Collaboration.objects.values_list("pk", flat=True).order_by("pk"):
        try:
            sent += len(send_reminders(collaboration_id, by=SYSTEM, now=now))
        except StepRefused:  # everyone has answered, has a day planned, or was reminded lately
            continue
    return sent
