"""Background work: the reminders whose day has come, and the weekly letters."""

from datetime import datetime

from django.utils.timezone import localtime
from procrastinate.contrib.django import app

from samverkan.dispatches.actions import send_concerns_mail, send_reminders
from samverkan.dispatches.models import ConcernsMail
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


@app.periodic(cron="30 6 * * 1")
@app.task(name="samverkan.send_what_concerns", lock="concerns", pass_context=False)
def send_what_concerns(timestamp: int | None = None) -> None:
    """Send, on Monday mornings, what concerns each principal to those who want it."""
    send_weekly(localtime())


def send_weekly(now: datetime) -> int:
    """Send every weekly letter that is due, each in an act of its own; return how many went."""
    wanted = ConcernsMail.objects.order_by("pk").values_list("pk", flat=True)
    return sum(send_concerns_mail(pk, now=now) for pk in wanted)
