"""The lines of a picture: what each means, and which run together."""

from dataclasses import dataclass, field
from enum import StrEnum

OUT_OF_PICTURE = 0  # the head of an edge that leads to the right edge


class Tie(StrEnum):
    """What a line means."""

    UNDER = "under"
    BEFORE = "before"
    SEAT = "seat"
    RAPPORTEUR = "rapporteur"
    ADJOINED = "adjoined"
    OUT = "out"


@dataclass(frozen=True)
class Edge:
    """A line to draw from one box to another, or out of the picture."""

    tail: int
    head: int
    tie: Tie

    def joins(self, known: set[int]) -> bool:
        """Return whether both ends are in the picture, and not the same."""
        head_is_known = self.head in known or self.tie is Tie.OUT
        return self.tail in known and head_is_known and self.tail != self.head


@dataclass(eq=False)
class Bus:
    """Lines of one kind from or to one box, or out from one row, drawn as one."""

    tie: Tie
    upper_row: int
    edges: list[Edge] = field(default_factory=list)
    rows: dict[int, int] = field(default_factory=dict)
    uppers: dict[int, float] = field(default_factory=dict)
    lowers: dict[int, float] = field(default_factory=dict)
    trunk: float | None = None
    right_edge: float | None = None

    @property
    def last_row(self) -> int:
        """Return the lowest row that it leads to."""
        return max((self.rows[key] for key in self.lowers), default=self.upper_row + 1)

    def touches(self) -> dict[int, list[float]]:
        """Return the channels that it runs along, and where it meets something there."""
        found: dict[int, list[float]] = {self.upper_row + 1: list(self.uppers.values())}
        for key, x in self.lowers.items():
            found.setdefault(self.rows[key], []).append(x)
        for xs in found.values():
            xs += [x for x in (self.trunk, self.right_edge) if x is not None]
        return found
