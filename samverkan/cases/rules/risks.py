"""Rules for the register of risks. Pure: no database, no clock."""

from datetime import date

from samverkan.cases.choices import RiskStatus
from samverkan.journal.obstacles import Obstacle


def obstacles_to_identify(
    *, title: str, on: date, today: date, body_exists: bool
) -> list[Obstacle]:
    """List what stands in the way of entering a risk that a body has identified (R141)."""
    obstacles = []
    if not title.strip():
        obstacles.append(Obstacle("risk_without_title"))
    if on > today:
        obstacles.append(Obstacle("risk_in_the_future"))
    if not body_exists:
        obstacles.append(Obstacle("risk_body_not_then"))
    return obstacles


def obstacles_to_close_risk(
    *, status: RiskStatus, because: str, identified_on: date, on: date
) -> list[Obstacle]:
    """List what stands in the way of closing a risk: what became of it must be said."""
    obstacles = []
    if status is RiskStatus.CLOSED:
        obstacles.append(Obstacle("risk_already_closed"))
    if not because.strip():
        obstacles.append(Obstacle("risk_closed_without_why"))
    if on < identified_on:
        obstacles.append(Obstacle("risk_closed_before_found"))
    return obstacles
