"""Background work of the journal: sending its notices. A job is only a wake-up call."""

from django.utils.timezone import now
from procrastinate.contrib.django import app

from samverkan.journal.notices import WAKE_UP, send_due


@app.periodic(cron="*/5 * * * *")
@app.task(name=WAKE_UP, lock=WAKE_UP, pass_context=False)
def send_notices(timestamp: int | None = None) -> None:
    """Send what is due; may run twice, since each row is claimed before it is sent."""
    send_due(now())
