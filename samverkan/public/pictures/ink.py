"""Colours, sizes and strokes of the pictures, and the few marks that they are drawn with."""

from collections.abc import Iterable, Sequence
from xml.etree import ElementTree as ET

from samverkan.public.pictures.buses import Tie
from samverkan.public.pictures.layout import Point, Segment
from samverkan.public.pictures.names import cleaned
from samverkan.public.pictures.shapes import Look

NAME, NAME_LINE = 15.0, 19.0
NOTE, NOTE_LINE = 12.5, 16.0
INK, SOFT, BRAND, LINK = "#14211f", "#4a5a57", "#0c4a4e", "#0c5257"
TINT, WASH, PAPER = "#e3eff0", "#f4f7f6", "#ffffff"
FONT = "Inter, Arial, Helvetica, sans-serif"

THIN = {"stroke": SOFT, "stroke-width": "1.25"}
BOXES = {
    Look.RECOMMENDS: {"fill": TINT, "stroke": BRAND, "stroke-width": "2.5"},
    Look.OTHERS: THIN | {"fill": PAPER},
    Look.NEIGHBOUR: {
        "fill": WASH,
        "stroke": SOFT,
        "stroke-width": "1.5",
        "stroke-dasharray": "1 3",
    },
    Look.APART: {"fill": PAPER, "stroke": SOFT, "stroke-width": "1.25", "stroke-dasharray": "7 4"},
}
LINES = {
    Tie.UNDER: {"stroke": SOFT, "stroke-width": "1.5"},
    Tie.BEFORE: {"stroke": SOFT, "stroke-width": "1.5", "stroke-dasharray": "12 4"},
    Tie.SEAT: {"stroke": BRAND, "stroke-width": "1.75", "stroke-dasharray": "6 4"},
    Tie.RAPPORTEUR: {"stroke": BRAND, "stroke-width": "1.75", "stroke-dasharray": "9 3 2 3"},
    Tie.ADJOINED: {"stroke": BRAND, "stroke-width": "2", "stroke-dasharray": "2 4"},
    Tie.OUT: {"stroke": BRAND, "stroke-width": "2.5"},
}
ARROWS = {
    "down": ((-4.5, -8.5), (4.5, -8.5)),
    "up": ((-4.5, 8.5), (4.5, 8.5)),
    "right": ((-8.5, -4.5), (-8.5, 4.5)),
}


def box(into: ET.Element, at: tuple[float, float, float, float], look: dict[str, str]) -> None:
    """Draw a box with its look."""
    x, y, width, height = (number(one) for one in at)
    ET.SubElement(
        into, "rect", {"x": x, "y": y, "width": width, "height": height, "rx": "3"} | look
    )


def text(
    into: ET.Element,
    lines: Sequence[str],
    at: Point,
    *,
    size: float = NOTE,
    step: float = NOTE_LINE,
    colour: str = SOFT,
    bold: bool = False,
    anchor: str = "",
) -> None:
    """Write lines below each other; the first has its baseline at the given place.

    The place is where they begin, or with an anchor their middle or their end.
    """
    look = {"font-size": number(size), "fill": colour}
    look |= {"text-anchor": anchor} if anchor else {}
    mark = ET.SubElement(into, "text", look | ({"font-weight": "600"} if bold else {}))
    for row, line in enumerate(lines):
        place = {"x": number(at[0]), "y": number(at[1] + row * step)}
        part = ET.SubElement(mark, "tspan", place)
        part.text = cleaned(line)
        part.tail = " " if row + 1 < len(lines) else None


def stroke(into: ET.Element, segments: Iterable[Segment], look: dict[str, str]) -> None:
    """Draw the parts of a line."""
    parts = (
        f"M{number(x1)} {number(y1)}L{number(x2)} {number(y2)}" for (x1, y1), (x2, y2) in segments
    )
    ET.SubElement(into, "path", {"d": "".join(parts), "fill": "none"} | look)


def arrow(into: ET.Element, tip: Point, way: str, colour: str) -> None:
    """Draw an arrow head."""
    corners = [(0.0, 0.0), *ARROWS[way]]
    points = " ".join(f"{number(tip[0] + dx)},{number(tip[1] + dy)}" for dx, dy in corners)
    ET.SubElement(into, "polygon", {"points": points, "fill": colour})


def number(value: float) -> str:
    """Return a number as SVG has it, without needless decimals."""
    return f"{value:.1f}".removesuffix(".0")
