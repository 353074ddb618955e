"""What later areas know of a case that cases must ask about.

Cases know nothing of meetings; `meetings` enters its own function here when the application
starts, so that a case on an agenda cannot be moved away from it.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from samverkan.journal.obstacles import Obstacle

if TYPE_CHECKING:
    from samverkan.cases.models import Case

BINDS_TO_BODY: list[Callable[["Case"], list[Obstacle]]] = []
