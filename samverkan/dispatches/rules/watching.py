"""Who may follow the board how: subscriptions by e-mail, and views that a person keeps."""

from datetime import datetime, time, timedelta

from samverkan.dispatches.choices import Cadence
from samverkan.journal.obstacles import Obstacle

CONFIRM_WITHIN = timedelta(days=3)
WRITE_AT_MOST_EVERY = timedelta(hours=1)
MOST_WAITING = 200
MOST_PRINCIPALS = 60
MOST_VIEWS = 20
WEEKLY_AT = time(7)
MONDAY = 0


def obstacles_to_ask(*, waiting: int, principals: int) -> list[Obstacle]:
    """List what stands in the way of asking for news by e-mail (R158).

    Only so many addresses wait for a confirmation at once: nobody can make us write to the world.
    """
    obstacles = []
    if waiting >= MOST_WAITING:
        obstacles.append(Obstacle("too_many_wait"))
    if principals > MOST_PRINCIPALS:
        obstacles.append(Obstacle("too_many_principals", {"most": MOST_PRINCIPALS}))
    return obstacles


def may_be_written_to(*, written_to_at: datetime | None, now: datetime) -> bool:
    """Return whether an address may get one more e-mail about confirming: once an hour."""
    return written_to_at is None or now - written_to_at >= WRITE_AT_MOST_EVERY


def is_due(*, cadence: Cadence, looked_at: datetime | None, now: datetime) -> bool:
    """Return whether it is time to look for news: always, or at seven on Mondays (R158)."""
    if cadence is Cadence.EACH or looked_at is None:
        return True
    return looked_at < latest_monday(now)


def latest_monday(now: datetime) -> datetime:
    """Return the latest Monday at seven that has been."""
    monday = now.date() - timedelta(days=(now.weekday() - MONDAY) % 7)
    begins = datetime.combine(monday, WEEKLY_AT, now.tzinfo)
    return begins if begins <= now else begins - timedelta(days=7)


def obstacles_to_save_view(*, name: str, taken: bool, kept: int, keeps: bool) -> list[Obstacle]:
    """List what stands in the way of keeping a view under a name; one that is kept may change."""
    obstacles = []
    if not name.strip():
        obstacles.append(Obstacle("view_without_name"))
    if taken:
        obstacles.append(Obstacle("view_name_taken", {"name": name}))
    if not keeps and kept >= MOST_VIEWS:
        obstacles.append(Obstacle("too_many_views", {"most": MOST_VIEWS}))
    return obstacles
