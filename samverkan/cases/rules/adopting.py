"""Rules for a routine that a body adopts. Pure: no database, no clock."""

from collections.abc import Collection, Sequence
from datetime import date

from samverkan.bodies.choices import TextStage
from samverkan.bodies.rules.powers import may_decide_inner
from samverkan.bodies.rules.texts import Adoption, obstacles_to_days
from samverkan.cases.rules.checking import obstacles_to_routine
from samverkan.cases.rules.routine import Routine
from samverkan.journal.obstacles import Obstacle

# The kind of inner decision that a routine is, unless the county's file says another.
MATTER = "rutiner för ärendeflödet"


def obstacles_to_adopt(
    *,
    stage: TextStage,
    routine: Routine,
    matter: str,
    owned: Collection[str],
    owners: Sequence[str],
    adoption: Adoption,
    former: date | None,
    today: date,
) -> list[Obstacle]:
    """List what stands in the way of adopting a routine; `owners` are those that may.

    Agreement § 7 (R151): LSG decides the routine for the flow of cases. § 5.2, § 6.1.2, § 7 and
    § 9 (R008): a body decides only in the matters of its own.
    """
    if stage is not TextStage.DRAFT:
        return [Obstacle("version_not_draft", {"stage": stage.label})]
    obstacles = []
    if not may_decide_inner(matter, owned):
        facts = {"matter": matter, "owners": list(owners) or ["inget organ"]}
        obstacles.append(Obstacle("routine_not_by_its_owner", facts))
    return [*obstacles, *obstacles_to_days(adoption, former, today), *obstacles_to_routine(routine)]
