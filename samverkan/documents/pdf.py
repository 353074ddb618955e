"""PDF of texts: tagged (PDF/UA-1), for long keeping (PDF/A-2a), same text same bytes."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from threading import BoundedSemaphore

from samverkan.documents.texts import digest

SECONDS = 20
_AT_ONCE = BoundedSemaphore(2)
_PRESS = Path(__file__).with_name("press.py")


class NotPrinted(Exception):
    """The PDF could not be made: the process ended with an error or took too long."""


def proposal_pdf(text: Mapping[str, object]) -> bytes:
    """Return a decision proposal (ProposalText) as a tagged PDF."""
    return _printed("proposal", text)


def letter_pdf(text: Mapping[str, object]) -> bytes:
    """Return the letter that a proposal is sent with as a tagged PDF."""
    return _printed("letter", text)


def file_pdf(text: Mapping[str, object]) -> bytes:
    """Return a plain text (`text`) or a picture (`svg`) that came in as a file, as a tagged PDF."""
    return _printed("file", text)


def minutes_pdf(
    text: Mapping[str, object],
    *,
    notice: str = "",
    corrections: Sequence[Mapping[str, str]] = (),
) -> bytes:
    """Return minutes (MinutesText), a draft or approved, as a tagged PDF.

    Beside the text, and no part of its sum: that it is a demonstration, and later corrections,
    each with `on`, `by` and `text`.
    """
    beside = {"notice": notice, "corrections": [dict(one) for one in corrections]}
    return _printed("minutes", {**text, **beside}, digest(text))


def papers_pdf(text: Mapping[str, object]) -> bytes:
    """Return the agenda of a meeting with what its points rest on, as a tagged PDF."""
    return _printed("papers", text)


def picture_pdf(text: Mapping[str, object]) -> bytes:
    """Return the pictures of the structure (PictureText), and the same as lists, as a PDF."""
    return _printed("picture", text)


def description_pdf(text: Mapping[str, object]) -> bytes:
    """Return the description of the structure (DescriptionText) as a tagged PDF."""
    return _printed("description", text)


def _printed(template: str, text: Mapping[str, object], summed: str = "") -> bytes:
    job = {
        "template": template,
        "text": json.dumps(text, ensure_ascii=False),
        "digest": summed or digest(text),
    }
    try:
        with _AT_ONCE:
            done = subprocess.run(  # noqa: S603 - our own file; the text is on standard input
                [sys.executable, "-I", str(_PRESS)],
                input=json.dumps(job).encode(),
                capture_output=True,
                timeout=SECONDS,
                check=True,
            )
    except subprocess.TimeoutExpired as late:
        raise NotPrinted(f"{template} took more than {SECONDS} s") from late
    except subprocess.CalledProcessError as failed:
        raise NotPrinted(failed.stderr.decode("utf-8", "replace")[-2000:]) from failed
    return done.stdout
