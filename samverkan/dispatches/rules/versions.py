"""When a text that is out may be corrected, and when a decision stands for the new one."""

from collections.abc import Sequence
from datetime import date

from samverkan.dispatches.rules.withdrawing import Point, obstacles_to_point
from samverkan.journal.obstacles import Obstacle


def obstacles_to_correct_text(
    *,
    dispatched: bool,
    withdrawn_on: date | None,
    changed: bool,
    reason: str,
    spelling: bool,
    point: Point | None,
    source: str,
    unreachable: Sequence[str],
) -> list[Obstacle]:
    """List what stands in the way of sending a corrected text to all who have the earlier one.

    Main points, Tjänstepersoner (R152): the same text goes to every principal, to all or to none.
    R006: what the text says is changed by the body that agreed on it; a coordinator alone only
    puts spelling right.
    """
    obstacles = []
    if not dispatched:
        obstacles.append(Obstacle("text_not_dispatched"))
    if withdrawn_on is not None:
        obstacles.append(Obstacle("recommendation_withdrawn", {"on": withdrawn_on}))
    if not changed:
        obstacles.append(Obstacle("text_unchanged"))
    if not reason.strip():
        obstacles.append(Obstacle("text_without_reason"))
    if not spelling and point is None and not source.strip():
        obstacles.append(Obstacle("text_without_ground"))
    obstacles += obstacles_to_point(point)
    if unreachable:
        obstacles.append(Obstacle("unreachable", {"principals": list(unreachable)}))
    return obstacles


def obstacles_to_confirm(
    *, answers_earlier: bool, withdrawn_on: date | None, seen: int, version: int
) -> list[Obstacle]:
    """List what stands in the way of a principal's word that its decision stands (R152)."""
    obstacles = []
    if withdrawn_on is not None:
        obstacles.append(Obstacle("recommendation_withdrawn", {"on": withdrawn_on}))
    elif seen != version:
        obstacles.append(Obstacle("text_meanwhile", {"version": version}))
    elif not answers_earlier:
        obstacles.append(Obstacle("nothing_to_confirm"))
    return obstacles
