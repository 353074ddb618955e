"""The grid that the boxes of a picture stand on: x is known here, y when the channels are."""

from collections.abc import Sequence

from samverkan.public.pictures.rows import Row


class Grid:
    """The rows with their measures; x is known here, y when the channels are."""

    WIDTH = 220.0
    GUTTER = 30.0
    TRACK = 9.0
    HALF = (WIDTH + GUTTER) / 2

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.margin = 0.0
        self.row_of: dict[int, int] = {}
        self._places: dict[int, int] = {}
        for at, row in enumerate(rows):
            for number, key in enumerate(row.keys):
                self.row_of[key] = at
                self._places[key] = row.start + 2 * number
        self.last_gutter = max((row.start + 2 * len(row.keys) for row in rows), default=0)

    @property
    def right(self) -> float:
        """Return the right edge."""
        return self.gutter(self.last_gutter) + self.GUTTER / 2

    def gutter(self, number: int) -> float:
        """Return the middle of a gutter, counted in half boxes from the left."""
        return self.margin + self.GUTTER / 2 + number * self.HALF

    def middle(self, key: int) -> float:
        """Return the middle of a box."""
        return self.gutter(self.gutter_under(key))

    def gutter_under(self, key: int) -> int:
        """Return which gutter of the other rows is in line with the middle of a box."""
        return self._places[key] + 1

    def blocked(self) -> list[list[int]]:
        """Return, for each gutter and row, how many rows above it have a box in that place."""
        counts = [[0] for _ in range(self.last_gutter + 1)]
        for row in self.rows:
            taken = {self.gutter_under(key) for key in row.keys}
            for number, count in enumerate(counts):
                count.append(count[-1] + (number in taken))
        return counts
