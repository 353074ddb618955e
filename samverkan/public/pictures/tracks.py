"""Which lines share a track along a channel without meeting."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from samverkan.public.pictures.buses import Bus
from samverkan.public.pictures.grid import Grid


def tracks_of(buses: Sequence[Bus]) -> Mapping[int, Sequence[Sequence[Bus]]]:
    """Return for each channel its tracks from above, each with the lines that share it."""
    spans: dict[int, list[tuple[float, float, int]]] = defaultdict(list)
    for number, bus in enumerate(buses):
        for channel, xs in bus.touches().items():
            spans[channel].append((min(xs), max(xs), number))
    return {channel: _shared(found, buses) for channel, found in spans.items()}


def _shared(spans: list[tuple[float, float, int]], buses: Sequence[Bus]) -> list[list[Bus]]:
    tracks: list[list[Bus]] = []
    taken_until: list[float] = []
    for start, end, number in sorted(spans, key=lambda span: (span[0], span[2])):
        free = (at for at, last in enumerate(taken_until) if last + Grid.TRACK < start)
        at = next(free, len(tracks))
        if at == len(tracks):
            tracks.append([])
            taken_until.append(0.0)
        tracks[at].append(buses[number])
        taken_until[at] = end
    return tracks
