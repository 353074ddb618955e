"""Measuring side by side: every side once a round, in turns, and the median of the rounds."""

import time
from collections.abc import Callable, Mapping
from statistics import median

Side = Callable[[], float]


def medians(rounds: int, sides: Mapping[str, Side]) -> dict[str, float]:
    """Run every side once to warm up, then in interleaved rounds; return each one's median."""
    for side in sides.values():
        side()
    found: dict[str, list[float]] = {name: [] for name in sides}
    for number in range(rounds):
        order = list(sides) if number % 2 else list(sides)[::-1]
        for name in order:
            found[name].append(sides[name]())
    return {name: median(values) for name, values in found.items()}


def seconds(act: Callable[[], object]) -> float:
    """Return how long an act takes by the clock on the wall."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def cpu(act: Callable[[], object]) -> float:
    """Return how many seconds of this process's CPU an act takes."""
    began = time.process_time()
    act()
    return time.process_time() - began
