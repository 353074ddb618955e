"""The plain text of a file that came in, read apart from this process and within limits."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import BoundedSemaphore

from samverkan.documents.detection import detected_type

SECONDS = 20
SIZE_LIMIT = 10_000_000
PLAIN_LIMIT = 400_000
_AT_ONCE = BoundedSemaphore(2)
_READ = Path(__file__).with_name("read.py")
_KINDS = {
    "application/pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


@dataclass(frozen=True)
class TextRead:
    """The text of a file; empty with the code of why nothing was read."""

    text: str = ""
    unread: str = ""


def text_of(data: bytes) -> TextRead:
    """Return the text of a PDF, a Word document or plain text; never raises for what it is given.

    What cannot be read is told by a code: locked, scanned, broken, long, large, slow, other.
    """
    kind = detected_type(data)
    if kind == "text/plain":
        return TextRead(data.decode("utf-8-sig")[:PLAIN_LIMIT])
    if kind not in _KINDS:
        return TextRead(unread="other")
    if len(data) > SIZE_LIMIT:
        return TextRead(unread="large")
    head = json.dumps({"kind": _KINDS[kind], "size": len(data)}).encode() + b"\n"
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own file; what came in is on standard input
                [sys.executable, "-I", str(_READ)],
                input=head + data,
                capture_output=True,
                timeout=SECONDS,
                check=True,
            )
    except subprocess.TimeoutExpired:
        return TextRead(unread="slow")
    except subprocess.CalledProcessError as failed:
        return TextRead(unread="slow" if failed.returncode < 0 else "broken")
    said = json.loads(done.stdout)
    return TextRead(text=said.get("text", ""), unread=said.get("unread", ""))
