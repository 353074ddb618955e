"""Rules for ending a case that has gone all the way. Pure: no database, no clock."""

from collections.abc import Sequence

from samverkan.cases.choices import CaseStage
from samverkan.cases.rules.preparing import obstacles_to_step
from samverkan.cases.rules.routine import Routine
from samverkan.journal.obstacles import Obstacle, Remark


def obstacles_to_finish(
    *, stage: CaseStage, routine: Routine, silent: Sequence[str]
) -> list[Obstacle]:
    """List what stands in the way of ending a case: its road, and principals that are silent.

    Main points, Tjänstepersoner (R153): the outcome is reported back to the body. A silent
    principal is a remark, since nobody can make it answer (Q04).
    """
    if stage is not CaseStage.REPORTED_BACK:
        return [Obstacle("not_reported_back", {"stage": stage.label})]
    obstacles = obstacles_to_step(stage, CaseStage.CLOSED, routine)
    if silent and not obstacles:
        obstacles.append(Remark("finished_with_silent", {"principals": list(silent)}))
    return obstacles
