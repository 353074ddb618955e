"""The year as a wheel: a ring of twelve months, and beside each month what it holds."""

from calendar import isleap
from collections.abc import Sequence
from math import cos, pi, sin
from xml.etree import ElementTree as ET

from samverkan.days import MONTHS
from samverkan.meetings.year import Entry, Sort
from samverkan.public.pictures import ink
from samverkan.public.pictures.layout import Point
from samverkan.public.pictures.names import width_of

WIDTH, COLUMN, GAP = 1180.0, 330.0, 26.0
OUTER, INNER = 228.0, 150.0
LINE, HEAD = 19.0, 24.0
MOST = 8  # lines beside a month
LETTERS = 14.0
DOT = 5.5
LOOKS: dict[Sort, dict[str, str]] = {
    Sort.MEETING: {"fill": ink.BRAND, "stroke": ink.PAPER, "stroke-width": "1.5"},
    Sort.OUTSIDE: {"fill": ink.PAPER, "stroke": ink.BRAND, "stroke-width": "2.5"},
    Sort.DEADLINE: {"fill": ink.SOFT, "stroke": ink.PAPER, "stroke-width": "1"},
}
LEGEND = {
    Sort.MEETING: "möte",
    Sort.OUTSIDE: "möte utanför samverkan",
    Sort.DEADLINE: "tidsgräns",
}


def wheel_of(
    entries: Sequence[Entry],
    *,
    year: int,
    title: str,
    month_url: str,
    headed: bool = False,
    alone: bool = False,
) -> str:
    """Return the wheel as the text of an SVG document; `alone` when it is one body's."""
    return ET.tostring(
        _Wheel(entries, year, title, month_url, headed=headed, alone=alone).drawn(),
        encoding="unicode",
    )


