"""The tables of dispatches, a file for each matter."""

from samverkan.dispatches.models.answers import (
    Answer,
    AnswerConfirmation,
)
from samverkan.dispatches.models.dispatches import (
    Dispatch,
)
from samverkan.dispatches.models.effects import (
    Conclusion,
    EffectDefault,
)
from samverkan.dispatches.models.links import (
    RegistrarLink,
)
from samverkan.dispatches.models.recommendations import (
    Recommendation,
)
from samverkan.dispatches.models.versions import (
    EarlierProposal,
    RecommendationText,
    Withdrawal,
)

__all__ = [
    "Answer",
    "AnswerConfirmation",
    "Conclusion",
    "Dispatch",
    "EarlierProposal",
    "EffectDefault",
    "Recommendation",
    "RecommendationText",
    "RegistrarLink",
    "Withdrawal",
]
