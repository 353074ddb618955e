"""Which reference numbers a principal has given already."""

from collections.abc import Collection

from samverkan.dispatches.models import Dispatch
from samverkan.dispatches.rules import same_number
from samverkan.principals.models import Principal


def hold_numbers(principals: Collection[int]) -> None:
    """Let nobody else number anything at these principals until the act is done (R316).

    Taken after the dispatches' own locks, always in the same order.
    """
    held = Principal.objects.select_for_update(no_key=True).filter(pk__in=principals)
    list(held.order_by("pk").values_list("pk", flat=True))


def numbers_taken(dispatch: Dispatch) -> dict[str, str]:
    """Return a principal's numbers for other recommendations, with the number of each of those."""
    rows = (
        Dispatch.objects.filter(principal=dispatch.principal_id)
        .exclude(pk=dispatch.pk)
        .exclude(reference_number="")
        .values_list("reference_number", "recommendation__number")
    )
    return {same_number(number): recommendation for number, recommendation in rows}
