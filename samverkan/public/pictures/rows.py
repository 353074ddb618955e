"""In which row, and in which order, the boxes of a picture stand; pure."""

from collections import defaultdict, deque
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from math import ceil

Pair = tuple[int, int]


@dataclass(frozen=True)
class Row:
    """Boxes side by side; `start` counts half boxes from the left."""

    keys: tuple[int, ...]
    start: int


@dataclass(frozen=True)
class Place:
    """A key in reading order: how deep it is, and under which it is told."""

    key: int
    depth: int
    under: int | None


def reading_order(keys: Sequence[int], over: Iterable[Pair]) -> list[Place]:
    """Return each key once: first one, then what stands under it, as a nested list is read."""
    below: dict[int, list[int]] = defaultdict(list)
    inner = set()
    for upper, lower in over:
        below[upper].append(lower)
        inner.add(lower)
    rank = {key: at for at, key in enumerate(keys)}
    # Those of a ring have nothing above them but each other; they come last.
    waiting = [Place(key, 0, None) for key in reversed(keys) if key in inner]
    waiting += [Place(key, 0, None) for key in reversed(keys) if key not in inner]
    found: dict[int, Place] = {}
    while waiting:
        place = waiting.pop()
        if place.key not in found:
            found[place.key] = place
            under = sorted(below[place.key], key=rank.__getitem__, reverse=True)
            waiting += [Place(one, place.depth + 1, place.key) for one in under]
    return list(found.values())


def layers_of(keys: Sequence[int], over: Sequence[Pair]) -> list[list[int]]:
    """Return the keys in layers: each below all that it stands under.

    A ring, which the register does not let in, is opened where its first key stands.
    """
    below: dict[int, list[int]] = defaultdict(list)
    uppers_left = dict.fromkeys(keys, 0)
    for upper, lower in over:
        below[upper].append(lower)
        uppers_left[lower] += 1
    depth = dict.fromkeys(keys, 0)
    placed: set[int] = set()
    ready = deque(key for key in keys if not uppers_left[key])
    for first in [None, *keys]:
        if first is not None and first not in placed:
            ready.append(first)
        while ready:
            key = ready.popleft()
            if key in placed:
                continue
            placed.add(key)
            for lower in below[key]:
                if lower not in placed:
                    depth[lower] = max(depth[lower], depth[key] + 1)
                    uppers_left[lower] -= 1
                    if not uppers_left[lower]:
                        ready.append(lower)
    layers: list[list[int]] = [[] for _ in range(max(depth.values(), default=-1) + 1)]
    for place in reading_order(keys, over):
        layers[depth[place.key]].append(place.key)
    return [layer for layer in layers if layer]


def rows_of(layers: Iterable[Sequence[int]], columns: int, apart: Container[int] = ()) -> list[Row]:
    """Return the layers as rows on one grid; a layer that is too wide becomes even rows.

    Layers stand in the middle; what stands apart begins at the left.
    """
    chunked = [_chunks(layer, columns) for layer in layers]
    widest = max((len(chunks[0]) for chunks in chunked), default=0)
    return [
        Row(tuple(keys), 0 if keys[0] in apart else widest - len(chunks[0]))
        for chunks in chunked
        for keys in chunks
    ]


def _chunks(layer: Sequence[int], columns: int) -> list[Sequence[int]]:
    size = ceil(len(layer) / ceil(len(layer) / columns))
    return [layer[at : at + size] for at in range(0, len(layer), size)]
