"""Rules for persons. Pure: no database, no clock."""

from samverkan.journal.obstacles import Obstacle


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
