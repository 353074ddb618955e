"""Where the boxes and lines of a picture go: a pure function of how the boxes hang together.

Boxes stand in rows on one grid, so between the boxes of a row there is a free gutter, and above
each row a free channel. Lines run only there: down from a box, along the channel, through a
gutter past the rows between, along a channel, down to a box. No line can cross a box.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from samverkan.public.pictures.buses import Bus, Edge, Tie
from samverkan.public.pictures.grid import Grid
from samverkan.public.pictures.rows import Row, layers_of, rows_of
from samverkan.public.pictures.tracks import tracks_of
from samverkan.public.pictures.ways import buses_of

CHANNEL = 16.0  # from a row of boxes to the nearest line along it
HEADING = 44.0  # room above what stands apart, for its heading
RANKING = (Tie.UNDER, Tie.BEFORE)

Point = tuple[float, float]
Segment = tuple[Point, Point]


@dataclass(frozen=True)
class Node:
    """A box to place: its key (never 0), how high it is, and whether it stands apart."""

    key: int
    height: float
    apart: bool = False


@dataclass(frozen=True)
class Box:
    """Where a box stands."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Return the right side."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Return the lower side."""
        return self.y + self.height


@dataclass(frozen=True)
class Line:
    """The lines of one kind that run together: their parts, and where each arrow points."""

    tie: Tie
    edges: tuple[Edge, ...]
    segments: tuple[Segment, ...]
    arrows: tuple[tuple[Point, str], ...]


@dataclass(frozen=True)
class Plan:
    """A picture's boxes and lines with their places."""

    boxes: Mapping[int, Box]
    lines: Sequence[Line]
    width: float
    height: float
    apart_from: float | None


def planned(nodes: Sequence[Node], edges: Iterable[Edge], *, columns: int) -> Plan:
    """Return where everything goes; the same for the same input."""
    known = {node.key for node in nodes}
    wanted = [edge for edge in dict.fromkeys(edges) if edge.joins(known)]
    standing = [node.key for node in nodes if not node.apart]
    apart = [node.key for node in nodes if node.apart]
    aside = frozenset(apart)
    ranking = [(edge.tail, edge.head) for edge in wanted if edge.tie in RANKING]
    layers = [
        *layers_of(standing, [pair for pair in ranking if not aside.intersection(pair)]),
        *layers_of(apart, [pair for pair in ranking if aside.issuperset(pair)]),
    ]
    rows = rows_of(layers, columns, aside)
    first_apart = next((at for at, row in enumerate(rows) if row.keys[0] in aside), None)
    grid = Grid(rows)
    buses = buses_of(grid, wanted)
    tracks = tracks_of(buses)
    heights = {node.key: node.height for node in nodes}
    boxes, track_ys = _placed(grid, tracks, heights, first_apart)
    lines = [_line(bus, boxes, grid, track_ys) for bus in buses]
    bottom = max((box.bottom for box in boxes.values()), default=0.0)
    height = max([bottom, *(y + CHANNEL for y in track_ys.values())])
    apart_from = None if first_apart is None else boxes[rows[first_apart].keys[0]].y
    return Plan(boxes, lines, grid.right, height, apart_from)


def _placed(
    grid: Grid,
    tracks: Mapping[int, Sequence[Sequence[Bus]]],
    heights: Mapping[int, float],
    first_apart: int | None,
) -> tuple[dict[int, Box], dict[tuple[int, int], float]]:
    boxes: dict[int, Box] = {}
    track_ys: dict[tuple[int, int], float] = {}
    y = 0.0
    for channel in range(len(grid.rows) + 1):
        in_channel = tracks.get(channel, ())
        for at, buses in enumerate(in_channel):
            for bus in buses:
                track_ys[channel, id(bus)] = y + CHANNEL + at * grid.TRACK
        if in_channel or 0 < channel < len(grid.rows):
            y += 2 * CHANNEL + max(0, len(in_channel) - 1) * grid.TRACK
        if channel == first_apart:
            y += HEADING
        if channel < len(grid.rows):
            row: Row = grid.rows[channel]
            height = max(heights[key] for key in row.keys)
            for key in row.keys:
                boxes[key] = Box(grid.middle(key) - grid.WIDTH / 2, y, grid.WIDTH, height)
            y += height
    return boxes, track_ys


def _line(
    bus: Bus,
    boxes: Mapping[int, Box],
    grid: Grid,
    track_ys: Mapping[tuple[int, int], float],
) -> Line:
    ys = {channel: track_ys[channel, id(bus)] for channel in bus.touches()}
    first = ys[bus.upper_row + 1]
    downs = [((x, boxes[key].bottom), (x, first)) for key, x in bus.uppers.items()]
    ups = [((x, ys[grid.row_of[key]]), (x, boxes[key].y)) for key, x in bus.lowers.items()]
    along = [
        ((min(xs), ys[channel]), (max(xs), ys[channel])) for channel, xs in bus.touches().items()
    ]
    trunk = []
    if bus.trunk is not None:
        trunk = [((bus.trunk, min(ys.values())), (bus.trunk, max(ys.values())))]
    segments = tuple(one for one in (*downs, *along, *trunk, *ups) if one[0] != one[1])
    return Line(bus.tie, tuple(bus.edges), segments, tuple(_arrows(bus, boxes, first)))


def _arrows(bus: Bus, boxes: Mapping[int, Box], first: float) -> Iterable[tuple[Point, str]]:
    if bus.tie in RANKING:
        return
    if bus.right_edge is not None:
        yield (bus.right_edge, first), "right"
        return
    for key in dict.fromkeys(edge.head for edge in bus.edges):
        if key in bus.uppers:
            yield (bus.uppers[key], boxes[key].bottom), "up"
        else:
            yield (bus.lowers[key], boxes[key].y), "down"
