"""Principals that are no more, and who stands in for each."""

from collections.abc import Collection
from datetime import date

from samverkan.principals.models import Principal, PrincipalSuccession


def heirs_of(principals: Collection[int]) -> dict[int, PrincipalSuccession]:
    """Return the succession of each principal that has one, by the predecessor's id."""
    found = PrincipalSuccession.objects.filter(predecessor__in=principals)
    return {one.predecessor_id: one for one in found.select_related("heir")}


def ended_on(principal: Principal) -> date | None:
    """Return the first day on which a principal is no more; None while it goes on."""
    until: date | None = principal.period.upper
    return until
