"""The routine as a picture: SVG with real text, as narrow as a phone, from above and down."""

from collections.abc import Sequence
from xml.etree import ElementTree as ET

from samverkan.cases.rules.routine import Routine, Stage, Step, is_end

WIDTH = 320.0
PAD, LANE, MOST_LANES = 10.0, 11.0, 4
NAME, NOTE = 15.0, 12.5
NAME_LINE, NOTE_LINE = 19.0, 16.0
GAP = 12.0
INK, SOFT, BRAND = "#14211f", "#4a5a57", "#0c4a4e"
TINT, WASH, PAPER = "#e3eff0", "#f4f7f6", "#ffffff"
# How wide a sign is on the whole, in parts of the size: enough to know where a line must break.
SIGN = 0.53


def drawn(routine: Routine, *, title: str, key: str) -> str:
    """Return a routine as the text of an SVG document, fit to stand in a page."""
    return ET.tostring(_Sheet(routine, title, key).drawn(), encoding="unicode")


class _Sheet:
    """The picture while it is being drawn."""

    def __init__(self, routine: Routine, title: str, key: str) -> None:
        self.routine, self.title, self.key = routine, title, key
        self.order = {one.key: nr for nr, one in enumerate(routine.stages)}
        self.jumps = [one for one in routine.steps if self._jumps(one)]
        self.lanes = _lanes([self._span(one) for one in self.jumps])
        self.box = WIDTH - 2 - LANE * (min(max(self.lanes, default=-1) + 1, MOST_LANES))
        self.svg = ET.Element("svg")
        self.edges: dict[str, tuple[float, float]] = {}

    def drawn(self) -> ET.Element:
        y = 2.0
        for step in self.routine.steps:
            if not step.from_stage:
                y = self._way(step, y)
        for nr, stage in enumerate(self.routine.stages):
            y = self._stage(stage, y)
            following = self.routine.stages[nr + 1].key if nr + 1 < len(self.order) else ""
            ways = [s for s in self.routine.steps_from(stage.key) if s.to_stage == following]
            for step in ways:
                y = self._way(step, y)
            y += 0 if ways else GAP
        for step, lane in zip(self.jumps, self.lanes, strict=True):
            self._jump(step, min(lane, MOST_LANES - 1))
        self._frame(self._exits(y))
        return self.svg

    def _jumps(self, step: Step) -> bool:
        known = step.from_stage in self.order and step.to_stage in self.order
        return known and self.order[step.to_stage] - self.order[step.from_stage] not in (0, 1)

    def _span(self, step: Step) -> tuple[int, int]:
        ends = sorted((self.order[step.from_stage], self.order[step.to_stage]))
        return ends[0], ends[1]

    def _stage(self, stage: Stage, y: float) -> float:
        room = self.box - 2 * PAD
        names = _wrapped(stage.name, room, NAME)
        notes = [line for note in self._notes(stage) for line in _wrapped(note, room, NOTE)]
        height = 2 * PAD + len(names) * NAME_LINE + len(notes) * NOTE_LINE - 3
        look = {"fill": PAPER if is_end(stage) else TINT, "stroke": BRAND, "stroke-width": "1.75"}
        self._box(y, height, look)
        at = y + PAD + NAME - 2
        self._text(names, PAD + 1, at, NAME, NAME_LINE, INK, bold=True)
        self._text(notes, PAD + 1, at + len(names) * NAME_LINE, NOTE, NOTE_LINE, SOFT)
        self.edges[stage.key] = (y, y + height)
        return y + height

    def _notes(self, stage: Stage) -> list[str]:
        """Say in the box what does not lead to the next one, and how many exits there are."""
        notes = []
        for step in self.routine.steps_from(stage.key):
            if step.to_stage == stage.key:
                notes.append(f"↻ {step.name}")
            elif self._jumps(step):
                to = self.routine.stages[self.order[step.to_stage]].name
                notes.append(f"→ {step.name}: {to}")
        exits = sum(stage.key in one.from_stages for one in self.routine.exits)
        return [*notes, f"{exits} utgångar härifrån" if exits > 1 else "En utgång härifrån"][
            : len(notes) + (1 if exits else 0)
        ]

    def _way(self, step: Step, y: float) -> float:
        """Draw a step to the next stage: an arrow, with who takes it beside."""
        said = f"{step.name}: {', '.join(one.label for one in step.takers)}"
        lines = _wrapped(said, self.box - 44, NOTE)
        height = max(len(lines) * NOTE_LINE + 12, 26.0)
        x = 22.0
        path = f"M{_number(x)} {_number(y)}V{_number(y + height - 7)}"
        ET.SubElement(
            self.svg, "path", {"d": path, "stroke": SOFT, "stroke-width": "1.5", "fill": "none"}
        )
        self._arrow([(x, y + height), (x - 4.5, y + height - 8), (x + 4.5, y + height - 8)], SOFT)
        self._text(lines, 36, y + 6 + NOTE, NOTE, NOTE_LINE, SOFT)
        return y + height

    def _jump(self, step: Step, lane: int) -> None:
        """Draw a step past other stages, or back, in a lane at the right."""
        top, bottom = self.edges[step.from_stage]
        to_top, to_bottom = self.edges[step.to_stage]
        down = to_top > top
        begins = bottom - 7 - lane * 3 if down else (top + bottom) / 2 + lane * 3
        ends = to_top + 10 + lane * 3 if down else (to_top + to_bottom) / 2 + lane * 3
        edge, x = self.box + 1, self.box + 1 + LANE * (lane + 0.6)
        path = (
            f"M{_number(edge)} {_number(begins)}H{_number(x)}V{_number(ends)}H{_number(edge + 6)}"
        )
        look = {"stroke": BRAND, "stroke-width": "1.5", "stroke-dasharray": "5 3", "fill": "none"}
        ET.SubElement(self.svg, "path", {"d": path} | look)
        self._arrow([(edge, ends), (edge + 8, ends - 4.5), (edge + 8, ends + 4.5)], BRAND)

    def _exits(self, y: float) -> float:
        if not self.routine.exits:
            return y
        y += 6
        room = self.box - 2 * PAD
        lines = [
            line for one in self.routine.exits for line in _wrapped(f"↗ {one.name}", room, NOTE)
        ]
        height = 2 * PAD + NAME_LINE + len(lines) * NOTE_LINE - 3
        look = {"fill": WASH, "stroke": SOFT, "stroke-width": "1.25", "stroke-dasharray": "7 4"}
        self._box(y, height, look)
        at = y + PAD + NAME - 2
        self._text(["Utgångar, alltid med skäl"], PAD + 1, at, NAME, NAME_LINE, INK, bold=True)
        self._text(lines, PAD + 1, at + NAME_LINE, NOTE, NOTE_LINE, SOFT)
        return y + height

    def _frame(self, height: float) -> None:
        tall = _number(height + 2)
        self.svg.attrib = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {_number(WIDTH)} {tall}",
            "width": _number(WIDTH),
            "height": tall,
            "role": "img",
            "aria-labelledby": f"{self.key}-rubrik {self.key}-text",
            "font-family": "Inter, Arial, Helvetica, sans-serif",
            "lang": "sv",
        }
        title = ET.Element("title", {"id": f"{self.key}-rubrik"})
        title.text = self.title
        said = ET.Element("desc", {"id": f"{self.key}-text"})
        names = ", ".join(one.name for one in self.routine.stages)
        said.text = f"Lägena i ordning: {names}. Samma innehåll står i listan bredvid."
        paper = ET.Element("rect", {"width": _number(WIDTH), "height": tall, "fill": PAPER})
        self.svg[:0] = [title, said, paper]

    def _box(self, y: float, height: float, look: dict[str, str]) -> None:
        place = {"x": "1", "y": _number(y), "width": _number(self.box), "height": _number(height)}
        ET.SubElement(self.svg, "rect", place | {"rx": "3"} | look)

    def _text(
        self,
        lines: Sequence[str],
        x: float,
        y: float,
        size: float,
        step: float,
        colour: str,
        *,
        bold: bool = False,
    ) -> None:
        look = {"font-size": _number(size), "fill": colour} | (
            {"font-weight": "600"} if bold else {}
        )
        mark = ET.SubElement(self.svg, "text", look)
        for row, line in enumerate(lines):
            part = ET.SubElement(mark, "tspan", {"x": _number(x), "y": _number(y + row * step)})
            part.text = line
            part.tail = " " if row + 1 < len(lines) else None

    def _arrow(self, corners: Sequence[tuple[float, float]], colour: str) -> None:
        points = " ".join(f"{_number(x)},{_number(y)}" for x, y in corners)
        ET.SubElement(self.svg, "polygon", {"points": points, "fill": colour})


def _lanes(spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return a lane for each span, so that those that overlap are apart."""
    taken: list[list[tuple[int, int]]] = []
    lanes = []
    for first, last in spans:
        for lane, others in enumerate([*taken, []]):
            if all(last < begins or ends < first for begins, ends in others):
                if lane == len(taken):
                    taken.append([])
                taken[lane].append((first, last))
                lanes.append(lane)
                break
    return lanes


def _wrapped(text: str, room: float, size: float) -> list[str]:
    """Return a text as lines; a word that is wider than the room is cut."""
    most = max(int(room / (size * SIGN)), 4)
    lines: list[str] = []
    for word in text.split():
        parts = [word[nr : nr + most] for nr in range(0, len(word), most)]
        for part in parts:
            if lines and len(lines[-1]) + 1 + len(part) <= most:
                lines[-1] = f"{lines[-1]} {part}"
            else:
                lines.append(part)
    return lines


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
