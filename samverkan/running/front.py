"""The front before Django: public pages kept as bytes for as long as no journal has moved.

A view says that its answer is the same for everybody with the header PUBLIC; the front keeps
such an answer under the beacon's number and the day, and gives it without waking Django.
"""

import gzip
import hashlib
import threading
import time
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment
from zoneinfo import ZoneInfo

from django.conf import settings

from samverkan.journal.beacon import Beacon

PUBLIC = "X-Samverkan-Public"
NOT_KEPT = ("/arbeta/", "/l/", "/konto/", "/static/", "/halsa/")
KEPT_BYTES = 32 * 1024 * 1024
LONGEST_ADDRESS = 400
LARGEST_PAGE = 2 * 1024 * 1024
SMALLEST_TO_PACK = 400
FOR_SHARED_CACHES = "public, max-age=0, s-maxage=1"
UNTIL = "X-Accel-Expires"  # to nginx alone: to the end of this second; its seconds are whole ones
FOR_NOBODY = "private, no-store"
REPLACED = {"cache-control", "vary", "etag", "content-length", PUBLIC.lower()}

Headers = list[tuple[str, str]]
Key = tuple[str, ...]


@dataclass(frozen=True)
class Kept:
    """One public page, ready to send in both of its forms."""

    headers: Headers
    plain: bytes
    packed: bytes | None
    tag: str

    @property
    def size(self) -> int:
        return len(self.plain) + len(self.packed or b"") + 2000


class Shelf:
    """Pages kept under one stamp, least recently asked for out first, bounded in bytes."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._bytes = 0
        self._stamp: tuple[int, date] | None = None
        self._pages: OrderedDict[Key, Kept] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key, stamp: tuple[int, date]) -> Kept | None:
        with self._lock:
            if stamp != self._stamp:
                self._pages.clear()
                self._bytes, self._stamp = 0, stamp
                return None
            kept = self._pages.get(key)
            if kept is not None:
                self._pages.move_to_end(key)
            return kept

    def put(self, key: Key, stamp: tuple[int, date], kept: Kept) -> None:
        """Keep a page, unless something has been written since its rendering began."""
        with self._lock:
            if stamp != self._stamp or kept.size > self._most_bytes:
                return
            before = self._pages.pop(key, None)
            self._bytes += kept.size - (before.size if before else 0)
            self._pages[key] = kept
            while self._bytes > self._most_bytes:
                self._bytes -= self._pages.popitem(last=False)[1].size


class Front:
    """A WSGI application around Django's."""

    def __init__(
        self, django: WSGIApplication, beacon: Beacon, *, most_bytes: int = KEPT_BYTES
    ) -> None:
        self._django = django
        self._beacon = beacon
        self._shelf = Shelf(most_bytes)
        self._zone = ZoneInfo(settings.TIME_ZONE)
        self._personal = (settings.SESSION_COOKIE_NAME + "=", "messages=")

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        key = self._key(environ)
        if key is None:
            return self._django(environ, _not_for_keeping(start_response))
        stamp = (self._beacon.read(), datetime.now(self._zone).date())  # before the rendering
        kept = self._shelf.get(key, stamp)
        if kept is None:
            answer = _Answer(self._django, {**environ, "REQUEST_METHOD": "GET"})
            kept = answer.kept()
            if kept is None:
                return answer.send(_not_for_keeping(start_response))
            self._shelf.put(key, stamp, kept)
        return _send(kept, environ, start_response)

    def _key(self, environ: WSGIEnvironment) -> Key | None:
        """Return under what a page is kept; None for what may not be the same for everybody."""
        path = environ.get("PATH_INFO", "")
        query = environ.get("QUERY_STRING", "")
        cookies = environ.get("HTTP_COOKIE", "")
        if (
            environ["REQUEST_METHOD"] not in ("GET", "HEAD")
            or len(path) + len(query) > LONGEST_ADDRESS
            or any(part in path for part in NOT_KEPT)
            or any(name in cookies for name in self._personal)
        ):
            return None
        return (
            str(environ.get("HTTP_X_FORWARDED_PROTO") or environ["wsgi.url_scheme"])[:10],
            environ.get("HTTP_HOST", "")[:100],
            path,
            query,
        )


class _Answer:
    """What Django answered, held until it is known whether it may be kept."""

    def __init__(self, django: WSGIApplication, environ: WSGIEnvironment) -> None:
        self._start: tuple[str, Headers, Any] = ("", [], None)
        self._body = django(environ, self._note)

    def _note(self, status: str, headers: Headers, problem: Any = None, /) -> Any:
        self._start = (status, headers, problem)

    def kept(self) -> Kept | None:
        status, headers, _ = self._start
        names = {name.lower() for name, _ in headers}
        if not status.startswith("200 ") or PUBLIC.lower() not in names or "set-cookie" in names:
            return None
        try:
            plain = b"".join(self._body)
        finally:
            _close(self._body)
        if len(plain) > LARGEST_PAGE:
            self._body = [plain]
            return None
        return _made_ready(headers, plain)

    def send(self, start_response: StartResponse) -> Iterable[bytes]:
        start_response(*self._start)
        return self._body


def _made_ready(headers: Headers, plain: bytes) -> Kept:
    headers = [(name, value) for name, value in headers if name.lower() not in REPLACED]
    headers += [("Cache-Control", FOR_SHARED_CACHES), ("Vary", "Accept-Encoding")]
    packed = None
    if len(plain) >= SMALLEST_TO_PACK and _is_text(headers):
        packed = gzip.compress(plain, compresslevel=6, mtime=0)
    return Kept(headers, plain, packed, hashlib.sha256(plain).hexdigest()[:24])


def _is_text(headers: Headers) -> bool:
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    return kind.startswith(("text/", "application/json", "application/xml", "image/svg+xml"))


def _send(kept: Kept, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
    packed = kept.packed if _takes_gzip(environ.get("HTTP_ACCEPT_ENCODING", "")) else None
    tag = f'"{kept.tag}-gzip"' if packed else f'"{kept.tag}"'
    headers = [*kept.headers, ("ETag", tag), (UNTIL, f"@{int(time.time())}")]
    if kept.tag in environ.get("HTTP_IF_NONE_MATCH", ""):
        start_response("304 Not Modified", headers)
        return []
    body = packed or kept.plain
    headers.append(("Content-Length", str(len(body))))
    if packed:
        headers.append(("Content-Encoding", "gzip"))
    start_response("200 OK", headers)
    return [] if environ["REQUEST_METHOD"] == "HEAD" else [body]


def _takes_gzip(accepted: str) -> bool:
    for offer in accepted.split(","):
        name, _, weight = offer.partition(";")
        if name.strip().lower() == "gzip":
            return weight.strip().replace(" ", "") not in ("q=0", "q=0.0", "q=0.00", "q=0.000")
    return False


def _not_for_keeping(start_response: StartResponse) -> Callable[..., Any]:
    """Send an answer on; what does not say who may keep it is kept by nobody."""

    def start(status: str, headers: Headers, problem: Any = None, /) -> Any:
        names = {name.lower() for name, _ in headers}
        marked = PUBLIC.lower() in names
        if marked:
            dropped = {PUBLIC.lower(), "cache-control"}
            headers = [(name, value) for name, value in headers if name.lower() not in dropped]
        if marked or "cache-control" not in names:
            headers = [*headers, ("Cache-Control", FOR_NOBODY)]
        return start_response(status, headers, problem)

    return start


def _close(body: Iterable[bytes]) -> None:
    close = getattr(body, "close", None)
    if close is not None:
        close()
