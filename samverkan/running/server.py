"""The web server: granian with a small parent process, also the parent of everything else."""

import signal
import socket
import threading
import time
from types import FrameType

from samverkan.running.refusal import Refusal

APPLICATION = "samverkan.running.wsgi:serving"
BLOCKING_THREADS = 4


def serve(host: str, port: int, *, workers: int = 1, greeting: str = "") -> None:
    """Serve until told to stop. With a greeting: show it when the first page can be asked for."""
    from granian.constants import Interfaces
    from granian.log import LogLevels
    from granian.server import Server

    server = Server(
        APPLICATION,
        factory=True,
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=BLOCKING_THREADS,
        respawn_failed_workers=True,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    )
    if greeting:
        server.on_startup(lambda: _stop_when_the_terminal_closes(server))
        threading.Thread(target=_greet, args=(host, port, greeting), daemon=True).start()
    server.serve()


def refuse_busy(host: str, port: int) -> None:
    """Raise Refusal when another program has the port."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except PermissionError:
            raise Refusal(
                f"Port {port} är inte tillåten här. Välj en: make run PORT=8001"
            ) from None
        except OSError:
            raise Refusal(
                f"Port {port} används redan av ett annat program. "
                f"Välj en annan port: make run PORT={port + 1}"
            ) from None


def answers(host: str, port: int) -> bool:
    """Return whether the server gives an answer, whatever it says."""
    try:
        with socket.create_connection((host, port), timeout=30) as line:
            line.sendall(b"HEAD /halsa/ HTTP/1.0\r\nHost: localhost\r\n\r\n")
            return bool(line.recv(1))
    except OSError:
        return False


def _greet(host: str, port: int, greeting: str) -> None:
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    while not answers(reachable, port):
        time.sleep(0.1)
    print(greeting, flush=True)


def _stop_when_the_terminal_closes(server: object) -> None:
    def stop(number: int, frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGTERM)

    signal.signal(signal.SIGHUP, stop)
