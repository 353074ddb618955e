"""Hearing from PostgreSQL that a journal has moved, also when another machine moved it."""

import logging
import threading
import time

from django.db import connection

from samverkan.journal.beacon import Beacon, beacon

CHANNEL = "samverkan_journal"
logger = logging.getLogger(__name__)


def start() -> None:
    """Listen in a thread of its own for as long as the process lives."""
    threading.Thread(target=_listen, name="listener", daemon=True).start()


def hear(light: Beacon, *, stop_after: int | None = None) -> None:
    """Raise the beacon at every change, and first of all: one may have been missed."""
    connection.ensure_connection()
    with connection.cursor() as cursor:
        cursor.execute(f"LISTEN {CHANNEL}")
    light.raise_()
    for _ in connection.connection.notifies(stop_after=stop_after):
        light.raise_()


def _listen() -> None:
    while True:
        try:
            hear(beacon())
        except Exception as error:  # the database is away for a while: try until it is back
            logger.info("listening was cut, and begins again: %s", error)
        connection.close()
        time.sleep(1)
