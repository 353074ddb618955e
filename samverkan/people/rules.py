"""Rules for persons and their personal links. Pure: no database, no clock."""

from datetime import datetime, timedelta

from samverkan.journal.obstacles import Obstacle

LINK_LASTS = timedelta(days=180)


def obstacles_to_enter(
    *, name: str, elected: bool, party: str, email_taken: bool
) -> list[Obstacle]:
    """List what stands in the way of entering a person; a party belongs to elected people only."""
    obstacles = []
    if not name.strip():
        obstacles.append(Obstacle("no_name"))
    if party and not elected:
        obstacles.append(Obstacle("party_on_official"))
    if email_taken:
        obstacles.append(Obstacle("email_taken"))
    return obstacles


def obstacles_to_link(
    *, expires_at: datetime, revoked_at: datetime | None, now: datetime
) -> list[Obstacle]:
    """List what stands in the way of using a personal link."""
    if revoked_at is not None:
        return [Obstacle("link_revoked")]
    if now >= expires_at:
        return [Obstacle("link_expired", {"on": expires_at.date()})]
    return []
