"""P1-P3: a public page that is kept, against nginx with the same bytes as a file.

Server and load share two cores, so what is compared is not how many answers come in a second,
which the load would decide, but how many a second of the servers' own CPU gives.
"""

from collections.abc import Callable, Iterator, Mapping

from tools.bench.bars import Figure
from tools.bench.load import ask, connect, header, per_second, request
from tools.bench.place import HOST
from tools.bench.rounds import medians
from tools.bench.server import WORKERS, Running, nginx, serving

NUMBERS = ("P1", "P2", "P3")
PAGE = "/bench/beslutslaget/"
LINES = 16
ROUNDS = 7
SECONDS = 1.5
FULL, UNCHANGED = b"HTTP/1.1 200", b"HTTP/1.1 304"


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    asked = request(HOST, PAGE)
    with serving(names["small"]) as alone:
        head, page = ask(connect(alone.port), asked)
        if not head.startswith(FULL) or not header(head, "etag"):
            raise RuntimeError(f"{PAGE} is not kept: {head[:60]!r}")
        again = request(HOST, PAGE, f"If-None-Match: {header(head, 'etag')}")
        with nginx(page, alone.port) as (files, shared):
            found = medians(
                ROUNDS,
                {
                    "files": _rate(files.port, asked, FULL, files),
                    "alone": _rate(alone.port, asked, FULL, alone),
                    "shared": _rate(shared.port, asked, FULL, shared, alone),
                    "unchanged": _rate(alone.port, again, UNCHANGED, alone),
                },
            )
    files_rate = found["files"]
    yield (
        f"svar per sekund av serverns processortid; beslutsläget, {len(page)} byte packat, "
        f"{WORKERS} processer, {LINES} förbindelser; nginx med samma byte som fil: {files_rate:.0f}"
    )
    for number, name, said, bar in (
        ("P1", "alone", "applikationsservern ensam", 0.15),
        ("P2", "shared", "bakom deploy/nginx.conf, utan TLS", 0.5),
        ("P3", "unchanged", "applikationsservern ensam, oförändrad sida (304)", 0.15),
    ):
        yield f"{said}: {found[name]:.0f}"
        yield Figure(number, found[name] / files_rate, "x", bar, at_least=True)


def _rate(port: int, asked: bytes, expect: bytes, *servers: Running) -> Callable[[], float]:
    """Return what gives the answers per second of these servers' CPU, in one round."""

    def measured() -> float:
        before = sum(server.cpu() for server in servers)
        answers = per_second(port, asked, expect, lines=LINES, seconds=SECONDS) * SECONDS
        return answers / (sum(server.cpu() for server in servers) - before)

    return measured
