"""Background work: reminders to principals and to those who carry out; what nobody confirmed."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate, localtime
from procrastinate.contrib.django import app

from samverkan.dispatches.actions import drop_unconfirmed, remind, remind_executions
from samverkan.dispatches.models import Recommendation
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration
from samverkan.journal.obstacles import StepRefused

KEPT_UNCONFIRMED = timedelta(days=14)


@app.periodic(cron="0 7 * * 1-5")
@app.task(name="samverkan.remind_silent", lock="reminders", pass_context=False)
def remind_silent(timestamp: int | None = None) -> None:
    """Remind, on weekday mornings, those who have not answered in time; once a week at most."""
    remind_all(localtime())


def remind_all(now: datetime) -> int:
    """Remind for every recommendation whose reply-by day has passed; return how many got one."""
    late = Recommendation.objects.filter(reply_by__lt=localdate(now)).values_list(
        "collaboration_id", "number"
    )
    reminded = 0
    for collaboration_id, number in late:
        try:
            reminded += len(remind(collaboration_id, number, by=SYSTEM, now=now))
        except StepRefused:  # everyone has answered, has a day planned, or was reminded lately
            continue
    return reminded


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
