"""The tables of dispatches, a file for each matter."""

from samverkan.dispatches.models.addressing import (
    Addressing,
    WantedLevel,
)
from samverkan.dispatches.models.answers import (
    Answer,
)
from samverkan.dispatches.models.concerns import (
    Concern,
)
from samverkan.dispatches.models.dispatches import (
    Dispatch,
)
from samverkan.dispatches.models.federations import (
    FederationDispatch,
    FederationLink,
)
from samverkan.dispatches.models.links import (
    RegistrarLink,
)
from samverkan.dispatches.models.recommendations import (
    Recommendation,
)

__all__ = [
    "Addressing",
    "Answer",
    "Concern",
    "Dispatch",
    "FederationDispatch",
    "FederationLink",
    "Recommendation",
    "RegistrarLink",
    "WantedLevel",
]
