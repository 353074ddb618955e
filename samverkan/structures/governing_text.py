"""The text of a governing document as a Markdown file: one heading a section.

A heading that is one of the known ones ("## Mål") says by itself of which kind its section is.
Another heading says it at the end: "## Vart vi ska {goals}". Without that it is of no special kind.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from samverkan.bodies.choices import SectionKind
from samverkan.structures.schema import PassageData

_HEADING = re.compile(r"##\s+(?P<heading>\S.*?)(?:\s+\{(?P<kind>[a-z_]*)\})?\s*$")
_TAKEN = re.compile(r"\\*##?(?!#)")  # what would be read as a heading
_KINDS = {str(kind.label): kind for kind in SectionKind}


def passages_in(text: str) -> tuple[list[tuple[int, dict[str, str]]], list[tuple[int, str]]]:
    """Return the sections with their lines, and the faults with theirs."""
    sections: list[tuple[int, dict[str, str]]] = []
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _HEADING.match(line):
            kind = found["kind"] or _KINDS.get(found["heading"], SectionKind.OTHER)
            sections.append((number, {"kind": kind, "heading": found["heading"], "text": ""}))
        elif re.match(r"##?(?:\s|$)", line):
            faults.append((number, "heading_of_another_sort"))
        elif sections:
            sections[-1][1]["text"] += _let_out(line) + "\n"
        elif line.strip() and not faults:
            faults.append((number, "text_before_section"))
    for _, section in sections:
        section["text"] = section["text"].strip()
    return sections, faults


def text_of(passages: Iterable[PassageData]) -> str:
    """Return sections as a file."""
    parts = []
    for one in passages:
        known = _KINDS.get(one.heading, SectionKind.OTHER)
        told = one.kind == known and not one.heading.endswith("}")
        parts.append(f"## {one.heading}" if told else f"## {one.heading} {{{one.kind}}}")
        if one.text:
            parts.append("\n".join(_kept_in(line) for line in one.text.split("\n")))
    return "\n\n".join(parts) + "\n" if parts else ""


def tidy(sections: Iterable[Mapping[str, Any]]) -> list[dict[str, str]]:
    """Return sections as a file would give them back: no spaces around, no heading empty."""
    return [
        {
            "kind": section["kind"],
            "heading": " ".join(section["heading"].split())
            or str(SectionKind(section["kind"]).label),
            "text": section["text"].replace("\r\n", "\n").strip(),
        }
        for section in sections
    ]


def _kept_in(line: str) -> str:
    return f"\\{line}" if _TAKEN.match(line) else line


def _let_out(line: str) -> str:
    return line[1:] if line.startswith("\\") and _TAKEN.match(line) else line
