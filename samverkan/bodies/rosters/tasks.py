"""Background work: checking long rosters. A job is only a wake-up call."""

from uuid import UUID

from procrastinate.contrib.django import app

from samverkan.bodies.actions.rosters import CHECK, check_roster


@app.task(name=CHECK, retry=3, pass_context=False)
def check_roster_in_background(key: str) -> None:
    """Check a roster; may run twice, since it only writes while the roster waits for it."""
    check_roster(UUID(key))
