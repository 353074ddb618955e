"""A running copy of the system in its own folder: secret, environment, database, one at a time."""

import contextlib
import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from samverkan.running.embedded import Server, in_use
from samverkan.running.refusal import Refusal

ROOT = Path(__file__).resolve().parents[2]
DATABASE = "samverkan"
APPLICATION = "samverkan"  # the role that pages and worker sign in as; it owns nothing
GATHERED = (
    "database", "database.door", "database.users", "prepared.json", "sign-ins.txt", "files", "mail",
    "static", "beacon", "secret",
)  # fmt: skip
PATIENCE = 5.0  # seconds in which a process whose parent was killed notices and ends


@dataclass(frozen=True)
class Installation:
    """Everything that `samverkan run` keeps, below one folder."""

    state: Path

    @classmethod
    def here(cls) -> "Installation":
        return cls(Path(os.environ.get("SAMVERKAN_STATE") or ROOT / ".samverkan").absolute())

    @property
    def server(self) -> Server:
        return Server(self.state / "database")

    @property
    def sign_ins(self) -> Path:
        return self.state / "sign-ins.txt"

    def environment(self, *, owner: bool = False, address: str = "") -> dict[str, str]:
        """Return what Django needs to know, for the database's owner or for the application."""
        role = "postgres" if owner else APPLICATION
        environment = {
            "DJANGO_SETTINGS_MODULE": "samverkan.settings.development",
            "SAMVERKAN_STATE": str(self.state),
            "SAMVERKAN_SECRET_KEY": self.secret(),
            "SAMVERKAN_DATABASE_URL": self.server.address(role, DATABASE),
        }
        return environment | ({"SAMVERKAN_ADDRESS": address} if address else {})

    def secret(self) -> str:
        """Return the installation's own secret key, made the first time it is asked for."""
        path = self.state / "secret"
        if not path.exists():
            self.state.mkdir(parents=True, exist_ok=True)
            draft = path.with_suffix(f".{os.getpid()}")
            draft.touch(mode=0o600)
            draft.write_text(secrets.token_urlsafe(64))
            draft.replace(path)
        return path.read_text()

    @contextlib.contextmanager
    def database(self) -> Iterator[None]:
        """Have the embedded database up, with its role and its (perhaps empty) database."""
        with in_use(self.server):
            roles = self.server.psql("SELECT rolname FROM pg_roles").splitlines()
            if APPLICATION not in roles:
                self.server.psql(f"CREATE ROLE {APPLICATION} LOGIN")
            if DATABASE not in self.server.psql("SELECT datname FROM pg_database").splitlines():
                self.server.psql(f"CREATE DATABASE {DATABASE}")
            yield

    def empty(self) -> None:
        """Start over in a running database: nothing that a first start has begun on stays."""
        self.server.psql(f"DROP DATABASE IF EXISTS {DATABASE} WITH (FORCE)")
        self.server.psql(f"CREATE DATABASE {DATABASE}")
        for folder in ("files", "mail"):
            shutil.rmtree(self.state / folder, ignore_errors=True)
        self.sign_ins.unlink(missing_ok=True)

    def remove(self) -> None:
        """Remove what runs have gathered, and nothing else that may lie in the folder."""
        self.server.stop()
        for name in GATHERED:
            path = self.state / name
            if path.is_dir():
                shutil.rmtree(path)
            path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def alone(self, address: str) -> Iterator[None]:
        """Be the only one that runs from this folder. Raises Refusal when another one does."""
        self.state.mkdir(parents=True, exist_ok=True)
        with (self.state / "running").open("a+") as lock:
            if not _locked(lock.fileno()):
                lock.seek(0)
                raise Refusal(
                    f"Samverkan körs redan från den här mappen{_on(lock.read())}. "
                    "Stoppa det först, med Ctrl-C i fönstret där det startades."
                )
            lock.truncate(0)
            lock.write(address)
            lock.flush()
            yield
            lock.truncate(0)


def _on(address: str) -> str:
    return f", på {address}" if address else ""


def _locked(lock: int) -> bool:
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() > deadline:
                return False
            time.sleep(0.1)
        else:
            return True
