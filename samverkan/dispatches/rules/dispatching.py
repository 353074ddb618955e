"""What must be so before a recommendation goes to the principals."""

from collections.abc import Collection, Sequence
from datetime import date

from samverkan.cases.choices import CaseStage
from samverkan.journal.obstacles import Obstacle


def obstacles_to_dispatch(
    *,
    dispatched: bool,
    minutes_approved: bool,
    case_stage: CaseStage,
    clauses: Sequence[str],
    missing_annexes: Collection[str],
    unreachable: Collection[str],
    reply_by: date | None,
    today: date,
    withdrawn_on: date | None = None,
) -> list[Obstacle]:
    """List what stands in the way of dispatching a recommendation to every principal.

    Main points, Tjänstepersoner (R152): recommendations shall be dispatched to each principal for
    decision. Minutes of 2018 (R304): only from approved minutes; (R299): with every annex named.
    """
    obstacles = []
    if withdrawn_on is not None:
        obstacles.append(Obstacle("recommendation_withdrawn", {"on": withdrawn_on}))
    if dispatched:
        obstacles.append(Obstacle("already_dispatched"))
    elif case_stage is not CaseStage.RECOMMENDED:
        obstacles.append(
            Obstacle("wrong_stage", {"stage": case_stage.label, "to": CaseStage.DISPATCHED.label})
        )
    if not minutes_approved:
        obstacles.append(Obstacle("minutes_not_approved"))
    if not clauses:
        obstacles.append(Obstacle("no_clauses"))
    if missing_annexes:
        obstacles.append(Obstacle("annexes_missing", {"annexes": sorted(missing_annexes)}))
    if unreachable:
        obstacles.append(Obstacle("unreachable", {"principals": sorted(unreachable)}))
    if reply_by is not None and reply_by <= today:
        obstacles.append(Obstacle("reply_by_passed"))
    return obstacles
