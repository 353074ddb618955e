"""What later areas add to a meeting: points that come by themselves, and acts that follow approval.

Meetings know nothing of recommendations; `dispatches` enters its own functions here when the
application starts, so that report-back points and recommendations cannot be forgotten by a page.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from samverkan.documents.texts import TableText
from samverkan.journal.actors import Actor
from samverkan.meetings.digests import Due

if TYPE_CHECKING:
    from samverkan.meetings.models import Meeting


@dataclass(frozen=True)
class PointDraft:
    """A point that a body's next agenda gets by itself."""

    heading: str
    text: str
    case_id: int | None
    table: TableText | None = None


COMES_BY_ITSELF: list[Callable[["Meeting"], list[PointDraft]]] = []
AFTER_APPROVAL: list[Callable[["Meeting", Actor, datetime], None]] = []
# What is to do after a meeting besides what its outcomes say, such as tasks with a day.
DUE_AFTER: list[Callable[["Meeting"], list[Due]]] = []
