"""Rules for preparing a case for the body on the next rung. Pure: no database, no clock."""

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import ItemKind, Outcome


def obstacles_to_prepare_for_next(
    *, outcome: Outcome, kind: ItemKind, has_case: bool, prepares_for_another: bool
) -> list[Obstacle]:
    """List what stands in the way of a body saying that it has prepared a case for another.

    Agreement § 5.1.2 and § 6.1.2 (R060, R091): LSG prepares cases to Samråd, at a meeting.
    """
    if outcome is not Outcome.PREPARED:
        return []
    obstacles = []
    if kind is not ItemKind.DECISION:
        obstacles.append(Obstacle("not_a_decision_point"))
    if not has_case:
        obstacles.append(Obstacle("preparation_without_case"))
    if not prepares_for_another:
        obstacles.append(Obstacle("prepares_for_nobody"))
    return obstacles
