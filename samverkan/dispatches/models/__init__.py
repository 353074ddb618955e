"""The tables of dispatches, a file for each matter."""

from samverkan.dispatches.models.answers import (
    Answer,
)
from samverkan.dispatches.models.dispatches import (
    Dispatch,
)
from samverkan.dispatches.models.links import (
    RegistrarLink,
)
from samverkan.dispatches.models.papers import (
    PaperTemplate,
)
from samverkan.dispatches.models.recommendations import (
    Recommendation,
)

__all__ = [
    "Answer",
    "Dispatch",
    "PaperTemplate",
    "Recommendation",
    "RegistrarLink",
]
