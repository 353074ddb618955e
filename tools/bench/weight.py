"""P15: everything that a first visit to the board loads, compressed."""

import re
from collections.abc import Iterator, Mapping
from gzip import decompress
from urllib.parse import urljoin

from tools.bench.bars import Figure
from tools.bench.load import ask, connect, header, request
from tools.bench.place import HOST
from tools.bench.server import serving

PAGE = "/bench/beslutslaget/"
IN_PAGE = re.compile(r'<(?:link|script)\b[^>]*\b(?:href|src)="(/[^"]+)"')
IN_STYLE = re.compile(r"""url\(["']?([^"')]+\.woff2)""")


def measure(names: Mapping[str, str]) -> Iterator[Figure | str]:
    with serving(names["small"], workers=1) as server:
        port = server.port
        loaded = {PAGE: _get(port, PAGE)}
        for url in sorted(set(IN_PAGE.findall(_text(loaded[PAGE])))):
            loaded[url] = _get(port, url)
            for found in IN_STYLE.findall(_text(loaded[url])) if url.endswith(".css") else ():
                font = urljoin(url, found)
                loaded[font] = _get(port, font)
    said = ", ".join(f"{url.rsplit('/', 1)[-1] or 'sidan'} {len(b)}" for url, b in loaded.items())
    yield f"byte vid första besöket på beslutsläget: {said}"
    yield Figure("P15", sum(map(len, loaded.values())) / 1000, "KB", 150)


def _get(port: int, url: str) -> bytes:
    line = connect(port)
    head, body = ask(line, request(HOST, url))
    line.close()
    if not head.startswith(b"HTTP/1.1 200"):
        raise RuntimeError(f"{url} answered {head[:40]!r}")
    if header(head, "content-encoding") not in ("", "gzip"):
        raise RuntimeError(f"{url} is packed in another way than was asked for")
    return body


def _text(body: bytes) -> str:
    return (decompress(body) if body.startswith(b"\x1f\x8b") else body).decode()
