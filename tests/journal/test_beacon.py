"""The beacon: one counter for all processes of a machine."""

import subprocess
import sys

from samverkan.journal.beacon import Beacon

RAISE_OFTEN = """
import sys
from pathlib import Path
from samverkan.journal.beacon import Beacon
beacon = Beacon(Path(sys.argv[1]))
for _ in range(500):
    beacon.raise_()
"""


def test_beacon_is_seen_through_another_opening_of_the_file(tmp_path):
    one, other = Beacon(tmp_path / "beacon"), Beacon(tmp_path / "beacon")

    one.raise_()
    other.raise_()

    assert (one.read(), other.read()) == (2, 2)


def test_processes_that_raise_at_once_lose_nothing(tmp_path):
    beacon = Beacon(tmp_path / "beacon")
    command = [sys.executable, "-c", RAISE_OFTEN, str(tmp_path / "beacon")]

    processes = [subprocess.Popen(command) for _ in range(3)]
    for _ in range(500):
        beacon.raise_()
    states = [process.wait() for process in processes]

    assert states == [0, 0, 0]
    assert beacon.read() == 2000


def test_beacon_stands_where_it_stood_after_a_restart(tmp_path):
    Beacon(tmp_path / "beacon").raise_()

    assert Beacon(tmp_path / "beacon").read() == 1
