"""A principal's own reference number: one for each recommendation, told once."""

from collections.abc import Mapping

from samverkan.journal.obstacles import Obstacle

NUMBER_LIMIT = 60


def same_number(number: str) -> str:
    """Return what two ways of writing one reference number have in common."""
    return "".join(number.split()).casefold()


def obstacles_to_reference_number(number: str, *, taken: Mapping[str, str]) -> list[Obstacle]:
    """List what stands in the way of a principal's reference number.

    Source 003 (R316): each has a number of its own, unique at its principal. `taken` holds the
    principal's other numbers, as `same_number` writes them, and the recommendation of each.
    """
    if other := taken.get(same_number(number)):
        facts = {"number": number, "recommendation": other}
        return [Obstacle("reference_number_taken", facts)]
    return []


def obstacles_to_numbering(number: str, *, known: str, taken: Mapping[str, str]) -> list[Obstacle]:
    """List what stands in the way of giving a dispatch its number afterwards.

    (R316): the number is given once; another one is a correction, with its reason.
    """
    if not number.strip():
        return [Obstacle("no_reference_number")]
    if len(number) > NUMBER_LIMIT:
        return [Obstacle("reference_number_too_long", {"limit": NUMBER_LIMIT})]
    if known and same_number(known) != same_number(number):
        return [Obstacle("has_other_number", {"number": known})]
    return obstacles_to_reference_number(number, taken=taken)
