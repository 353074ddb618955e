"""Making .venv from the locked requirements, once; kept readable for a Python that is too old."""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
OLDEST = (3, 11)
KINDS = ("develop", "run")  # develop.txt holds all of run.txt
NO_NETWORK = ("connection", "Temporary failure", "No matching distribution", "timed out")
PIP = (
    "-m", "pip", "install", "--require-hashes", "--disable-pip-version-check", "--no-input",
    "--progress-bar", "off", "--retries", "2",
)  # fmt: skip

TOO_OLD = (
    "Samverkan behöver Python 3.11 eller nyare, och här finns {}. "
    "Ange en nyare, till exempel: make run PYTHON=python3.12"
)
NO_VENV = "Python saknar modulen venv. Installera den med: apt-get install python3-venv"
NOT_CREATED = "Python-miljön i .venv gick inte att skapa; felet står ovanför."
NOT_FETCHED = (
    "Paketen gick inte att hämta. Första starten behöver nätet: "
    "anslut datorn och kör kommandot igen."
)
NOT_INSTALLED = "Paketen gick inte att installera; pip säger varför ovanför."


class Problem(Exception):
    """One Swedish sentence that says what to do."""


def main(kind: str) -> None:
    """Have an environment with the locked packages; does nothing when there is one."""
    if sys.version_info < OLDEST:
        raise Problem(TOO_OLD.format(".".join(str(part) for part in sys.version_info[:2])))
    enough = KINDS[: KINDS.index(kind) + 1]
    if any(_made_of(one) == _written(one) for one in enough) and _answers():
        return
    if not any(str(VENV) in _written(one) for one in KINDS) or not _answers():
        _create()  # there was none, it was cut short or moved, or its Python is gone
    for one in KINDS:
        _stamp(one).unlink(missing_ok=True)
    _install(ROOT / "requirements" / f"{kind}.txt")
    _add_command()
    _stamp(kind).write_text(_made_of(kind))


def _answers() -> bool:
    try:
        return subprocess.call([str(PYTHON), "-c", "pass"]) == 0
    except OSError:
        return False


def _create() -> None:
    try:
        import ensurepip  # noqa: F401
        import venv  # noqa: F401
    except ImportError:
        raise Problem(NO_VENV) from None
    print("Gör i ordning Python-miljön i .venv.", flush=True)
    if subprocess.call([sys.executable, "-m", "venv", "--clear", str(VENV)]):
        raise Problem(NOT_CREATED)


def _install(locked: Path) -> None:
    total = len(re.findall(r"^[a-z0-9].*==", locked.read_text(), flags=re.MULTILINE))
    print(f"Hämtar och installerar upp till {total} låsta paket. Det görs en gång.", flush=True)
    command = [str(PYTHON), *PIP, "-r", str(locked)]
    said: list[str] = []
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, cwd=str(ROOT)
    ) as process:
        for line in process.stdout or ():
            said.append(line)
            if line.startswith(("Collecting", "Requirement already")):
                _show(sum(one.startswith(("Collecting", "Requirement")) for one in said), total)
            if line.startswith("Installing collected"):
                print("\n  Packar upp dem …", flush=True)
    if process.returncode:
        print("".join(said[-12:]), flush=True)
        away = any(sign in line for line in said for sign in NO_NETWORK)
        raise Problem(NOT_FETCHED if away else NOT_INSTALLED)


def _show(found: int, total: int) -> None:
    if sys.stdout.isatty():
        print(f"\r  {found} av {total}", end="", flush=True)
    elif found % 20 == 0:
        print(f"  {found} av {total}", flush=True)


def _add_command() -> None:
    """Let `.venv/bin/samverkan` and `import samverkan` work from any folder."""
    code = "import sysconfig; print(sysconfig.get_path('purelib'))"
    packages = subprocess.check_output([str(PYTHON), "-c", code], text=True).strip()
    (Path(packages) / "samverkan.pth").write_text(f"{ROOT}\n")
    command = VENV / "bin" / "samverkan"
    command.write_text(f'#!/bin/sh\nexec "{PYTHON}" -m samverkan "$@"\n')
    command.chmod(0o755)


def _stamp(kind: str) -> Path:
    return VENV / f"samverkan-{kind}"


def _written(kind: str) -> str:
    try:
        return _stamp(kind).read_text()
    except OSError:
        return ""


def _made_of(kind: str) -> str:
    """Return what the environment is made from, and where."""
    locked = (ROOT / "requirements" / f"{kind}.txt").read_bytes()
    return f"{hashlib.sha256(locked).hexdigest()} {VENV}"


if __name__ == "__main__":
    try:
        main(sys.argv[1] if len(sys.argv) > 1 else "run")
    except Problem as problem:
        sys.exit(str(problem))
