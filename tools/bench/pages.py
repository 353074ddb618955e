"""Asking the application for pages inside this process, past the front: nothing is kept."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from wsgiref.types import WSGIApplication

from django.core.wsgi import get_wsgi_application
from django.db import connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.test.utils import CaptureQueriesContext

from tools.bench.place import HOST


@cache
def application() -> WSGIApplication:
    """Return the whole of Django, with every middleware that production has."""
    return get_wsgi_application()


def get(path: str, query: str = "") -> str:
    """Return a page; anything but a page is a fault of the bench."""
    status: list[str] = []

    def start(code: str, headers: list[tuple[str, str]], problem: Any = None, /) -> Any:
        status.append(code)

    body = application()(
        {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "QUERY_STRING": query,
            "SERVER_NAME": HOST,
            "SERVER_PORT": "443",
            "HTTP_HOST": HOST,
            "HTTP_X_FORWARDED_PROTO": "https",
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO(),
        },
        start,
    )
    text = b"".join(body).decode()
    body.close()  # type: ignore[attr-defined]
    if not status[0].startswith("200"):
        raise RuntimeError(f"{path} answered {status[0]}")
    return text


def statements(path: str) -> int:
    """Return how many SQL statements a page asks."""
    with CaptureQueriesContext(connection) as asked:
        get(path)
    return len(asked)


@contextmanager
def database(name: str) -> Iterator[None]:
    """Let everything in this process use another of the bench's databases for a while."""
    before = connections["default"]
    connections["default"] = _connection(name)
    try:
        yield
    finally:
        connections["default"] = before


@cache
def _connection(name: str) -> BaseDatabaseWrapper:
    made = connections.create_connection("default")
    made.settings_dict = {**made.settings_dict, "NAME": name}
    return made
