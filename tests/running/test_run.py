"""`samverkan run` from an empty folder, through everything that may go wrong around it."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import closing

import pytest

from samverkan.running.embedded import Server

PATIENCE = 180


@pytest.fixture
def port():
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(folder, port):
    """Start `samverkan run` in a folder of its own; whatever still runs afterwards is ended."""
    started = []

    def start(state="state"):
        environment = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("SAMVERKAN_", "DJANGO_"))
        }
        said = (folder / f"said-{len(started)}").open("w+")
        process = subprocess.Popen(
            [sys.executable, "-m", "samverkan", "run", "--port", str(port)],
            stdout=said,
            stderr=subprocess.STDOUT,
            env={**environment, "SAMVERKAN_STATE": str(folder / state)},
        )
        process.said = lambda: (folder / said.name).read_text()
        started.append(process)
        return process

    yield start
    for process in started:
        process.terminate()
        process.wait(30)
    Server(folder / "state" / "database").stop()


def wait_until(it_is_so):
    deadline = time.monotonic() + PATIENCE
    while not it_is_so():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def wait_until_it_says(process, words):
    def said_or_ended():
        return words in process.said() or process.poll() is not None

    wait_until(said_or_ended)
    assert words in process.said()


def test_run_from_an_empty_folder_to_the_end(start, port, folder):
    cut_short = start()
    wait_until_it_says(cut_short, "Skapar och uppdaterar tabeller …")
    cut_short.kill()
    cut_short.wait()

    first = start()
    wait_until_it_says(first, "Ctrl-C stoppar allt")
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/halsa/", timeout=30) as answer:
        assert answer.status == 200
    server = Server(folder / "state" / "database")
    assert server.running()

    os.kill(int((server.folder / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    time.sleep(0.2)
    wait_until(server.running)

    same_folder = start()
    assert same_folder.wait(30) == 1
    assert same_folder.said().startswith("Samverkan körs redan från den här mappen")

    same_port = start("another")
    assert same_port.wait(30) == 1
    assert same_port.said() == (
        f"Port {port} används redan av ett annat program. "
        f"Välj en annan port: make run PORT={port + 1}\n"
    )

    first.kill()
    first.wait()
    second = start()
    wait_until_it_says(second, "Ctrl-C stoppar allt")
    assert "tabeller" not in second.said()

    second.send_signal(signal.SIGINT)
    assert second.wait(30) == 0
    assert not server.running()
