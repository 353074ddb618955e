"""The beacon while another process raises it: what is read never goes backwards."""

import subprocess
import sys

from samverkan.journal.beacon import Beacon

RAISE_OFTEN = """
import sys
from pathlib import Path
from samverkan.journal.beacon import Beacon
beacon = Beacon(Path(sys.argv[1]))
for _ in range(100_000):
    beacon.raise_()
"""


def test_number_never_goes_backwards(tmp_path):
    beacon = Beacon(tmp_path / "beacon")
    seen = [beacon.raise_()]

    raising = subprocess.Popen([sys.executable, "-c", RAISE_OFTEN, str(tmp_path / "beacon")])
    backwards = 0
    while raising.poll() is None:
        for _ in range(10_000):
            seen.append(beacon.read())
            backwards += seen[-1] < seen[-2]
            del seen[:-1]

    assert (backwards, raising.returncode, beacon.read()) == (0, 0, 100_001)
