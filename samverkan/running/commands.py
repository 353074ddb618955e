"""What the command `samverkan` can do. Nothing here wakes Django before it must."""

import argparse
import contextlib
import os
import re
import signal
import sys
from collections.abc import Callable, Sequence
from types import FrameType
from typing import Never

from samverkan.running import server
from samverkan.running.embedded import DatabaseNotStarted, kept_up
from samverkan.running.installation import ROOT, Installation
from samverkan.running.readiness import is_ready, make_ready
from samverkan.running.refusal import Refusal
from samverkan.running.steps import step

HELP = """samverkan – en rekommendation, sexton självständiga beslut, en sann bild

På en egen dator, med inbyggd databas:
  samverkan run [--port 8000] [--host 127.0.0.1]   starta allt; Ctrl-C stoppar allt
  samverkan reset                                  ta bort allt som samlats i .samverkan/

I drift, med SAMVERKAN_DATABASE_URL i miljön (docs/operations.md):
  samverkan upgrade [--role samverkan]             tabeller, rättigheter, stilmallar
  samverkan serve [--port 8000] [--host …] [--workers 2]
  samverkan worker                                 bakgrundsarbetet

I båda:
  samverkan structure check|load|dump …            samverkansstrukturen som filer
  samverkan journal verify                         kontrollera att journalen är orörd
  samverkan manage …                               Djangos egna kommandon
"""
DJANGO = ("structure", "journal", "demo")
FOR_OWNER = ("migrate", "createcachetable", "dbshell", "bench")


def main(arguments: Sequence[str]) -> int:
    """Do what the command line says and return the exit status."""
    name, rest = (arguments[0], list(arguments[1:])) if arguments else ("help", [])
    commands: dict[str, Callable[[list[str]], int]] = {
        "run": run,
        "reset": reset,
        "serve": serve,
        "worker": worker,
        "upgrade": upgrade,
        "manage": lambda rest: manage(rest),
        **{one: lambda rest, one=one: manage([one, *rest]) for one in DJANGO},  # type: ignore[misc]
    }
    if name not in commands:
        print(HELP)
        if name in ("help", "-h", "--help"):
            return 0
        print(f"Det finns inget kommando som heter {name}.", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, _leave)
    try:
        return commands[name](rest)
    except Refusal as refusal:
        print(refusal, file=sys.stderr)
    except DatabaseNotStarted as problem:
        print(f"Databasen startade inte. Den säger själv:\n{problem}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nAvbrutet.", file=sys.stderr)
    return 1


def run(rest: list[str]) -> int:
    """Start database, server and worker, and keep them until told to stop."""
    options = _options("run", rest, port=8000, host="127.0.0.1")
    installation = Installation.here()
    address = f"http://{'127.0.0.1' if options.host == '0.0.0.0' else options.host}:{options.port}"  # noqa: S104
    with installation.alone(address), contextlib.ExitStack() as running:
        server.refuse_busy(options.host, options.port)
        print("Samverkan startar." if is_ready(installation) else FIRST_TIME, flush=True)
        with step("Startar databasen"):
            running.enter_context(installation.database())
        make_ready(installation, address)
        os.environ.update(installation.environment(address=address))
        os.environ["SAMVERKAN_WORKER_IN_SERVER"] = "1"
        with kept_up(installation.server):
            server.serve(options.host, options.port, greeting=_greeting(installation, address))
        print("\nSamverkan stoppar, med databasen.", flush=True)
    return 0


def reset(rest: list[str]) -> int:
    """Remove everything that runs have gathered, after saying what."""
    _options("reset", rest)
    installation = Installation.here()
    with installation.alone(""):
        print(f"Tar bort databas, filer, brev och hemlig nyckel i {installation.state}.")
        installation.remove()
    print("Nästa start (make run) börjar från början.")
    return 0


def serve(rest: list[str]) -> int:
    """Serve in production; the database and everything else is said by the environment."""
    options = _options("serve", rest, port=8000, host="127.0.0.1", workers=2)
    _in_production()
    server.refuse_busy(options.host, options.port)
    server.serve(options.host, options.port, workers=options.workers)
    return 0


def worker(rest: list[str]) -> int:
    """Do background work in production until told to stop."""
    _options("worker", rest)
    _in_production()
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _django()
    import asyncio

    from samverkan.running.worker import work

    asyncio.run(work())
    return 0


def upgrade(rest: list[str]) -> int:
    """Bring tables, rights and static files up to date, signed in as the tables' owner."""
    options = _options("upgrade", rest, role="samverkan")
    _in_production()
    _django()
    from samverkan.running.prepare import tables

    tables(options.role)
    return 0


def manage(rest: list[str]) -> int:
    """Run one of Django's commands, against the embedded database when no other is named."""
    with contextlib.ExitStack() as running:
        if os.environ.get("SAMVERKAN_DATABASE_URL"):
            os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverkan.settings.production")
        else:
            installation = Installation.here()
            running.enter_context(installation.database())
            owner = bool(rest) and rest[0] in FOR_OWNER
            for name, value in installation.environment(owner=owner).items():
                os.environ.setdefault(name, value)
        from django.core.management import execute_from_command_line

        execute_from_command_line(["samverkan", *rest])
    return 0


FIRST_TIME = "Samverkan startar för första gången här. Det tar någon minut."


def _greeting(installation: Installation, address: str) -> str:
    lines = ["", f"Samverkan körs på {address}/", ""]
    if installation.sign_ins.exists():
        known = installation.sign_ins.read_text().rstrip()
        lines += [re.sub(r"https?://[^/\s]+", address, known), ""]
    return "\n".join([*lines, "Ctrl-C stoppar allt, också databasen."])


def _options(name: str, rest: list[str], **defaults: str | int) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog=f"samverkan {name}")
    for option, default in defaults.items():
        parser.add_argument(f"--{option}", default=default, type=type(default))
    return parser.parse_args(rest)


def _in_production() -> None:
    if not os.environ.get("SAMVERKAN_DATABASE_URL"):
        raise Refusal("Sätt SAMVERKAN_DATABASE_URL i miljön; docs/operations.md säger hur.")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "samverkan.settings.production")


def _django() -> None:
    import django

    os.chdir(ROOT)
    django.setup()


def _leave(number: int, frame: FrameType | None) -> Never:
    raise SystemExit(0)
