"""To whom a recommendation went, on which level they decide, and who stands between."""

from dataclasses import dataclass

from samverkan.dispatches.actions import level_of, said_level
from samverkan.dispatches.models import Addressing, FederationDispatch, Recommendation
from samverkan.dispatches.wording import EVERYONE


@dataclass(frozen=True)
class AddressedTo:
    """How a recommendation was addressed, in words; and the federations on its way."""

    said: str
    level: str
    between: list[FederationDispatch]


def addressed_of(recommendation: Recommendation) -> AddressedTo:
    """Return how a recommendation was addressed; what went out before it was kept went to all."""
    addressing = Addressing.objects.filter(recommendation=recommendation).first()
    sent = recommendation.dispatched_at is not None
    between = recommendation.federation_dispatches.select_related("federation")
    return AddressedTo(
        said=addressing.said if addressing else EVERYONE if sent else "",
        level=said_level(level_of(recommendation)),
        between=list(between),
    )
