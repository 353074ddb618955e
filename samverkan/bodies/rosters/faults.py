"""Faults in a roster: where, and what."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from samverkan.journal.obstacles import Obstacle


@dataclass(frozen=True)
class Fault:
    """Something wrong in a row: in the cell of a column, or in the row as a whole."""

    row: int
    column: str
    obstacle: Obstacle

    @property
    def cell(self) -> str:
        """Return the cell as the sheet names it, such as C17; for a whole row its number."""
        return f"{self.column}{self.row}" if self.column else f"rad {self.row}"

    @property
    def place(self) -> tuple[int, int, str]:
        """Return what sorts faults as the sheet is read."""
        return self.row, len(self.column), self.column


def kept(faults: Iterable[Fault]) -> list[list[Any]]:
    """Return faults as they are kept with the roster."""
    return [[one.row, one.column, *obstacle_kept(one.obstacle)] for one in faults]


def found_again(rows: Iterable[Sequence[Any]]) -> list[Fault]:
    """Return the faults that were kept with a roster."""
    return [Fault(row, column, Obstacle(code, facts)) for row, column, code, facts in rows]


def obstacle_kept(obstacle: Obstacle) -> list[Any]:
    """Return an obstacle as it is kept; days become YYYY-MM-DD."""
    return [obstacle.code, json.loads(json.dumps(dict(obstacle.facts), default=str))]
