"""Rules for involving those concerned at home. Pure: no database, no clock."""

from collections.abc import Sequence
from datetime import date

from samverkan.cases.choices import CaseStage
from samverkan.journal.obstacles import Obstacle, Remark


def obstacles_to_note_involvement(
    *,
    stage: CaseStage,
    who: str,
    on: date,
    today: date,
    principal_takes_part: bool,
    school_channel: bool,
    concerns_schools: bool,
    has_school_channel: bool,
) -> list[Obstacle]:
    """List what stands in the way of noting who was involved at a principal.

    Agreement § 6.1.3 (R097): a representative sees that those concerned at home are involved.
    Agreement § 2 (R024): a municipality's school channel is told when the case concerns schools.
    """
    obstacles = []
    if stage is CaseStage.CLOSED:
        obstacles.append(Obstacle("case_is_treated", {"stage": stage.label}))
    if not who.strip():
        obstacles.append(Obstacle("involvement_without_who"))
    if on > today:
        obstacles.append(Obstacle("involvement_in_the_future"))
    if not principal_takes_part:
        obstacles.append(Obstacle("involvement_of_no_party"))
    if school_channel and not concerns_schools:
        obstacles.append(Obstacle("case_not_about_schools"))
    elif school_channel and not has_school_channel:
        obstacles.append(Obstacle("no_school_channel_there"))
    return obstacles


def remarks_before_recommendation(without: Sequence[str], *, total: int) -> list[Remark]:
    """List the principals where nobody is noted as involved, before a body recommends (R097)."""
    if not without:
        return []
    if len(without) == total:
        return [Remark("nobody_involved")]
    return [Remark("not_involved_everywhere", {"principals": list(without)})]
