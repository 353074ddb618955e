"""What later areas, and other matters, know of a case that cases must ask about.

Cases know nothing of meetings; `meetings` enters its own functions here when the application
starts, so that a case on an agenda cannot be moved away from it, nor leave by an exit, and so that
the way up knows where a case has been prepared.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from samverkan.journal.obstacles import Obstacle

if TYPE_CHECKING:
    from samverkan.bodies.models import Body
    from samverkan.cases.choices import ExitKind
    from samverkan.cases.models import Case


@dataclass(frozen=True)
class Treated:
    """That a body has met and treated a case, and whether that prepared it for the next body."""

    body: int
    on: date
    prepared: bool


BINDS_TO_BODY: list[Callable[["Case"], list[Obstacle]]] = []
# What more stands in the way of an exit, as when a lift waits for the line of a principal.
BARS_EXIT: list[Callable[["Case", "ExitKind", "Body | None"], list[Obstacle]]] = []
# Which principals have not answered what was recommended.
SILENT_ON: list[Callable[["Case"], list[str]]] = []
TREATED_AT: list[Callable[["Case"], list[Treated]]] = []