class _Wheel:
    """The wheel while it is being drawn."""

    def __init__(
        self,
        entries: Sequence[Entry],
        year: int,
        title: str,
        month_url: str,
        *,
        headed: bool,
        alone: bool,
    ) -> None:
        self.entries, self.year, self.title = entries, year, title
        self.month_url, self.headed, self.alone = month_url, headed, alone
        self.by_month = [[one for one in entries if one.on.month == at] for at in range(1, 13)]
        self.blocks = [_lines(month, alone=alone) for month in self.by_month]
        self.top = 56.0 if headed else 12.0
        heights = [HEAD + LINE * max(1, len(lines)) + GAP for lines in self.blocks]
        self.columns = (list(range(6)), list(range(11, 5, -1)))  # down the right, down the left
        tallest = max(sum(heights[at] for at in column) for column in self.columns)
        self.heights = heights
        self.height = max(2 * OUTER + 24, tallest) + self.top + 46
        self.middle = (WIDTH / 2, self.top + (self.height - self.top - 46) / 2)
        self.svg = ET.Element("svg")

    def drawn(self) -> ET.Element:
        self._frame()
        if self.headed:
            ink.text(self.svg, [self.title], (2, 28), size=22, colour=ink.BRAND, bold=True)
        for at in range(12):
            self._sector(at)
        self._dots()
        x, y = self.middle
        place = (x, y + 12)
        ink.text(
            self.svg, [str(self.year)], place, size=34, colour=ink.BRAND, bold=True, anchor="middle"
        )
        for side, column in enumerate(self.columns):
            self._column(column, right=side == 0)
        self._legend()
        return self.svg

    def _frame(self) -> None:
        size = ink.number(WIDTH), ink.number(self.height)
        self.svg.attrib = {
            "xmlns": "http://www.w3.org/2000/svg",
            "viewBox": f"0 0 {size[0]} {size[1]}",
            "width": size[0],
            "height": size[1],
            "role": "group",
            "aria-labelledby": "arshjul-rubrik arshjul-text",
            "font-family": ink.FONT,
            "lang": "sv",
        }
        title = ET.SubElement(self.svg, "title", {"id": "arshjul-rubrik"})
        title.text = self.title
        described = ET.SubElement(self.svg, "desc", {"id": "arshjul-text"})
        described.text = (
            f"En ring med tolv månader och {len(self.entries)} dagar. Samma dagar står i ord i "
            "listan."
        )
        paper = {"width": size[0], "height": size[1], "fill": ink.PAPER}
        ET.SubElement(self.svg, "rect", paper)

    def _at(self, turn: float, far: float) -> Point:
        """Return the place so far from the middle at a part of the year; January begins on top."""
        angle = 2 * pi * turn - pi / 2
        return self.middle[0] + far * cos(angle), self.middle[1] + far * sin(angle)

    def _sector(self, at: int) -> None:
        first, last = at / 12, (at + 1) / 12
        corners = [
            self._at(first, OUTER),
            self._at(last, OUTER),
            self._at(last, INNER),
            self._at(first, INNER),
        ]
        (x1, y1), (x2, y2), (x3, y3), (x4, y4) = (tuple(map(ink.number, one)) for one in corners)
        outer, inner = ink.number(OUTER), ink.number(INNER)
        path = (
            f"M{x1} {y1}A{outer} {outer} 0 0 1 {x2} {y2}L{x3} {y3}A{inner} {inner} 0 0 0 {x4} {y4}Z"
        )
        fill = ink.TINT if at % 2 == 0 else ink.WASH
        look = {"d": path, "fill": fill, "stroke": ink.PAPER, "stroke-width": "2"}
        ET.SubElement(self.svg, "path", look)
        x, y = self._at((at + 0.5) / 12, INNER - 20)
        name = MONTHS[at][:3]
        ink.text(
            self.svg,
            [name],
            (x, y + 5),
            size=ink.NAME,
            colour=ink.INK,
            bold=True,
            anchor="middle",
        )

    def _dots(self) -> None:
        into = ET.SubElement(self.svg, "g", {"aria-hidden": "true"})
        taken: dict[int, int] = {}
        length = 366 if isleap(self.year) else 365
        for one in self.entries:
            day = one.on.timetuple().tm_yday
            near = max((taken.get(day + step, 0) for step in (-2, -1, 0)), default=0)
            taken[day] = near + 1
            far = OUTER - 12 - (near % 6) * (2 * DOT + 1)
            x, y = self._at((day - 0.5) / length, far)
            look = {"cx": ink.number(x), "cy": ink.number(y), "r": ink.number(DOT)}
            dash = {"stroke-dasharray": "2 2", "fill": ink.PAPER, "stroke": ink.SOFT}
            ET.SubElement(into, "circle", look | LOOKS[one.sort] | (dash if one.is_off else {}))

    def _column(self, months: Sequence[int], *, right: bool) -> None:
        whole = sum(self.heights[at] for at in months)
        room = self.height - self.top - 46
        spare = (room - whole) / 6
        y = self.top + spare / 2
        x = WIDTH - COLUMN if right else 2.0
        for at in months:
            self._month(at, x, y, right=right)
            y += self.heights[at] + spare

    def _month(self, at: int, x: float, y: float, *, right: bool) -> None:
        edge = x - 10 if right else x + COLUMN - 8
        look = {"stroke": ink.SOFT, "stroke-width": "1"}
        near = self._at((at + 0.5) / 12, OUTER + 4)
        ends = (edge, y + 12)
        ink.stroke(self.svg, [(near, ends)], look)
        into = self.svg
        if self.by_month[at]:
            into = ET.SubElement(into, "a", {"href": f"{self.month_url}#manad-{at + 1}"})
        colour = ink.LINK if self.by_month[at] else ink.SOFT
        edge = x if right else x + COLUMN - 16
        anchor = "" if right else "end"
        name = MONTHS[at].capitalize()
        at_name = (edge, y + 17)
        ink.text(into, [name], at_name, size=ink.NAME, colour=colour, bold=True, anchor=anchor)
        said = self.blocks[at] or ["inget planerat"]
        below = (edge, y + HEAD + 12)
        ink.text(self.svg, said, below, size=LETTERS, step=LINE, colour=ink.INK, anchor=anchor)

    def _legend(self) -> None:
        x, y = WIDTH / 2 - 210, self.height - 18
        shown = {one.sort for one in self.entries}
        for sort, said in LEGEND.items():
            if sort in shown:
                place = {"cx": ink.number(x), "cy": ink.number(y - 4), "r": ink.number(DOT)}
                ET.SubElement(self.svg, "circle", place | LOOKS[sort])
                ink.text(self.svg, [said], (x + 12, y), size=13)
                x += 12 + width_of(said) * 13 + 28


def _lines(entries: Sequence[Entry], *, alone: bool) -> list[str]:
    """Return what stands beside a month, each day on a line that has room for it."""
    said = [_said(one, alone=alone) for one in entries]
    if len(said) > MOST:
        left = len(said) - MOST + 1
        said = [*said[: MOST - 1], f"och {left} till, se listan"]
    return said


def _said(one: Entry, *, alone: bool) -> str:
    what = "" if one.sort is not Sort.DEADLINE and one.what == "möte" else f", {one.what}"
    name = one.what if alone and one.sort is Sort.DEADLINE else f"{one.name}{what}"
    off = " (inställt)" if one.is_off else ""
    text = f"{one.on.day} {name}"
    room = (COLUMN - 24) / LETTERS - width_of(off)
    if width_of(text) > room:
        while width_of(text + "…") > room:
            text = text[:-1]
        text = text.rstrip() + "…"
    return text + off
