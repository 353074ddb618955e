"""What every test stands on: one embedded database a run, own files, Debian's own browser."""

import fcntl
import os
import shutil
from collections.abc import Iterator

import pytest
from django.db import connections
from hypothesis import settings as hypothesis_settings

from samverkan.running.embedded import in_use
from tests import database

# Playwright keeps an event loop in the main thread; Django would refuse the database there.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

# A busy machine is no fault in the code: what is made by chance has no time limit.
hypothesis_settings.register_profile("ours", deadline=None)
hypothesis_settings.load_profile("ours")

CHROMIUM = ("chromium", "chromium-browser", "google-chrome")
QUIET_BROWSER = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let a journey begin again when the browser itself did not answer (decision 20)."""
    again = pytest.mark.flaky(reruns=2, only_rerun=["TimeoutError", "TargetClosedError"])
    for item in items:
        if "browser" in item.keywords:
            item.add_marker(again)


@pytest.fixture(scope="session")
def django_db_modify_db_settings() -> Iterator[None]:
    """Give this worker a copy of the migrated database; the last worker stops the server."""
    connection = connections["default"]
    if connection.settings_dict["NAME"]:  # SAMVERKAN_DATABASE_URL names a server of its own
        yield
        return
    with in_use(database.SERVER) as alone:
        with database.SERVER.folder.with_suffix(".template").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if alone:
                database.clear_away()
            template = database.migrated_template()
        connection.settings_dict.update(
            NAME="postgres", USER="postgres", HOST=str(database.SERVER.sockets)
        )
        connection.settings_dict["TEST"].update(NAME=f"test_{os.getpid()}", TEMPLATE=template)
        _let_flush_empty_the_journal(type(connection.ops))
        yield


def _let_flush_empty_the_journal(operations: type) -> None:
    """The journal's triggers refuse TRUNCATE; only the emptying between tests may pass them."""
    sql_flush = operations.sql_flush

    def past_triggers(*args, **kwargs):
        statements = sql_flush(*args, **kwargs)
        return ["SET LOCAL session_replication_role = replica", *statements] if statements else []

    # On the class: beside Playwright's loop Django has another connection than without it.
    operations.sql_flush = past_triggers


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict) -> dict:
    path = next(filter(None, map(shutil.which, CHROMIUM)), None)
    if path is None:
        pytest.fail("Webbläsaren Chromium saknas. Installera den med: apt-get install chromium")
    return {**browser_type_launch_args, "executable_path": path, "args": QUIET_BROWSER}


@pytest.fixture(scope="session")
def playwright(playwright):
    """Leave no connection behind of those that Django has beside Playwright's loop."""
    yield playwright
    connections.close_all()
