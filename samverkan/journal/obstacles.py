"""Refusals with their reason: what rules answer with, and what actions raise."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Obstacle:
    """A reason why a step cannot be taken. How it is said is in the area's wording.py."""

    code: str
    facts: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Remark(Obstacle):
    """A warning: the step can be taken with a written reason, which goes to the journal."""


class StepRefused(Exception):
    """Something stands in the way of the step."""

    def __init__(self, obstacles: Sequence[Obstacle]) -> None:
        self.obstacles = tuple(obstacles)
        super().__init__(", ".join(obstacle.code for obstacle in obstacles))


def refuse(found: Sequence[Obstacle], *, reason: str = "") -> None:
    """Raise StepRefused for what stops the step; remarks pass when a reason is written."""
    stopping = [
        obstacle for obstacle in found if not (isinstance(obstacle, Remark) and reason.strip())
    ]
    if stopping:
        raise StepRefused(stopping)
