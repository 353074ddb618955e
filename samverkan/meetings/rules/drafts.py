"""How two texts of the same minutes differ, part by part. Pure."""

from collections.abc import Iterator, Mapping
from typing import Any

from samverkan.bodies.rules.differences import SAME, Difference, differences
from samverkan.bodies.rules.texts import SectionText

Content = Mapping[str, Any]


def changed_parts(older: Content, newer: Content) -> list[Difference]:
    """Return the parts of minutes that two texts do not have alike (R304)."""
    return [one for one in differences(parts_of(older), parts_of(newer)) if one.kind != SAME]


def parts_of(text: Content) -> list[SectionText]:
    """Return minutes as headed parts of plain text, for comparing and for short accounts."""
    return [
        {"kind": "other", "heading": heading, "text": "\n".join(filter(None, lines))}
        for heading, lines in _parts(text)
    ]


def _parts(text: Content) -> Iterator[tuple[str, list[str]]]:
    following = text.get("next_meeting") or {}
    yield (
        "Tid och plats",
        [
            f"{text['subject']}, {text['body']}",
            " ".join(filter(None, [text["on"], text["time"], text["place"]])),
            " ".join(["Nästa möte:", *filter(None, following.values())]) if following else "",
        ],
    )
    yield (
        "Närvarande",
        [
            *(_present(one) for one in text["deciding"]),
            *(f"Föredragande: {name}" for name in text["rapporteurs"]),
            *(f"Sekreterare: {name}" for name in text["secretaries"]),
            *(f"Gäst: {name}" for name in text["guests"]),
        ],
    )
    for place, point in enumerate(text["points"], start=1):
        yield f"{point['number'] or f'({place})'}. {point['heading']}", list(_point(point))


def _present(one: Mapping[str, str]) -> str:
    said = [one["name"], one["party"], one["principal"]]
    if one["stands_for"]:
        said.append(f"i stället för {one['stands_for']}")
    return f"Beslutande: {', '.join(filter(None, said))}"


def _point(point: Content) -> Iterator[str]:
    yield from (f"Adjungerad: {one}" for one in point.get("adjoined", []))
    yield point["text"]
    yield from (": ".join(filter(None, row)) for row in point.get("table", {}).get("rows", []))
    if point["clauses"]:
        yield point["decision_heading"]
        yield point["lead"]
        yield from point["clauses"]
    elif point["outcome"]:
        yield f"Utfall: {point['outcome']}"
    yield point.get("inner_kind", "")
    yield from (f"Bilaga: {name}" for name in point["annexes"])
    for one in point.get("voices", []):
        yield f"{one['kind']}, {one['whose']}: {one['text']}"
    for one in point.get("tasks", []):
        yield f"Uppgift: {one['what']} {one['whom']}, {one['due']}"
