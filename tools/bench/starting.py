"""P12: the second `make run`: how long to the first answer, and how much memory it takes."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from samverkan.running.installation import ROOT
from tools.bench.bars import Figure
from tools.bench.load import ask, connect, request
from tools.bench.place import RUN_STATE
from tools.bench.server import free_port

ROUNDS = 3
FIRST_TIME = 300
LATER = 60
PAGES = ("/vasterbotten/", "/vasterbotten/beslutslaget/", "/vasterbotten/struktur/")


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    with _running(FIRST_TIME):
        pass
    found = []
    for _ in range(ROUNDS):
        with _running(LATER) as (took, port, process):
            for path in PAGES:
                ask(connect(port), request("127.0.0.1", path))
            time.sleep(3)  # the worker has begun too
            found.append((took, _memory(process.pid)))
    yield f"make run för andra gången, {ROUNDS} gånger; minne efter att några sidor har visats"
    yield Figure("P12", median(took for took, _ in found), "s", 5)
    yield Figure("P12", median(memory for _, memory in found), "MiB", 200)


@contextmanager
def _running(patience: float) -> Iterator[tuple[float, int, "subprocess.Popen[bytes]"]]:
    """Have `make run` running; give the seconds to its first answer, its port, the process."""
    port = free_port()
    # As from an own terminal: nothing of the bench's own environment, but another folder.
    outside = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("SAMVERKAN_", "DJANGO_", "MAKE", "MFLAGS"))
    }
    process = subprocess.Popen(
        ["make", "run", f"PORT={port}"],
        cwd=ROOT,
        env={**outside, "SAMVERKAN_STATE": str(RUN_STATE)},
        stdout=subprocess.DEVNULL,
        start_new_session=True,
    )
    began = time.perf_counter()
    try:
        _wait_for_an_answer(port, process, patience)
        yield time.perf_counter() - began, port, process
    finally:
        os.killpg(process.pid, signal.SIGINT)
        process.wait(30)


def _wait_for_an_answer(port: int, process: "subprocess.Popen[bytes]", patience: float) -> None:
    deadline = time.monotonic() + patience
    while process.poll() is None and time.monotonic() < deadline:
        try:
            head, _ = ask(connect(port), request("127.0.0.1", PAGES[0]))
        except OSError:
            time.sleep(0.02)
        else:
            if head.startswith(b"HTTP/1.1 200"):
                return
            raise RuntimeError(f"make run answered {head[:40]!r}")
    raise RuntimeError("make run did not answer")


def _memory(leader: int) -> float:
    """Return the MiB that the Python processes of a session have in memory."""
    total = 0
    for folder in Path("/proc").iterdir():
        if not folder.name.isdigit():
            continue
        try:
            session = int((folder / "stat").read_text().rpartition(")")[2].split()[3])
            command = (folder / "cmdline").read_bytes()
            pages = int((folder / "statm").read_text().split()[1])
        except OSError:
            continue
        if session == leader and b"python" in command.split(b"\0")[0]:
            total += pages * os.sysconf("SC_PAGE_SIZE")
    return total / 1024**2
