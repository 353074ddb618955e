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
from samverkan.dispatches.models.packages import (
    Fetch,
    Package,
    PackageFile,
)
from samverkan.dispatches.models.principal_links import (
    PrincipalLink,
)
from samverkan.dispatches.models.recommendations import (
    Recommendation,
)

__all__ = [
    "Answer",
    "Dispatch",
    "Fetch",
    "Package",
    "PackageFile",
    "PrincipalLink",
    "Recommendation",
    "RegistrarLink",
]
