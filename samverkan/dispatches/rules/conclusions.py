"""When a conclusion of the answers may be noted."""

from samverkan.journal.obstacles import Obstacle


def obstacles_to_conclude(
    *, dispatched: bool, text: str, ground: str, source: str, same_as_before: bool
) -> list[Obstacle]:
    """List what stands in the way of noting a conclusion.

    Open question Q03: no text says how many must adopt, so nothing is concluded by itself; a
    coordinator notes the conclusion with its ground (R153).
    """
    obstacles = []
    if not dispatched:
        obstacles.append(Obstacle("conclusion_before_dispatch"))
    if not text.strip():
        obstacles.append(Obstacle("conclusion_empty"))
    if not ground.strip():
        obstacles.append(Obstacle("conclusion_without_ground"))
    if not source.strip():
        obstacles.append(Obstacle("conclusion_without_source"))
    if same_as_before:
        obstacles.append(Obstacle("conclusion_unchanged"))
    return obstacles
