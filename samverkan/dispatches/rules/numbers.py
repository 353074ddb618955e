"""A principal's own reference numbers."""

from collections.abc import Mapping

from samverkan.journal.obstacles import Obstacle


def obstacles_to_number(number: str, taken: Mapping[str, str]) -> list[Obstacle]:
    """List what stands in the way of a principal's own reference number (R316).

    Minutes 000 and 003: each registers under its own number, such as VLL 2105-2018. One number is
    one matter; `taken` gives, by number, the recommendation of another matter that has it.
    """
    wanted = _plain(number)
    other = next((what for told, what in taken.items() if wanted and _plain(told) == wanted), "")
    return [Obstacle("number_taken", {"number": number.strip(), "other": other})] if other else []


def _plain(number: str) -> str:
    return " ".join(number.split()).casefold()
