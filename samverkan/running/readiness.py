"""What a start has to do: everything, only what an update has changed, or nothing."""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from samverkan.running.installation import ROOT, Installation
from samverkan.running.refusal import Refusal
from samverkan.running.steps import step


def make_ready(installation: Installation, address: str) -> None:
    """Prepare the running database; a first start that was cut short begins anew."""
    done = _prepared(installation)
    present = fingerprint()
    if done == present:
        return
    if done is None:
        with step("Förbereder en tom databas"):
            installation.empty()
    _prepare("tables", installation.environment(owner=True))
    if done is None:
        _prepare("content", installation.environment(address=address))
    draft = _marker(installation).with_suffix(".draft")
    draft.write_text(json.dumps({"prepared": present}))
    draft.replace(_marker(installation))


def is_ready(installation: Installation) -> bool:
    return _prepared(installation) is not None


def fingerprint() -> str:
    """Return a text that changes with the migrations, the static files and the packages."""
    digest = hashlib.sha256()
    for source in sorted(_sources()):
        digest.update(str(source.relative_to(ROOT)).encode() + b"\0")
        digest.update(hashlib.sha256(source.read_bytes()).digest())
    return digest.hexdigest()


def _sources() -> Iterable[Path]:
    yield ROOT / "requirements" / "run.txt"
    yield from (ROOT / "samverkan").glob("*/migrations/*.py")
    yield from (path for path in (ROOT / "samverkan/static").rglob("*") if path.is_file())


def _marker(installation: Installation) -> Path:
    return installation.state / "prepared.json"


def _prepared(installation: Installation) -> str | None:
    if not (installation.server.folder / "PG_VERSION").exists():
        return None
    try:
        done = str(json.loads(_marker(installation).read_text())["prepared"])
    except (FileNotFoundError, ValueError, KeyError):
        return None
    return done if (installation.state / "static").exists() else ""


def _prepare(part: str, environment: dict[str, str]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "samverkan.running.prepare", part],
        cwd=ROOT,
        env={**os.environ, **environment},
    )
    try:
        if process.wait():
            raise Refusal(
                "Förberedelsen stannade; felet står ovanför. Nästa start börjar om med den."
            )
    finally:
        process.terminate()
        process.wait()
