"""Which lines run together, through which gutter, and where they meet the boxes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from samverkan.public.pictures.buses import OUT_OF_PICTURE, Bus, Edge, Tie
from samverkan.public.pictures.grid import Grid

ORDER = {tie: number for number, tie in enumerate(Tie)}


def buses_of(grid: Grid, edges: Iterable[Edge]) -> list[Bus]:
    """Return what runs together, with its way past the rows between and its ends at the boxes."""
    found: dict[tuple[object, ...], Bus] = {}
    for edge in edges:
        key, upper_row = _together(grid, edge)
        bus = found.setdefault(key, Bus(edge.tie, upper_row))
        bus.edges.append(edge)
        for end in (edge.tail, edge.head):
            if end != OUT_OF_PICTURE:
                bus.rows[end] = grid.row_of[end]
                side = bus.uppers if grid.row_of[end] <= upper_row else bus.lowers
                side[end] = 0.0
    buses = sorted(found.values(), key=lambda bus: (bus.upper_row, ORDER[bus.tie]))
    _choose_gutters(grid, buses)
    _place_ends(grid, buses)
    return buses


def _together(grid: Grid, edge: Edge) -> tuple[tuple[object, ...], int]:
    tail = grid.row_of[edge.tail]
    if edge.tie is Tie.OUT:
        return (edge.tie, tail), tail
    head = grid.row_of[edge.head]
    if tail == head:  # side by side: from lid to lid, above the row
        return (edge.tie, edge), tail - 1
    upper = edge.tail if tail < head else edge.head
    return (edge.tie, upper, tail < head), min(tail, head)


MOST_IN_A_GUTTER = 3


def _choose_gutters(grid: Grid, buses: Sequence[Bus]) -> None:
    blocked = grid.blocked()
    free_after: dict[int, list[int]] = defaultdict(list)
    outside = 0
    gutters: dict[Bus, tuple[int, int]] = {}
    for bus in buses:
        first, last = bus.upper_row + 1, bus.last_row
        if last <= first:
            continue
        for number in _nearest(grid, bus):
            if blocked[number][first] == blocked[number][last]:
                track = _free_track(free_after[number], first, last)
                if track is not None:
                    gutters[bus] = (number, track)
                    break
        else:
            outside += 1
            gutters[bus] = (-1, outside)
    grid.margin = outside * grid.TRACK
    for bus, (number, track) in gutters.items():
        if number < 0:
            bus.trunk = (outside - track) * grid.TRACK
        else:
            bus.trunk = grid.gutter(number) + (track - 1) * grid.TRACK


def _nearest(grid: Grid, bus: Bus) -> list[int]:
    middle = grid.gutter_under(next(iter(bus.uppers)))
    return sorted(range(grid.last_gutter + 1), key=lambda number: (abs(number - middle), number))


def _free_track(free_after: list[int], first: int, last: int) -> int | None:
    for track, taken_until in enumerate(free_after):
        if taken_until < first:
            free_after[track] = last
            return track
    if len(free_after) == MOST_IN_A_GUTTER:
        return None
    free_after.append(last)
    return len(free_after) - 1


PORT = 20.0
ASIDE = 5.0
FARTHEST = Grid.WIDTH / 2 - 2 * ASIDE


def _place_ends(grid: Grid, buses: Sequence[Bus]) -> None:
    taken = {(channel, bus.trunk): bus for bus in buses if bus.trunk for channel in bus.touches()}
    uppers: dict[int, list[Bus]] = defaultdict(list)
    lowers: dict[int, list[Bus]] = defaultdict(list)
    for bus in buses:
        if bus.tie is Tie.OUT:
            bus.right_edge = grid.right
        for key in bus.uppers:
            uppers[key].append(bus)
        for key in bus.lowers:
            lowers[key].append(bus)
    for at_box, below in ((uppers, 1), (lowers, 0)):
        for key, meeting in at_box.items():
            channel, middle = grid.row_of[key] + below, grid.middle(key)
            step = min(PORT, (grid.WIDTH - 50) / len(meeting))
            for bus, place in zip(meeting, _beside(meeting), strict=True):
                x = middle + place * step
                while taken.setdefault((channel, x), bus) is not bus and x < middle + FARTHEST:
                    x += min(ASIDE, step / 2)
                (bus.uppers if below else bus.lowers)[key] = x


def _beside(meeting: Sequence[Bus]) -> list[int]:
    """Return 0, 1, -1, 2 …: the first line in the middle, and what leads out farthest right."""
    places = [(at + 1) // 2 * (1 if at % 2 else -1) for at in range(len(meeting))]
    if meeting[-1].tie is Tie.OUT:
        farthest = max(places)
        places.remove(farthest)
        places.append(farthest)
    return places
