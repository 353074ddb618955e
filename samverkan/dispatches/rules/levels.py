"""On which level of its own line a principal is to decide."""

from samverkan.dispatches.choices import Binding
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.choices import LineBodyKind

GROUND_LIMIT = 300


def obstacles_to_level(
    *, dispatched: bool, binding: Binding, kind: LineBodyKind | None, ground: str
) -> list[Obstacle]:
    """List what stands in the way of saying on which level the principals are to decide.

    Minutes of 2018 and 2019 (R152, X21): a principal's outcome is one, and its council may give a
    committee the task. Prescribed says on what it rests; free leaves it to each principal (R005).
    """
    obstacles = []
    if dispatched:
        obstacles.append(Obstacle("level_after_dispatch"))
    if binding is not Binding.FREE and kind is None:
        obstacles.append(Obstacle("level_without_kind"))
    if binding is Binding.PRESCRIBED and not ground.strip():
        obstacles.append(Obstacle("level_without_ground"))
    if len(ground) > GROUND_LIMIT:
        obstacles.append(Obstacle("level_ground_too_long", {"limit": GROUND_LIMIT}))
    return obstacles


def decided_at_other_level(
    level: Binding, wanted_kind: LineBodyKind | None, decided_kind: LineBodyKind | None
) -> bool:
    """Return whether a principal has decided on another level than it was asked to (X21).

    Where the level is free, or it is not known where the decision was taken, none is another.
    """
    if level is Binding.FREE or wanted_kind is None or decided_kind is None:
        return False
    return decided_kind is not wanted_kind
