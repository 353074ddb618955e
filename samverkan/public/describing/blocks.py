"""The pieces that a description is put together from."""

from collections.abc import Iterable, Sequence

from samverkan.documents.texts import BlockText

UNKNOWN = "Framgår inte av källorna."


def paragraphs(*texts: str) -> list[BlockText]:
    """Return paragraphs; an empty line in a text parts two, and empty ones are left out."""
    lines = [part.strip() for text in texts for part in text.split("\n\n") if part.strip()]
    return [_block("text", lines=lines)] if lines else []


def facts(rows: Iterable[tuple[str, str]]) -> list[BlockText]:
    """Return labels with what they hold, those that hold something."""
    held = [[label, text] for label, text in rows if text]
    return [_block("facts", rows=held)] if held else []


def table(caption: str, head: Sequence[str], rows: Iterable[Sequence[str]]) -> list[BlockText]:
    """Return a table, when it has rows."""
    cells = [list(row) for row in rows]
    return [_block("table", caption=caption, head=list(head), rows=cells)] if cells else []


def known(text: str) -> str:
    """Return a text, or that the sources do not say it."""
    return text.strip() or UNKNOWN


def assumed(is_assumed: bool) -> str:
    """Return the mark of what nobody has decided and no source says."""
    return " (antaget)" if is_assumed else ""


def _block(
    kind: str,
    *,
    caption: str = "",
    lines: Sequence[str] = (),
    head: Sequence[str] = (),
    rows: Sequence[list[str]] = (),
) -> BlockText:
    return {
        "kind": kind,
        "caption": caption,
        "lines": list(lines),
        "head": list(head),
        "rows": list(rows),
    }
