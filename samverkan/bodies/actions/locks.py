"""Locks that are taken before the journal's, when one act enters a person and gives a seat."""

from samverkan.bodies.models import Body, CoordinatorFunction


def lock_body(body_id: int) -> None:
    """Let nobody else change who sits in a body until the transaction ends."""
    Body.objects.select_for_update(no_key=True).get(pk=body_id)


def lock_function(function_id: int) -> None:
    """Let nobody else change who holds a coordinator function until the transaction ends."""
    CoordinatorFunction.objects.select_for_update(no_key=True).get(pk=function_id)
