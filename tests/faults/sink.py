"""A mail server that keeps what it accepts, and can stall in the middle of one message."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message

from aiosmtpd.controller import Controller


class Sink:
    """Keeps messages; stalls at the n-th, before or after it has taken responsibility for it."""

    def __init__(self) -> None:
        self.kept: list[Message] = []
        self.stalls_at = 0
        self.keeps_it_first = False
        self.stalled = threading.Event()
        self.go_on = threading.Event()
        self.port = 0
        self._begun = 0

    async def handle_DATA(self, server, session, envelope) -> str:  # noqa: N802
        message = message_from_bytes(envelope.content)
        self._begun += 1
        if self._begun != self.stalls_at:
            self.kept.append(message)
            return "250 kept"
        if self.keeps_it_first:
            self.kept.append(message)
        self.stalled.set()
        await asyncio.to_thread(self.go_on.wait, 30)
        return "250 kept" if self.keeps_it_first else "451 try again later"


@contextmanager
def open_sink() -> Iterator[Sink]:
    """Receive mail on a port of this machine."""
    sink = Sink()
    with socket.create_server(("127.0.0.1", 0)) as probe:
        sink.port = probe.getsockname()[1]
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        sink.go_on.set()
        controller.stop()
