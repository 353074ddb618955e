"""The tables of dispatches, a file for each matter."""

from samverkan.dispatches.models.answers import (
    Answer,
)
from samverkan.dispatches.models.concerns import (
    ConcernsMail,
)
from samverkan.dispatches.models.dispatches import (
    Dispatch,
)
from samverkan.dispatches.models.executions import (
    Execution,
    ExecutionLink,
    ExecutionNote,
)
from samverkan.dispatches.models.links import (
    RegistrarLink,
)
from samverkan.dispatches.models.readings import (
    ExtractReading,
)
from samverkan.dispatches.models.recommendations import (
    Recommendation,
)
from samverkan.dispatches.models.reminders import (
    Reminder,
)

__all__ = [
    "Answer",
    "ConcernsMail",
    "Dispatch",
    "Execution",
    "ExecutionLink",
    "ExecutionNote",
    "ExtractReading",
    "Recommendation",
    "RegistrarLink",
    "Reminder",
]
