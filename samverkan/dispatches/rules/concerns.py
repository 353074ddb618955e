"""When what concerns a principal goes by e-mail."""

from datetime import datetime, timedelta

from samverkan.journal.obstacles import Obstacle

CONCERNS_AT_MOST_EVERY = timedelta(days=6)


def obstacles_to_concerns_mail(*, belongs: bool, wanted: bool, has: bool) -> list[Obstacle]:
    """List what stands in the way of wanting, or no longer wanting, the weekly letter (R158)."""
    if wanted and not belongs:
        return [Obstacle("not_of_the_principal")]
    if wanted == has:
        return [Obstacle("concerns_mail_unchanged")]
    return []


def concerns_mail_due(*, last_sent_at: datetime | None, concerns: int, now: datetime) -> bool:
    """Return whether a weekly letter goes: not the same week twice, and never an empty one."""
    if not concerns:
        return False
    return last_sent_at is None or now - last_sent_at >= CONCERNS_AT_MOST_EVERY
