"""The tests' own PostgreSQL: migrated once, then copied for every run and every worker."""

import hashlib
import os
import subprocess
import sys
from pathlib import Path

from samverkan.running.embedded import FOR_TESTS, Server

ROOT = Path(__file__).resolve().parents[1]
SERVER = Server(ROOT / ".samverkan" / "test-database", FOR_TESTS)


def clear_away() -> None:
    """Drop what earlier runs that were killed have left, and what older migrations made."""
    current = template_name()
    for name in SERVER.psql("SELECT datname FROM pg_database").splitlines():
        kind, _, made_by = name.partition("_")
        left = kind in ("test", "migrating") and not _alive(made_by)
        if left or (kind == "migrated" and name != current):
            SERVER.psql(f'DROP DATABASE "{name}" WITH (FORCE)')


def _alive(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ValueError, ProcessLookupError):
        return False
    except PermissionError:
        return True
    return True


def migrated_template() -> str:
    """Return the name of a database with every migration in it, made if it is not there."""
    name = template_name()
    if name in SERVER.psql("SELECT datname FROM pg_database").splitlines():
        return name
    draft = f"migrating_{os.getpid()}"
    SERVER.psql(f'CREATE DATABASE "{draft}"')
    environment = {
        **os.environ,
        "SAMVERKAN_DATABASE_URL": SERVER.address(database=draft),
        "DJANGO_SETTINGS_MODULE": "samverkan.settings.test",
    }
    subprocess.run(
        [sys.executable, "-m", "django", "migrate", "--verbosity=0", "--skip-checks"],
        check=True,
        cwd=ROOT,
        env=environment,
    )
    SERVER.psql(f'ALTER DATABASE "{draft}" RENAME TO "{name}"')
    return name


def template_name() -> str:
    """Return a name that changes when a migration, or the locked packages' own, changes."""
    sources = [ROOT / "requirements" / "run.txt", *ROOT.glob("samverkan/**/migrations/*.py")]
    digest = hashlib.sha256()
    for source in sorted(sources):
        digest.update(str(source.relative_to(ROOT)).encode())
        digest.update(source.read_bytes())
    return f"migrated_{digest.hexdigest()[:16]}"
