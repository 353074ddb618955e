"""What a Word file says, as plain blocks to show on a page."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from samverkan.documents.word.package import W, flowing, parsed, parts_of
from samverkan.documents.word.paragraphs import P, text_of

TABLE, ROW, CELL = f"{{{W}}}tbl", f"{{{W}}}tr", f"{{{W}}}tc"
_VALUE = f"{{{W}}}val"
_NUMBERED = f"{{{W}}}numPr/{{{W}}}numId"
_HEADING = re.compile(r"(?:heading|rubrik) ?(\d)$", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """A piece of what is read: a heading, a paragraph, a point of a list, or a table's rows."""

    kind: str
    text: str = ""
    rows: list[list[list["Block"]]] = field(default_factory=list)


@dataclass(frozen=True)
class Read:
    """What a Word file says at the top of its pages, in its text, and at their foot."""

    top: list[Block]
    text: list[Block]
    foot: list[Block]


def read(data: bytes) -> Read:
    """Return what a Word file says.

    Raises Unreadable for what is none.
    """
    parts = parts_of(data)
    styles = _styles(parts)
    found: dict[str, list[Block]] = {"header": [], "document": [], "footer": []}
    for name in flowing(parts):
        root = parsed(parts[name])
        kind = {"hdr": "header", "ftr": "footer"}.get(root.tag.rpartition("}")[2], "document")
        body = root.find(f"{{{W}}}body")
        blocks = list(_blocks(root if body is None else body, styles))
        found[kind] += [one for one in blocks if kind == "document" or one not in found[kind]]
    return Read(found["header"], found["document"], found["footer"])


def _blocks(parent: Any, styles: Mapping[str, str]) -> Iterator[Block]:
    for element in parent:
        if element.tag == P:
            text = text_of(element).strip()
            if text:
                yield Block(_kind(element, styles), text)
            for box in element.iter(f"{{{W}}}txbxContent"):
                if not any(one.tag.endswith("}Fallback") for one in box.iterancestors()):
                    yield from _blocks(box, styles)
        elif element.tag == TABLE:
            rows = [
                [list(_blocks(cell, styles)) for cell in row.iter(CELL)]
                for row in element.iter(ROW)
                if next(row.iterancestors(TABLE)) is element
            ]
            yield Block("table", rows=rows)
        elif element.tag == f"{{{W}}}sdt":
            yield from _blocks(element.find(f"{{{W}}}sdtContent"), styles)


def _kind(paragraph: Any, styles: Mapping[str, str]) -> str:
    properties = paragraph.find(f"{{{W}}}pPr")
    if properties is None:
        return "text"
    style = properties.find(f"{{{W}}}pStyle")
    kind = styles.get(style.get(_VALUE, ""), "text") if style is not None else "text"
    if kind == "text" and properties.find(_NUMBERED) is not None:
        return "point"
    return kind


def _styles(parts: Mapping[str, bytes]) -> dict[str, str]:
    """Return what a paragraph of each style is, by the style's id."""
    if "word/styles.xml" not in parts:
        return {}
    kinds = {}
    for style in parsed(parts["word/styles.xml"]).iterfind(f"{{{W}}}style"):
        name = style.find(f"{{{W}}}name")
        called = "" if name is None else name.get(_VALUE, "")
        if _HEADING.match(called) or called.lower() in ("title", "rubrik"):
            kinds[style.get(f"{{{W}}}styleId", "")] = "heading"
        elif style.find(f".//{_NUMBERED}") is not None:
            kinds[style.get(f"{{{W}}}styleId", "")] = "point"
    return kinds
