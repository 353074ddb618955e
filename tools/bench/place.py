"""Where the bench works: an embedded database and a folder of its own, kept between runs."""

import hashlib
import os
import secrets
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from samverkan.running.embedded import Server, in_use
from samverkan.running.installation import APPLICATION, ROOT

STATE = ROOT / ".samverkan" / "bench"
RUN_STATE = ROOT / ".samverkan" / "bench-run"
SERVER = Server(ROOT / ".samverkan" / "bench-database", {"max_connections": "80"})
HOST = "samverkan.example"
FILL = Path(__file__).with_name("fill.sql")
DEFAULTS = Path(__file__).with_name("defaults.sql")


def environment(database: str, *, owner: bool = False) -> dict[str, str]:
    """Return what a process needs to work in production with one of the bench's databases."""
    return {
        "DJANGO_SETTINGS_MODULE": "samverkan.settings.production",
        "SAMVERKAN_STATE": str(STATE),
        "SAMVERKAN_SECRET_KEY": _secret(),
        "SAMVERKAN_DATABASE_URL": SERVER.address("postgres" if owner else APPLICATION, database),
        "SAMVERKAN_ADDRESS": f"https://{HOST}",
        "SAMVERKAN_EMAIL_URL": "smtp://localhost",
        "SAMVERKAN_PROXY": "1",
    }


@contextmanager
def databases(cases: int) -> Iterator[Mapping[str, str]]:
    """Have three databases up: small (1 000 cases), large (so many as asked), and work.

    The first two are only read; work is a new copy of the small one, and is thrown away.
    """
    STATE.mkdir(parents=True, exist_ok=True)
    with in_use(SERVER) as alone:
        if not alone:
            raise SystemExit("En annan mätning pågår här. Vänta tills den är klar.")
        mark = _mark()
        _clear_away(mark)
        empty = _migrated(f"empty_{mark}")
        small, large = (_filled(f"cases_{many}_{mark}", empty, many) for many in (1000, cases))
        SERVER.psql(f"CREATE DATABASE work TEMPLATE {small}")
        yield {"small": small, "large": large, "work": "work"}
        SERVER.psql("DROP DATABASE work WITH (FORCE)")


def _mark() -> str:
    """Return a short text that changes with the tables and with what fills them."""
    digest = hashlib.sha256(FILL.read_bytes() + DEFAULTS.read_bytes())
    for source in sorted((ROOT / "samverkan").glob("*/migrations/*.py")):
        digest.update(source.read_bytes())
    return digest.hexdigest()[:8]


def _clear_away(mark: str) -> None:
    for name in SERVER.psql("SELECT datname FROM pg_database").splitlines():
        if name in ("work", "filling") or (
            name.startswith(("empty_", "cases_")) and not name.endswith(mark)
        ):
            SERVER.psql(f"DROP DATABASE {name} WITH (FORCE)")


def _migrated(name: str) -> str:
    if APPLICATION not in SERVER.psql("SELECT rolname FROM pg_roles").splitlines():
        SERVER.psql(f"CREATE ROLE {APPLICATION} LOGIN")
    if not _exists(name):
        SERVER.psql(f"CREATE DATABASE {name}")
    subprocess.run(
        [sys.executable, "-m", "samverkan.running.prepare", "tables"],
        cwd=ROOT,
        env={**os.environ, **environment(name, owner=True)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return name


def _filled(name: str, empty: str, cases: int) -> str:
    if not _exists(name):
        print(f"# gör {cases} ärenden med 16 beslut vardera; de behålls sedan", flush=True)
        SERVER.psql(f"CREATE DATABASE filling TEMPLATE {empty}")
        fill("filling", slug="bench", cases=cases)
        SERVER.psql(f"ALTER DATABASE filling RENAME TO {name}")
    return name


def fill(database: str, *, slug: str, cases: int, principals: int = 16, ready: int = 0) -> None:
    """Add a collaboration with so many cases; the newest `ready` of them wait to be dispatched."""
    sql = FILL.read_text()
    for name, value in {"cases": cases, "principals": principals, "ready": ready}.items():
        sql = sql.replace(f":{name}", str(value))
    SERVER.psql(DEFAULTS.read_text(), database)
    SERVER.psql(sql.replace(":slug", f"'{slug}'"), database)
    SERVER.psql("VACUUM ANALYZE", database)


def _exists(name: str) -> bool:
    return name in SERVER.psql("SELECT datname FROM pg_database").splitlines()


def _secret() -> str:
    path = STATE / "secret"
    if not path.exists():
        STATE.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(64))
    return path.read_text()
