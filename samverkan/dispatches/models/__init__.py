"""The tables of dispatches, a file for each matter."""

from samverkan.dispatches.models.answers import (
    Answer,
)
from samverkan.dispatches.models.at_home import (
    WeeklyLetter,
)
from samverkan.dispatches.models.dispatches import (
    Dispatch,
)
from samverkan.dispatches.models.executions import (
    Execution,
    ExecutionLink,
    ExecutionNote,
)
from samverkan.dispatches.models.legal_days import (
    LegalDays,
)
from samverkan.dispatches.models.links import (
    RegistrarLink,
)
from samverkan.dispatches.models.packages import (
    Fetch,
    Package,
    PackageFile,
)
from samverkan.dispatches.models.papers import (
    PaperTemplate,
)
from samverkan.dispatches.models.paths import (
    LinePath,
    LineStep,
)
from samverkan.dispatches.models.principal_links import (
    PrincipalLink,
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
    "Dispatch",
    "Execution",
    "ExecutionLink",
    "ExecutionNote",
    "ExtractReading",
    "Fetch",
    "LegalDays",
    "LinePath",
    "LineStep",
    "Package",
    "PackageFile",
    "PaperTemplate",
    "PrincipalLink",
    "Recommendation",
    "RegistrarLink",
    "Reminder",
    "WeeklyLetter",
]
