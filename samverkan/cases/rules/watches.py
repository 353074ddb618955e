"""Rules for watching a case: a day on which a role looks at it. Pure: no database, no clock."""

from datetime import date

from samverkan.cases.choices import CaseStage
from samverkan.journal.obstacles import Obstacle


def obstacles_to_watch(*, stage: CaseStage, what: str, on: date, today: date) -> list[Obstacle]:
    """List what stands in the way of a watch date; it belongs to a role, so no name is asked.

    Main points, Tjänstepersoner (R110): the regional coordinator is responsible for the handling.
    """
    obstacles = []
    if stage is CaseStage.CLOSED:
        obstacles.append(Obstacle("watched_case_is_closed"))
    if not what.strip():
        obstacles.append(Obstacle("watch_without_matter"))
    if on < today:
        obstacles.append(Obstacle("watch_in_the_past"))
    return obstacles


def obstacles_to_finish_watch(*, finished: bool) -> list[Obstacle]:
    """List what stands in the way of noting that a watch has been looked after."""
    return [Obstacle("watch_is_finished")] if finished else []
