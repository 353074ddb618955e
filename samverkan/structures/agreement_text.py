"""The text of an agreement as a Markdown file: one numbered heading a section."""

import re
from collections.abc import Iterable

from samverkan.structures.schema import SectionData

_HEADING = re.compile(r"^#{1,6}\s+(?P<number>[0-9]+(?:\.[0-9]+)*)\.?\s+(?P<heading>\S.*?)\s*$")


def sections_in(text: str) -> tuple[list[tuple[int, dict[str, str]]], list[tuple[int, str]]]:
    """Return the sections with their lines, and the faults with theirs."""
    sections: list[tuple[int, dict[str, str]]] = []
    faults: list[tuple[int, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        if found := _HEADING.match(line):
            sections.append((number, {**found.groupdict(), "text": ""}))
        elif re.match(r"#{1,6}\s", line):
            faults.append((number, "heading_without_number"))
        elif sections:
            sections[-1][1]["text"] += line + "\n"
        elif line.strip() and not faults:
            faults.append((number, "text_before_heading"))
    for _, section in sections:
        section["text"] = section["text"].strip()
    return sections, faults


def text_of(sections: Iterable[SectionData]) -> str:
    """Return sections as a file; how deep a heading stands follows from its number."""
    parts = []
    for section in sections:
        depth = section.number.count(".")
        dot = "." if depth == 0 else ""
        parts.append(f"{'#' * min(depth + 2, 6)} {section.number}{dot} {section.heading}")
        if section.text:
            parts.append(section.text)
    return "\n\n".join(parts) + "\n"
