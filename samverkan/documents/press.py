"""One PDF in a process of its own: a job as JSON on standard input, the PDF on standard output."""

import json
import resource
import sys
from contextlib import suppress
from pathlib import Path

import typst

TEMPLATES = Path(__file__).parent / "typst"
MEMORY = 2_000_000_000
SECONDS = 20
PUNCTUATION = frozenset("‐‑‒–—―‘’‚‛“”„†‡•…‰′″‹›⁄€™←↑→↓−≈≠≤≥ȘșȚț\ufffd")


def press(template: str, text: str, digest: str) -> bytes:
    """Return the PDF of a text; the text is data to the template, never markup."""
    inputs = {"text": text, "digest": digest}
    try:
        return _compiled(template, inputs)
    except typst.TypstError:
        # The standards allow no sign that the fonts lack, such as an emoji: it is shown as �.
        return _compiled(template, inputs | {"text": "".join(map(_shown, text))})


def _compiled(template: str, inputs: dict[str, str]) -> bytes:
    printed: bytes = typst.compile(
        TEMPLATES / f"{template}.typ",
        root=TEMPLATES,
        font_paths=[TEMPLATES / "fonts"],
        ignore_system_fonts=True,
        format="pdf",
        pdf_standards=["ua-1", "a-2a"],
        sys_inputs=inputs,
        timestamp=0,
    )
    return printed


def _shown(sign: str) -> str:
    return sign if sign <= "\u017e" or sign in PUNCTUATION else "\ufffd"


def main() -> None:
    with suppress(ValueError, OSError):  # macOS has no limit for memory
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    job = json.load(sys.stdin.buffer)
    sys.stdout.buffer.write(press(job["template"], job["text"], job["digest"]))


if __name__ == "__main__":
    main()
