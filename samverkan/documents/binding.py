"""One PDF of many: how many pages each has, and all of them bound, apart from this process."""

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from samverkan.documents.pdf import NotPrinted

SECONDS = 90
_AT_ONCE = BoundedSemaphore(1)
_BIND = Path(__file__).with_name("bind.py")


@dataclass(frozen=True)
class Look:
    """What is known of a PDF: its pages, or the code of why it cannot be bound."""

    pages: int = 0
    left_out: str = ""


def looked_at(files: Sequence[bytes]) -> list[Look]:
    """Return how many pages each PDF has, or why it cannot be bound.

    Raises NotPrinted when they could not be read in time.
    """
    if not files:
        return []
    said = json.loads(_run({"do": "look"}, files))
    return [Look(**one) for one in said]


def bound(first: bytes, others: Sequence[tuple[str, bytes]]) -> bytes:
    """Return a PDF with others after it, each by a bookmark; the same files give the same bytes.

    Raises NotPrinted when it could not be done in time.
    """
    if not others:
        return first
    job: dict[str, object] = {"do": "bind", "names": [name for name, _ in others]}
    return _run(job, [first, *(data for _, data in others)])


def _run(job: dict[str, object], files: Sequence[bytes]) -> bytes:
    head = json.dumps({**job, "sizes": [len(data) for data in files]}).encode() + b"\n"
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own file; the PDFs are on standard input
                [sys.executable, "-I", str(_BIND)],
                input=head + b"".join(files),
                capture_output=True,
                timeout=SECONDS,
                check=True,
            )
    except subprocess.TimeoutExpired as late:
        raise NotPrinted(f"binding took more than {SECONDS} s") from late
    except subprocess.CalledProcessError as failed:
        raise NotPrinted(failed.stderr.decode("utf-8", "replace")[-2000:]) from failed
    return done.stdout
