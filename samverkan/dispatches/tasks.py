"""Background work: reminders when the reply-by day has passed, and packages after a dispatch."""

from datetime import datetime

from django.utils.timezone import localdate, localtime
from procrastinate.contrib.django import app

from samverkan.dispatches.actions import MAKE, make_packages, remind
from samverkan.dispatches.models import Recommendation
from samverkan.journal.actors import SYSTEM
from samverkan.journal.obstacles import StepRefused


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
