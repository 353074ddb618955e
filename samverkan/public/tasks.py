"""Background work of the common site: news to those who follow it by e-mail."""

from datetime import datetime

from django.utils.timezone import localtime
from procrastinate.contrib.django import app

from samverkan.dispatches.actions import forget_unconfirmed
from samverkan.journal.actors import SYSTEM
from samverkan.journal.models import Collaboration
from samverkan.public.feeds.bulletins import send_due


@app.periodic(cron="*/15 * * * *")
@app.task(name="samverkan.send_news", lock="news", pass_context=False)
def send_news(timestamp: int | None = None) -> None:
    """Send what is new, at once or on Mondays, and forget those who never said yes."""
    send_all(localtime())


def send_all(now: datetime) -> int:
    """Send the news of every collaboration; return how many were written to."""
    sent = 0
    for collaboration in Collaboration.objects.order_by("pk"):
        forget_unconfirmed(collaboration.pk, by=SYSTEM, now=now)
        collaboration.refresh_from_db()
        sent += send_due(collaboration, now)
    return sent
