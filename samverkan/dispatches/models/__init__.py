"""The tables of dispatches, a file for each matter."""

from samverkan.dispatches.models.addressing import (
    Addressing,
    WantedLevel,
)
from samverkan.dispatches.models.answers import (
    Answer,
    AnswerConfirmation,
)
from samverkan.dispatches.models.at_home import (
    WeeklyLetter,
)
from samverkan.dispatches.models.concerns import (
    Concern,
)
from samverkan.dispatches.models.dispatches import (
    Dispatch,
)
from samverkan.dispatches.models.effects import (
    Conclusion,
    EffectDefault,
)
from samverkan.dispatches.models.executions import (
    Execution,
    ExecutionLink,
    ExecutionNote,
)
from samverkan.dispatches.models.federations import (
    FederationDispatch,
    FederationLink,
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
from samverkan.dispatches.models.versions import (
    EarlierProposal,
    RecommendationText,
    Withdrawal,
)
from samverkan.dispatches.models.watching import (
    BoardLook,
    SavedView,
    Subscription,
)

__all__ = [
    "Addressing",
    "Answer",
    "AnswerConfirmation",
    "BoardLook",
    "Concern",
    "Conclusion",
    "Dispatch",
    "EarlierProposal",
    "EffectDefault",
    "Execution",
    "ExecutionLink",
    "ExecutionNote",
    "ExtractReading",
    "FederationDispatch",
    "FederationLink",
    "Fetch",
    "LegalDays",
    "LinePath",
    "LineStep",
    "Package",
    "PackageFile",
    "PaperTemplate",
    "PrincipalLink",
    "Recommendation",
    "RecommendationText",
    "RegistrarLink",
    "Reminder",
    "SavedView",
    "Subscription",
    "WantedLevel",
    "WeeklyLetter",
    "Withdrawal",
]
