"""Showing what is being done, and how long it took, one line a step."""

import contextlib
import sys
import time
from collections.abc import Iterator


@contextlib.contextmanager
def step(what: str) -> Iterator[None]:
    """Show a step on a line of its own while it goes on, and its time when it is done."""
    print(f"  {what} …", end="", flush=True)
    began = time.monotonic()
    try:
        yield
    except BaseException:
        print(" avbröts.", flush=True)
        raise
    seconds = f"{time.monotonic() - began:.1f}".replace(".", ",")
    print(f" klart ({seconds} s)", flush=True)
    sys.stdout.flush()
