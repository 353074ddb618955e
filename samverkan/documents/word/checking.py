"""What a form holds: its fields, and what in it keeps it out."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from samverkan.documents.word.fields import BY_NAME, fields_in, plain, stray_braces
from samverkan.documents.word.package import Unreadable, W, flowing, parsed, parts_of
from samverkan.documents.word.paragraphs import paragraphs_of, text_of

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
_ADDRESS = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_KEPT_IN_PLACE = ("oleObject", "package", "control", "aFChunk", "vbaProject", "subDocument")
_REACHES_OUT = re.compile(
    r"\b(?:INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|DDE|DDEAUTO|DATABASE|RD)\b",
    re.IGNORECASE,
)
_CHANGES = [f"{{{W}}}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "commentReference")]


@dataclass(frozen=True)
class Form:
    """What the look inside a form found: its flaws by code, and its fields as they are typed."""

    flaws: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    stray: tuple[str, ...] = ()
    changes: bool = False

    @property
    def known(self) -> set[str]:
        """Return the names of the fields that are known here."""
        return {plain(name) for name in self.fields} & set(BY_NAME)

    @property
    def unknown(self) -> list[str]:
        """Return the fields that are not known here, as they are typed, each once."""
        return [name for name in dict.fromkeys(self.fields) if plain(name) not in BY_NAME]


def look_into(data: bytes) -> Form:
    """Return what a form holds by its content alone."""
    try:
        parts = parts_of(data)
        roots = [parsed(parts[name]) for name in flowing(parts)]
        flaws = tuple(dict.fromkeys(_flaws(parts, roots)))
    except Unreadable:
        return Form(flaws=("file_unreadable",))
    texts = [text_of(paragraph) for root in roots for paragraph in paragraphs_of(root)]
    return Form(
        flaws=flaws,
        fields=tuple(fields_in(texts)),
        stray=tuple(stray_braces(texts)),
        changes=any(next(root.iter(*_CHANGES), None) is not None for root in roots),
    )


def _flaws(parts: Mapping[str, bytes], roots: list[Any]) -> Iterator[str]:
    if any(name.lower().endswith("vbaproject.bin") for name in parts):
        yield "file_has_macros"
    if any(name.startswith(("word/embeddings/", "word/activeX/")) for name in parts):
        yield "file_has_objects"
    for name, data in parts.items():
        if name.endswith(".rels"):
            yield from _flaws_of_relations(name, data)
    for root in roots:
        asked = [one.text or "" for one in root.iter(f"{{{W}}}instrText")]
        asked += [one.get(f"{{{W}}}instr", "") for one in root.iter(f"{{{W}}}fldSimple")]
        if _REACHES_OUT.search("".join(asked)):
            yield "file_reaches_out"


def _flaws_of_relations(name: str, data: bytes) -> Iterator[str]:
    for one in parsed(data).iterfind("{*}Relationship"):
        kind = one.get("Type", "").rpartition("/")[2]
        if kind == "vbaProject":
            yield "file_has_macros"
        elif kind in _KEPT_IN_PLACE:
            yield "file_has_objects"
        elif one.get("TargetMode") == "External":
            # An address to click on is no more than text; the origin is let go of when filled in.
            clicked = kind == "hyperlink" and _ADDRESS.match(one.get("Target", ""))
            origin = kind == "attachedTemplate" and name == "word/_rels/settings.xml.rels"
            if not (clicked or origin):
                yield "file_reaches_out"
