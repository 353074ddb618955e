"""Background work: the autumn's reminder that next year's chairs are to be elected; rosters."""

from datetime import datetime

from django.utils.timezone import localdate, localtime
from procrastinate.contrib.django import app

from samverkan.bodies.actions.reminders import remind_of_chairs
from samverkan.bodies.models import Body
from samverkan.bodies.rosters.tasks import check_roster_in_background
from samverkan.journal.actors import SYSTEM
from samverkan.journal.obstacles import StepRefused

__all__ = ["check_roster_in_background", "remind_all", "remind_of_coming_chairs"]


@app.periodic(cron="30 7 * * 1-5")
@app.task(name="samverkan.remind_of_chairs", lock="reminders", pass_context=False)
def remind_of_coming_chairs(timestamp: int | None = None) -> None:
    """Remind the coordinators, on weekday mornings, of chairs to elect; once a term."""
    remind_all(localtime())


def remind_all(now: datetime) -> int:
    """Remind of every body whose chairs' term ends within three months; return how many."""
    today = localdate(now)
    led = Body.objects.filter(
        period__contains=today,
        chair_rules__period__contains=today,
        chair_terms__period__contains=today,
    )
    reminded = 0
    for body_id in led.order_by("pk").values_list("pk", flat=True).distinct():
        try:
            remind_of_chairs(body_id, by=SYSTEM, now=now)
        except StepRefused:  # elected, too early, or reminded before
            continue
        reminded += 1
    return reminded
