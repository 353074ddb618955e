"""Days when the principals' own bodies meet, read with suspicion: pasted, from a table or ics."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from samverkan.bodies.rosters.columns import letters
from samverkan.bodies.rosters.days import day_in
from samverkan.bodies.rosters.workbooks import Numbered, sheets_of
from samverkan.documents.rules import identity_numbers_in
from samverkan.journal.obstacles import Obstacle, refuse
from samverkan.meetings.reading import FILE_LIMIT, read_calendar
from samverkan.principals.line_rules import LineDay, obstacles_to_line_day
from samverkan.principals.models import LineBody, Principal

ROW_LIMIT = 3000
COLUMN_LIMIT = 40
TITLE_ROWS = 20
HEADINGS = ("Huvudman", "Organ", "Dag", "Handlingar senast")
HOLDER, BODY, DAY, PAPERS = HEADINGS
_SPELLINGS = {
    HOLDER: "huvudman kommun region huvudmän",
    BODY: "organ nämnd beslutandeorgan instans",
    DAY: "dag datum sammanträdesdag sammanträde sammanträdesdatum mötesdag mötesdatum möte",
    PAPERS: "handlingarsenast handlingar sistadagförhandlingar stoppdatum inlämning "
    "inlämningsdag handlingarsenastdag",
}
_KNOWN = {word: name for name, words in _SPELLINGS.items() for word in words.split()}


@dataclass(frozen=True)
class ListFault:
    """Something wrong in a list of days: in which cell or on which row, and what."""

    cell: str
    obstacle: Obstacle


@dataclass
class DayList:
    """What a list of days says, by line body, and what in it cannot be read."""

    days: dict[int, list[LineDay]] = field(default_factory=dict)
    faults: list[ListFault] = field(default_factory=list)
    # Of a calendar: number, summary and code of the events that cannot be read.
    events: list[tuple[int, str, str]] = field(default_factory=list)
    passed: int = 0

    @property
    def count(self) -> int:
        """Return how many days there are."""
        return sum(map(len, self.days.values()))


def days_in_text(text: str, today: date) -> tuple[list[LineDay], list[ListFault]]:
    """Return the days of a text, one on each line; a last day for papers after a semicolon."""
    days: list[LineDay] = []
    faults: list[ListFault] = []
    for number, line in enumerate(text.splitlines(), start=1):
        cells = [cell.strip() for cell in re.split(r"[;\t]", line)]
        if not any(cells):
            continue
        found = _row(f"rad {number}", cells, today)
        if isinstance(found, LineDay):
            days.append(found)
        else:
            faults += found
    return days, faults


def day_list_in(
    data: bytes,
    *,
    name: str,
    principals: Iterable[Principal],
    bodies: Sequence[LineBody],
    chosen: LineBody | None,
    today: date,
) -> DayList:
    """Return the days that a file holds: a table (xlsx, ods, csv) or a calendar (ics).

    `chosen` is whose days they are where the file does not say. Days that have been are passed.

    Raises StepRefused when the file cannot be read at all.
    """
    if len(data) > FILE_LIMIT:
        refuse([Obstacle("day_list_too_large", {"name": name, "most": "1 MB"})])
    if not data.strip():
        refuse([Obstacle("day_list_is_empty")])
    if re.search(rb"(?im)^\W{0,3}BEGIN:VCALENDAR", data[:2000]):
        return _from_calendar(data, name, chosen, today)
    return _from_table(data, _Whose(principals, bodies, chosen), today)


def _from_calendar(data: bytes, name: str, chosen: LineBody | None, today: date) -> DayList:
    if chosen is None:
        refuse([Obstacle("day_list_without_body")])
    found = read_calendar(data, name=name, today=today)
    days = sorted({one.on for one in found.meetings if not one.cancelled})
    told = {chosen.pk: [LineDay(day) for day in days]} if chosen and days else {}
    return DayList(told, events=found.faults, passed=found.passed)


def _from_table(data: bytes, whose: "_Whose", today: date) -> DayList:
    sheets = sheets_of(data, rows=ROW_LIMIT + TITLE_ROWS, columns=COLUMN_LIMIT)
    columns, below = _below_headings(row for sheet in sheets[:1] for row in sheet.rows)
    if len(below) > ROW_LIMIT:
        refuse([Obstacle("day_list_too_long", {"most": ROW_LIMIT})])
    found = DayList()
    for number, cells in below:
        told = {name: _plain(cells, place) for name, place in columns.items()}
        at = {name: f"{letters(place)}{number}" for name, place in columns.items()}
        if not any(told.values()):
            continue
        body = whose.of(told)
        if isinstance(body, Obstacle):
            where = BODY if body.code in ("day_list_unknown_body", "day_list_no_body") else HOLDER
            found.faults.append(ListFault(at.get(where, f"rad {number}"), body))
        day = _told_day(told, at, today)
        if isinstance(day, LineDay) and isinstance(body, LineBody):
            _keep(found, body, day, at[DAY])
        elif day is None:
            found.passed += 1
        elif not isinstance(day, LineDay):
            found.faults += day
    if not (found.count or found.faults or found.passed):
        refuse([Obstacle("day_list_is_empty")])
    return found


def _below_headings(rows: Iterable[Numbered]) -> tuple[dict[str, int], list[Numbered]]:
    kept = list(rows)
    for place, (_, cells) in enumerate(kept[:TITLE_ROWS]):
        columns: dict[str, int] = {}
        for at, cell in enumerate(cells):
            if known := _KNOWN.get("".join(filter(str.isalpha, cell.casefold()))):
                columns.setdefault(known, at)
        if DAY in columns:
            return columns, kept[place + 1 :]
    refuse([Obstacle("day_list_without_headings")])
    raise AssertionError  # refuse always raises


class _Whose:
    """Whose days a row tells of, by the names that people write."""

    def __init__(
        self,
        principals: Iterable[Principal],
        bodies: Sequence[LineBody],
        chosen: LineBody | None,
    ) -> None:
        self.chosen = chosen
        self.principals: dict[str, int] = {}
        for principal in principals:
            for name in (principal.name, principal.short_name, principal.slug):
                self.principals[name.casefold()] = principal.pk
        self.named: dict[tuple[int, str], LineBody] = {}
        self.usual: dict[int, LineBody] = {}
        for one in bodies:
            self.named[one.principal_id, one.name.casefold()] = one
            if one.is_usual_decider:
                self.usual[one.principal_id] = one

    def of(self, told: Mapping[str, str]) -> LineBody | Obstacle:
        """Return the body of a row, or why it is not known."""
        holder, name = told.get(HOLDER, ""), told.get(BODY, "")
        if not holder:
            return self.chosen or Obstacle("day_list_value_missing", {"heading": HOLDER})
        principal = self.principals.get(holder.casefold())
        if principal is None:
            return Obstacle("day_list_unknown_principal", {"text": holder[:80]})
        if not name:
            usual = self.usual.get(principal)
            return usual or Obstacle("day_list_no_body", {"principal": holder[:80]})
        found = self.named.get((principal, name.casefold()))
        facts = {"principal": holder[:80], "text": name[:80]}
        return found or Obstacle("day_list_unknown_body", facts)


def _told_day(
    told: Mapping[str, str], at: Mapping[str, str], today: date
) -> LineDay | list[ListFault] | None:
    """Return the day of a row, what is wrong with it, or None for one that has been."""
    if any(identity_numbers_in(text) for text in told.values()):
        return [ListFault(at[DAY], Obstacle("day_list_identity_number"))]
    if not told[DAY]:
        return [ListFault(at[DAY], Obstacle("day_list_value_missing", {"heading": DAY}))]
    days = [(name, day_in(told[name])) for name in (DAY, PAPERS) if told.get(name)]
    faults = [ListFault(at[name], day) for name, day in days if isinstance(day, Obstacle)]
    if faults:
        return faults
    read = [day for _, day in days if isinstance(day, date)]
    one = LineDay(*read)
    if one.on < today:
        return None
    return [ListFault(at[DAY], wrong) for wrong in obstacles_to_line_day(one, today)] or one


def _row(cell: str, cells: Sequence[str], today: date) -> LineDay | list[ListFault]:
    """Return the day of a line, or what is wrong with it."""
    if len([one for one in cells if one]) > 2 or not cells[0]:
        return [ListFault(cell, Obstacle("day_list_strange_row"))]
    read = list(_days(cells))
    wrong = [one for one in read if isinstance(one, Obstacle)]
    if not wrong:
        one = LineDay(*(day for day in read if isinstance(day, date)))
        wrong = obstacles_to_line_day(one, today)
        if not wrong:
            return one
    return [ListFault(cell, obstacle) for obstacle in wrong]


def _days(cells: Sequence[str]) -> Iterator[date | Obstacle]:
    for text in filter(None, cells):
        if identity_numbers_in(text):
            yield Obstacle("day_list_identity_number")
        else:
            yield day_in(text[:60])


def _keep(found: DayList, body: LineBody, day: LineDay, cell: str) -> None:
    days = found.days.setdefault(body.pk, [])
    same = next((one for one in days if one.on == day.on), None)
    if same is None:
        days.append(day)
    elif same != day:
        found.faults.append(ListFault(cell, Obstacle("line_day_twice", {"on": day.on})))


def _plain(cells: Sequence[str], place: int) -> str:
    if place >= len(cells):
        return ""
    return " ".join(unicodedata.normalize("NFC", cells[place]).split())[:200]
