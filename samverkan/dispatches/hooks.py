"""What other matters and later areas add to the picture of what concerns a principal."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Part(StrEnum):
    """Where on a principal's page something stands; the value is its heading."""

    WAITS = "Väntar på oss"
    CARRY_OUT = "Ska genomföras"
    DUE = "Snart"
    DECIDED = "Beslutat"
    EXPIRES = "Går ut"


@dataclass(frozen=True)
class Matter:
    """One thing that concerns a principal: what, when, and the recommendation it is about."""

    part: Part
    what: str
    said: str
    on: date | None = None
    number: str = ""


# Each takes the principals' ids and the day, and returns what concerns each of them.
AT_HOME: list[Callable[[Collection[int], date], dict[int, list[Matter]]]] = []
