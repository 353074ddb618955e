"""When what matters a principal goes by e-mail."""

from datetime import datetime, timedelta

from samverkan.journal.obstacles import Obstacle

WEEKLY_AT_MOST_EVERY = timedelta(days=6)


def obstacles_to_weekly_letter(*, belongs: bool, wanted: bool, has: bool) -> list[Obstacle]:
    """List what stands in the way of wanting, or no longer wanting, the weekly letter (R158)."""
    if wanted and not belongs:
        return [Obstacle("not_of_the_principal")]
    if wanted == has:
        return [Obstacle("weekly_letter_unchanged")]
    return []


def weekly_letter_due(*, last_sent_at: datetime | None, matters: int, now: datetime) -> bool:
    """Return whether a weekly letter goes: not the same week twice, and never an empty one."""
    if not matters:
        return False
    return last_sent_at is None or now - last_sent_at >= WEEKLY_AT_MOST_EVERY
