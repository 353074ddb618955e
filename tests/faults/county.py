"""A county of sixteen principals in a PostgreSQL of its own, which keeps what it has promised."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import count

import psycopg
from django.db import connections

from samverkan.running.embedded import DatabaseNotStarted, Server
from samverkan.running.installation import APPLICATION, DATABASE, ROOT, Installation
from samverkan.settings.base import database

NUMBERS = count(1)
AT_WORK = "SELECT pid FROM pg_stat_activity WHERE usename = %s AND datname = %s"
BLOCKED = f"{AT_WORK} AND wait_event_type = 'Lock'"


@dataclass(frozen=True)
class County:
    """One database of an installation, and the processes that work in it as the application."""

    installation: Installation
    name: str
    mail_port: int = 9

    @property
    def server(self) -> Server:
        return self.installation.server

    def run(self, *command: str, owner: bool = False) -> subprocess.Popen[bytes]:
        """Start Python in a process of its own."""
        role = "postgres" if owner else APPLICATION
        environment = {
            **os.environ,
            **self.installation.environment(),
            "SAMVERKAN_DATABASE_URL": self.server.address(role, self.name),
            "SAMVERKAN_EMAIL_URL": f"smtp://127.0.0.1:{self.mail_port}",
        }
        errors = (self.installation.state / "errors.txt").open("ab")
        return subprocess.Popen(
            [sys.executable, "-m", *command], cwd=ROOT, env=environment, stderr=errors
        )

    @contextmanager
    def stopped_at(self, lock: str, act: str = "dispatch") -> Iterator[subprocess.Popen[bytes]]:
        """Give a process that acts and has come as far as what somebody else has locked."""
        with closing(psycopg.connect(self.server.address(database=self.name))) as holder:
            holder.execute(lock)
            process = self.run("tests.faults.acts", act)
            try:
                wait_until(lambda: self.asked(BLOCKED))
                yield process
            finally:
                process.kill()
                process.wait()

    def wait_until_nobody_works(self) -> None:
        """Wait until the database has noticed that whoever worked there is gone."""
        wait_until(lambda: not self.asked(AT_WORK))

    def asked(self, question: str) -> list[tuple[int]]:
        """Return the processes of the database that the application works through."""
        with psycopg.connect(self.server.address()) as asking:
            return asking.execute(question, [APPLICATION, self.name]).fetchall()

    def kill_database(self) -> None:
        """End the database server as a power cut would: it is told nothing and writes nothing."""
        server = int((self.server.folder / "postmaster.pid").read_text().split()[0])
        os.kill(server, signal.SIGKILL)
        wait_until(lambda: not lives(server))

    def start_database(self) -> None:
        """Start it again; it refuses until the last process of the killed server has ended."""
        wait_until(self._starts)

    def _starts(self) -> bool:
        try:
            self.server.start()
        except DatabaseNotStarted:
            return False
        return True

    @contextmanager
    def seen(self) -> Iterator[None]:
        """Let the models of this process read the county's database, as the application."""
        usual = connections["default"]
        address = database(self.server.address(APPLICATION, self.name))
        connections["default"] = type(usual)({**usual.settings_dict, **address}, "default")
        try:
            yield
        finally:
            connections["default"].close()
            connections["default"] = usual


@contextmanager
def ready_county(installation: Installation) -> Iterator[County]:
    """Give a county that others are copied from: everything is ready for the dispatch."""
    with installation.database():
        county = County(installation, DATABASE)
        for act in ("tables", "content"):
            assert county.run("tests.faults.acts", act, owner=act == "tables").wait() == 0
        installation.server.psql("DELETE FROM procrastinate_jobs", DATABASE)
        yield county


@contextmanager
def copied(county: County, mail_port: int) -> Iterator[County]:
    """Give a copy of a county, for one test to break."""
    name = f"county_{next(NUMBERS)}"
    county.server.psql(f"CREATE DATABASE {name} TEMPLATE {county.name}")
    yield County(county.installation, name, mail_port)
    county.server.psql(f"DROP DATABASE {name} WITH (FORCE)")


def lives(process: int) -> bool:
    """Return whether a process is there."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def wait_until(come_true: Callable[[], object], seconds: float = 180) -> None:
    """Wait for something that happens in another process."""
    deadline = time.monotonic() + seconds
    while not come_true():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)
