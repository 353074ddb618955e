"""Background work: reminders, weekly letters, packages, and what nobody confirmed."""

from datetime import datetime, timedelta

from django.utils.timezone import localtime
from procrastinate.contrib.django import app

from samverkan.dispatches.actions import (
    MAKE,
    drop_unconfirmed,
    make_packages,
    remind_executions,
    send_reminders,
    send_weekly_letter,
)
from samverkan.dispatches.models import WeeklyLetter
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import StepRefused

KEPT_UNCONFIRMED = timedelta(days=14)


@app.periodic(cron="0 7 * * 1-5")
@app.task(name="samverkan.remind_silent", lock="reminders", pass_context=False)
def remind_silent(timestamp: int | None = None) -> None:
    """Remind, on weekday mornings, those who have not answered in time; once a week at most."""
    remind_all(localtime())


@app.periodic(cron="*/10 * * * *")
@app.task(name=MAKE, lock=MAKE, pass_context=False)
def make_all_packages(timestamp: int | None = None) -> None:
    """Make the packages that are not made; a job is a wake-up call and may come twice."""
    make_packages(localtime())


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
@app.task(name="samverkan.send_what_concerns", lock="weekly_letters", pass_context=False)
def send_what_concerns(timestamp: int | None = None) -> None:
    """Send, on Monday mornings, what concerns each principal to those who want it."""
    send_weekly(localtime())


def send_weekly(now: datetime) -> int:
    """Send every weekly letter that is due, each in an act of its own; return how many went."""
    wanted = WeeklyLetter.objects.order_by("pk").values_list("pk", flat=True)
    return sum(send_weekly_letter(pk, now=now) for pk in wanted)


@app.periodic(cron="10 7 * * 1-5")
@app.task(name="samverkan.remind_executions", lock="executions", pass_context=False)
def remind_late_executions(timestamp: int | None = None) -> None:
    """Remind, on weekday mornings, those who have not reported in time; once a week at most."""
    now = localtime()
    for collaboration_id in Collaboration.objects.values_list("pk", flat=True):
        try:
            remind_executions(collaboration_id, by=SYSTEM, now=now)
        except StepRefused:  # nothing is late, or all were written to lately
            continue


@app.periodic(cron="40 3 * * *")
@app.task(name="samverkan.drop_unconfirmed", lock="unconfirmed", pass_context=False)
def drop_unconfirmed_extracts(timestamp: int | None = None) -> None:
    """Take away, at night, extracts that were read and that nobody confirmed in two weeks."""
    now = localtime()
    drop_unconfirmed(now - KEPT_UNCONFIRMED, now=now)
