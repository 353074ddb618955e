"""A picture as SVG: real text, links, and presentation attributes only (no styles, no scripts)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree as ET

from samverkan.public.pictures import ink, words
from samverkan.public.pictures.buses import Tie
from samverkan.public.pictures.grid import Grid
from samverkan.public.pictures.layout import Box, Line, Node, Plan, planned
from samverkan.public.pictures.names import width_of, wrapped
from samverkan.public.pictures.picture import Picture
from samverkan.public.pictures.shapes import MOST_GIFTS, Look, Shape

COLUMNS = 5
PADDING = 13.0
LANE = 26.0  # at the right, where recommendations run to the principals
LEAST_WIDTH = 760.0
BAND, GAP = 76.0, 34.0
SAMPLE, ROW = 40.0, 26.0
ROOM = Grid.WIDTH - 2 * PADDING


@dataclass(frozen=True)
class Labels:
    """What a picture is called, where its boxes lead, and what makes its ids its own."""

    title: str
    description: str
    key: str
    body_url: Callable[[str], str] | None = None
    principals_url: str = ""
    headed: bool = False  # the title stands in the picture too


def svg_of(picture: Picture, labels: Labels) -> tuple[str, tuple[float, float]]:
    """Return a picture as the text of an SVG document, fit to stand in a page, and its size."""
    drawn = _Sheet(picture, labels).drawn()
    size = float(drawn.attrib["width"]), float(drawn.attrib["height"])
    return ET.tostring(drawn, encoding="unicode"), size


class _Sheet:
    """One picture while it is being drawn, from above."""

    def __init__(self, picture: Picture, labels: Labels) -> None:
        self.picture, self.labels = picture, labels
        self.names = {one.organ.pk: _name_lines(one) for one in picture.shapes}
        self.notes = {one.organ.pk: _note_lines(one) for one in picture.shapes}
        nodes = [
            Node(pk, _height(self.names[pk], self.notes[pk]), one.look is Look.APART)
            for pk, one in ((one.organ.pk, one) for one in picture.shapes)
        ]
        self.plan: Plan = planned(nodes, picture.edges, columns=COLUMNS)
        self.goes_out = any(line.tie is Tie.OUT for line in self.plan.lines)
        drawing = self.plan.width + (LANE if self.goes_out else 0)
        self.width = max(drawing, LEAST_WIDTH)
        self.svg = ET.Element("svg")

    def drawn(self) -> ET.Element:
        y = self._heading()
        band = y + self.plan.height + (GAP if self.picture.shapes else 0)
        marks = self._group(0, y)
        hidden = ET.SubElement(marks, "g", {"aria-hidden": "true"})
        for line in self.plan.lines:
            self._line(hidden, line, band - y)
        for shape in self.picture.shapes:
            self._shape(marks, shape)
        y = self._line_band(band) if self.picture.sides else band
        y = self._legend(y)
        self._frame(y)
        return self.svg

    def _group(self, x: float, y: float) -> ET.Element:
        move = f"translate({ink.number(x)} {ink.number(y)})"
        return ET.SubElement(self.svg, "g", {"transform": move})

    def _frame(self, height: float) -> None:
        labels, width, tall = self.labels, ink.number(self.width), ink.number(height)
        ids = f"{labels.key}-rubrik {labels.key}-text"
        self.svg.attrib = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {width} {tall}",
            "width": width,
            "height": tall,
            "role": "group",
            "aria-labelledby": ids,
            "font-family": ink.FONT,
            "lang": "sv",
        }
        title = ET.Element("title", {"id": f"{labels.key}-rubrik"})
        title.text = labels.title
        text = ET.Element("desc", {"id": f"{labels.key}-text"})
        text.text = labels.description
        paper = ET.Element("rect", {"width": width, "height": tall, "fill": ink.PAPER})
        self.svg[:0] = [title, text, paper]

    def _heading(self) -> float:
        if not self.labels.headed:
            return 2.0
        room = (self.width - 4) / 22
        lines = wrapped(self.labels.title, room)
        ink.text(self.svg, lines, (2, 26), size=22, step=28, colour=ink.BRAND, bold=True)
        return 28.0 * len(lines) + 24

    def _line(self, into: ET.Element, line: Line, bottom: float) -> None:
        look = ink.LINES[line.tie]
        ink.stroke(into, line.segments, look)
        if line.tie is Tie.OUT:
            (edge, y), _ = line.arrows[0]
            lane = self.plan.width + LANE / 2
            ink.stroke(into, [((edge, y), (lane, y)), ((lane, y), (lane, bottom - 4))], look)
            ink.arrow(into, (lane, bottom), "down", look["stroke"])
            return
        for tip, way in line.arrows:
            ink.arrow(into, tip, way, look["stroke"])

    def _shape(self, into: ET.Element, shape: Shape) -> None:
        key = shape.organ.pk
        place: Box = self.plan.boxes[key]
        if place.y == self.plan.apart_from and shape is self.picture.apart[0]:
            at = (place.x, place.y - 14)
            ink.text(into, [words.APART], at, size=ink.NAME, colour=ink.INK, bold=True)
        if self.labels.body_url:
            into = ET.SubElement(into, "a", {"href": self.labels.body_url(shape.organ.slug)})
        ink.box(into, (place.x, place.y, place.width, place.height), ink.BOXES[shape.look])
        x, y = place.x + PADDING, place.y + PADDING + ink.NAME - 2
        ink.text(
            into,
            self.names[key],
            (x, y),
            size=ink.NAME,
            step=ink.NAME_LINE,
            colour=ink.LINK if self.labels.body_url else ink.INK,
            bold=True,
        )
        ink.text(into, self.notes[key], (x, y + len(self.names[key]) * ink.NAME_LINE))

    def _line_band(self, y: float) -> float:
        """Draw the principals along the lower edge: there the decisions are taken."""
        into = self.svg
        if self.labels.principals_url:
            into = ET.SubElement(into, "a", {"href": self.labels.principals_url})
        said = [" och ".join(self.picture.sides), self.picture.line_said]
        lines = [line for one in said for line in wrapped(one, (self.width - 34) / ink.NOTE)]
        height = BAND + (len(lines) - 2) * ink.NOTE_LINE
        ink.box(into, (1, y, self.width - 2, height), {"fill": ink.WASH, "stroke": "none"})
        ink.stroke(into, [((1, y), (self.width - 1, y))], ink.LINES[Tie.OUT])
        colour = ink.LINK if self.labels.principals_url else ink.INK
        at = (17, y + 28)
        ink.text(into, [words.THE_LINE], at, size=ink.NAME, colour=colour, bold=True)
        ink.text(into, lines, (17, y + 48))
        return y + height

    def _legend(self, y: float) -> float:
        """Explain each kind of box and line that the picture has."""
        x, y = 2.0, y + 30
        samples: list[tuple[Look | Tie, str]] = [
            *((Look(look), said) for look, said in words.LOOKS.items() if look in self._looks()),
            *((tie, said) for tie, said in words.LEGEND.items() if tie in self._ties()),
        ]
        for kind, said in samples:
            wide = SAMPLE + 8 + width_of(said) * ink.NOTE + 22
            if x > 2 and x + wide > self.width:
                x, y = 2.0, y + ROW
            self._sample(kind, x, y)
            ink.text(self.svg, [said], (x + SAMPLE + 8, y))
            x += wide
        return y + 14

    def _sample(self, kind: Look | Tie, x: float, y: float) -> None:
        if isinstance(kind, Look):
            ink.box(self.svg, (x + 1, y - 13, SAMPLE - 2, 17), ink.BOXES[kind])
            return
        look = ink.LINES[kind]
        ink.stroke(self.svg, [((x, y - 4), (x + SAMPLE - 2, y - 4))], look)
        if kind not in (Tie.UNDER, Tie.BEFORE):
            ink.arrow(self.svg, (x + SAMPLE, y - 4), "right", look["stroke"])

    def _looks(self) -> set[Look]:
        return {shape.look for shape in self.picture.shapes}

    def _ties(self) -> set[Tie]:
        return {line.tie for line in self.plan.lines}


def _name_lines(shape: Shape) -> list[str]:
    return wrapped(shape.organ.name, ROOM / ink.NAME)


def _note_lines(shape: Shape) -> list[str]:
    notes = shape.notes[: MOST_GIFTS + 1]
    if len(shape.notes) > len(notes):
        notes = [*notes, words.MORE]
    return [line for note in notes for line in wrapped(note, ROOM / ink.NOTE)]


def _height(names: Sequence[str], notes: Sequence[str]) -> float:
    return 2 * PADDING + len(names) * ink.NAME_LINE + len(notes) * ink.NOTE_LINE - 3
