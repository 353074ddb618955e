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
from samverkan.dispatches.models.recommendations import (
    Recommendation,
)
from samverkan.dispatches.models.watching import (
    BoardLook,
    SavedView,
    Subscription,
)

__all__ = [
    "Answer",
    "BoardLook",
    "Dispatch",
    "Recommendation",
    "RegistrarLink",
    "SavedView",
    "Subscription",
]
