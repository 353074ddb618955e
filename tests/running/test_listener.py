"""The listener: what another machine writes is heard here."""

import threading
import time

import pytest
from django.db import connection

from samverkan.journal.beacon import Beacon
from samverkan.running.listener import hear


@pytest.mark.django_db(transaction=True)
def test_change_written_elsewhere_raises_the_beacon_here(tmp_path):
    beacon = Beacon(tmp_path / "beacon")

    def listen():
        hear(beacon, stop_after=1)
        connection.close()

    listener = threading.Thread(target=listen)
    listener.start()
    while beacon.read() == 0:
        time.sleep(0.01)
    with connection.cursor() as cursor:
        cursor.execute("NOTIFY samverkan_journal")
    listener.join(10)

    assert beacon.read() == 2
