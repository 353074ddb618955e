"""When a recommendation may be taken back, and on what ground."""

from dataclasses import dataclass
from datetime import date

from samverkan.journal.obstacles import Obstacle


@dataclass(frozen=True)
class Point:
    """A point of a meeting, as the ground of an act on a recommendation."""

    same_body: bool
    approved: bool


def obstacles_to_point(point: Point | None) -> list[Obstacle]:
    """List why a point cannot be the ground: only the body that agreed changes what it agreed on.

    Main points (R006): a body agrees on recommendations at a meeting. Minutes of 2018 (R304): what
    was agreed is what stands in approved minutes.
    """
    if point is None:
        return []
    if not point.same_body:
        return [Obstacle("point_of_another_body")]
    return [] if point.approved else [Obstacle("point_not_approved")]


def obstacles_to_withdraw(
    *,
    withdrawn_on: date | None,
    reason: str,
    point: Point | None,
    source: str,
    on: date | None,
    agreed_on: date,
    today: date,
) -> list[Obstacle]:
    """List what stands in the way of withdrawing a recommendation.

    Main points (R006): the body that agreed on it can also take it back, at a meeting. Answers
    that have come stand (R152): they are the principals' own decisions.
    """
    obstacles = []
    if withdrawn_on is not None:
        obstacles.append(Obstacle("recommendation_withdrawn", {"on": withdrawn_on}))
    if not reason.strip():
        obstacles.append(Obstacle("withdrawal_without_reason"))
    if point is None and not source.strip():
        obstacles.append(Obstacle("withdrawal_without_ground"))
    obstacles += obstacles_to_point(point)
    if on is None:
        obstacles.append(Obstacle("withdrawal_without_day"))
    elif on < agreed_on:
        obstacles.append(Obstacle("withdrawal_before_agreed", {"agreed_on": agreed_on}))
    elif on > today:
        obstacles.append(Obstacle("withdrawal_day_ahead"))
    return obstacles


def obstacles_to_send_further(withdrawn_on: date | None) -> list[Obstacle]:
    """List why what is out goes to nobody more: the body has withdrawn it (R006)."""
    if withdrawn_on is None:
        return []
    return [Obstacle("recommendation_withdrawn", {"on": withdrawn_on})]
