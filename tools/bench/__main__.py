"""Measure everything that exists, print a line for each figure and one for them all."""

import argparse
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from importlib import import_module

from tools.bench.bars import Figure, NotMeasured
from tools.bench.place import databases, environment

Databases = Mapping[str, str]
Measure = Callable[[Databases], Iterator[Figure | str]]
MEASURES = {
    "P1": "tools.bench.serving",
    "P4": "tools.bench.board",
    "P5": "tools.bench.growth",
    "P7": "tools.bench.dispatching",
    "P8": "tools.bench.answering",
    "P9": "tools.bench.verifying",
    "P10": "tools.bench.findings",
    "P11": "tools.bench.freshness",
    "P12": "tools.bench.starting",
    "P13": "tools.bench.meetings",
    "P15": "tools.bench.weight",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tools.bench")
    parser.add_argument("--cases", type=int, default=100_000)
    parser.add_argument("--only", nargs="*", choices=MEASURES, default=list(MEASURES))
    options = parser.parse_args()
    figures: list[Figure] = []
    faults = 0
    with databases(max(options.cases, 1000)) as names:
        os.environ.update(environment(names["work"]))
        import django

        django.setup()
        for number in options.only:
            began = time.monotonic()
            faults += not _print(number, names, figures)
            print(f"# {time.monotonic() - began:.0f} s", flush=True)
    short = sum(not figure.met for figure in figures)
    print(f"bench: {len(figures)} measured, {short} short of their bar")
    return 1 if faults else 0


def _print(number: str, names: Databases, figures: list[Figure]) -> bool:
    """Print what one measure finds; a fault in it leaves the others to be measured."""
    module = import_module(MEASURES[number])
    measure: Measure = module.measure
    try:
        for line in measure(names):
            print(line if isinstance(line, Figure) else f"# {line}", flush=True)
            if isinstance(line, Figure):
                figures.append(line)
    except NotMeasured as missing:
        for one in getattr(module, "NUMBERS", [number]):
            print(f"{one}  not measured: {missing}", flush=True)
    except Exception as fault:
        traceback.print_exc(file=sys.stderr)
        print(f"{number}  not measured: {type(fault).__name__}: {fault}", flush=True)
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
