"""A counter that all processes of a machine share: raised when a journal has moved.

What is kept ready was made at one value of the counter, and is good for as long as it stands.
"""

import fcntl
import functools
import mmap
import os
import threading
from pathlib import Path

SIZE = 8


class Beacon:
    """Eight bytes of a file, mapped into the memory of every process that has it open."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        self._threads = threading.Lock()
        with self._threads:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            if os.fstat(self._file).st_size < SIZE:
                os.ftruncate(self._file, SIZE)
            fcntl.flock(self._file, fcntl.LOCK_UN)
        # One load, one store; struct.pack_into() writes zeros first, and others would read them.
        self._number = memoryview(mmap.mmap(self._file, SIZE)).cast("Q")

    def read(self) -> int:
        """Return the counter; costs no system call."""
        return self._number[0]

    def raise_(self) -> int:
        """Raise the counter by one, for all processes at once, and return it."""
        with self._threads:
            fcntl.flock(self._file, fcntl.LOCK_EX)
            number = (self.read() + 1) % 2**64
            self._number[0] = number
            fcntl.flock(self._file, fcntl.LOCK_UN)
        return number


@functools.cache
def beacon() -> Beacon:
    """Return the machine's beacon, in the installation's own folder."""
    from samverkan.settings.base import environment

    return Beacon(environment.state / "beacon")
