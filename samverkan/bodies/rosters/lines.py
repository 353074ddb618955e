"""One row of a roster: what its cells say, each by itself. Pure."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from samverkan.bodies.choices import MissionKind
from samverkan.bodies.rosters.columns import HEADINGS, Column
from samverkan.bodies.rosters.days import OPEN, day_in
from samverkan.bodies.rosters.faults import Fault
from samverkan.bodies.rosters.world import key_of
from samverkan.journal.obstacles import Obstacle
from samverkan.journal.periods import day_after

LIMITS: Mapping[Column, int] = {
    Column.NAME: 120,
    Column.FIRST_NAME: 60,
    Column.LAST_NAME: 59,
    Column.TITLE: 120,
    Column.PARTY: 20,
    Column.EMAIL: 254,
    Column.LINE: 160,
    Column.APPOINTED_BY: 160,
    Column.PARAGRAPH: 20,
}
_KINDS = {
    "ordinarie": MissionKind.ORDINARY,
    "ord": MissionKind.ORDINARY,
    "ordinarie ledamot": MissionKind.ORDINARY,
    "ordinarie representant": MissionKind.ORDINARY,
    "ledamot": MissionKind.ORDINARY,
    "representant": MissionKind.ORDINARY,
    "ersättare": MissionKind.SUBSTITUTE,
    "ers": MissionKind.SUBSTITUTE,
    "suppleant": MissionKind.SUBSTITUTE,
    "suppl": MissionKind.SUBSTITUTE,
}
_YES = frozenset({"ja", "j", "x", "1", "sant", "true", "huvudsaklig", "yes"})
_NO = frozenset({"", "nej", "n", "0", "falskt", "false", "-", "–", "no"})
_ADDRESS = re.compile(r"[^@\s,;<>()\"]+@[^@\s,;<>()\"]+\.[a-zåäö]{2,}", re.IGNORECASE)
_AS_ONE = frozenset({Column.FIRST_NAME, Column.LAST_NAME})


@dataclass
class Line:
    """A row as it was understood; what could not be is None, and has its fault."""

    row: int
    letters: Mapping[Column, str]
    name: str | None = None
    turned: str = ""  # the name the other way, when it is written "Efternamn, Förnamn"
    body: str | None = None
    holder: str | None = None
    kind: MissionKind | None = None
    first: date | None = None
    until: date | None = None
    ends: bool = True  # whether the last day could be understood, also as "until further notice"
    title: str = ""
    party: str = ""
    email: str = ""
    line: str = ""
    appointed_by: str = ""
    appointed_on: date | None = None
    paragraph: str = ""
    is_main: bool = False
    faults: list[Fault] = field(default_factory=list)

    def fault(self, column: Column | None, obstacle: Obstacle) -> None:
        """Note what is wrong in the cell of a column; in the whole row where there is none."""
        if column is Column.NAME and column not in self.letters:
            column = Column.LAST_NAME
        letters = self.letters.get(column, "") if column else ""
        self.faults.append(Fault(self.row, letters, obstacle))

    @property
    def whole(self) -> bool:
        """Return whether all that decides who sits where was understood."""
        known = None not in (self.name, self.body, self.holder, self.kind, self.first)
        return known and self.ends


class Reader:
    """Reads rows whose columns stand in known places."""

    def __init__(
        self, columns: Sequence[tuple[Column, str]], unread: frozenset[tuple[int, str]]
    ) -> None:
        self.columns = columns
        self.letters = dict(columns)
        self.unread = unread

    def line(self, row: int, cells: Sequence[str]) -> Line:
        """Return a row as it is understood, with a fault for each cell that is not."""
        line = Line(row, self.letters)
        given = {
            column: text
            for (column, letters), text in zip(self.columns, cells, strict=True)
            if (row, letters) not in self.unread
        }
        for column, limit in LIMITS.items():
            if len(given.get(column, "")) > limit:
                line.fault(column, Obstacle("roster_cell_too_long", {"limit": limit}))
                given[column] = given[column][:limit]
        line.name = self._name(line, given)
        line.body = _needed(line, Column.BODY, given)
        line.holder = given.get(Column.HOLDER)
        line.kind = _kind(line, given)
        _period(line, given)
        line.title = given.get(Column.TITLE, "")
        line.party = given.get(Column.PARTY, "")
        line.email = _email(line, given)
        line.line = given.get(Column.LINE, "")
        line.appointed_by = given.get(Column.APPOINTED_BY, "")
        line.appointed_on = _day(line, Column.APPOINTED_ON, given)
        line.paragraph = given.get(Column.PARAGRAPH, "")
        line.is_main = _main(line, given)
        return line

    def _name(self, line: Line, given: Mapping[Column, str]) -> str | None:
        if not self.letters.keys() >= _AS_ONE:
            name = _needed(line, Column.NAME, given)
            last, _, first = (name or "").partition(",")
            line.turned = f"{first.strip()} {last.strip()}" if first.strip() else ""
            return name
        parts = [_needed(line, one, given) for one in (Column.FIRST_NAME, Column.LAST_NAME)]
        return None if None in parts else " ".join(part or "" for part in parts)


def _needed(line: Line, column: Column, given: Mapping[Column, str]) -> str | None:
    if column in given and not given[column]:
        line.fault(column, Obstacle("roster_value_missing", {"heading": HEADINGS[column]}))
    return given.get(column) or None


def _kind(line: Line, given: Mapping[Column, str]) -> MissionKind | None:
    text = _needed(line, Column.KIND, given)
    kind = _KINDS.get(key_of(text)) if text else None
    if text and kind is None:
        line.fault(Column.KIND, Obstacle("roster_wrong_kind", {"text": text}))
    return kind


def _period(line: Line, given: Mapping[Column, str]) -> None:
    if _needed(line, Column.FIRST, given):
        line.first = _day(line, Column.FIRST, given)
    last = _day(line, Column.LAST, given)
    said = given.get(Column.LAST, "")
    readable = Column.LAST in given or Column.LAST not in line.letters
    line.ends = readable and (last is not None or said.casefold() in OPEN)
    line.until = day_after(last)
    if line.first and last and last < line.first:
        facts = {"first": line.first, "last": last}
        line.fault(Column.LAST, Obstacle("ends_before_beginning", facts))
        line.ends = False


def _day(line: Line, column: Column, given: Mapping[Column, str]) -> date | None:
    text = given.get(column, "")
    if text.casefold() in OPEN and (column is not Column.FIRST):
        return None
    day = day_in(text)
    if isinstance(day, Obstacle):
        line.fault(column, day)
        return None
    return day


def _email(line: Line, given: Mapping[Column, str]) -> str:
    text = given.get(Column.EMAIL, "").removeprefix("mailto:")
    if text and not _ADDRESS.fullmatch(text):
        line.fault(Column.EMAIL, Obstacle("roster_wrong_email", {"text": text}))
        return ""
    return text.lower()


def _main(line: Line, given: Mapping[Column, str]) -> bool:
    said = given.get(Column.MAIN, "").casefold()
    if said not in _YES | _NO:
        line.fault(Column.MAIN, Obstacle("roster_wrong_main", {"text": given[Column.MAIN]}))
    return said in _YES
