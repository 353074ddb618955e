"""A principal's path as a registrar writes it: "Nämnden 12 mars tillstyrker, fullmäktige 30 mars".

One step a line, or several on one with a comma between: a body, and if known a day, what the body
does and the paragraph. What cannot be read is handed back as it was written, never guessed.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from samverkan.days import MONTHS
from samverkan.dispatches.choices import LineAct
from samverkan.dispatches.rules.line_names import full_name, kind_of_body

LONGEST_BODY, LONGEST_PARAGRAPH = 160, 20
# A day shortly before the meeting that recommended is a slip to tell of, not one of next year.
_SLIP = timedelta(days=90)
_MONTH = "|".join(f"{month[:3]}(?:{month[3:]})?" for month in MONTHS)
_DAY = re.compile(
    rf"""\b(?:den\s+)?(?:
        (?P<iso>\d{{4}}-\d{{1,2}}-\d{{1,2}})
        | (?P<day>\d{{1,2}})(?:/(?P<number>\d{{1,2}})|:?e?\s+(?P<name>{_MONTH}|sept)\.?)
          (?:[\s/-]+(?P<year>\d{{4}}))?
    )(?![\w/-])""",
    re.VERBOSE | re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"§+\s*\d[\w.:/-]*|\bparagraf\s+\d+\b", re.IGNORECASE)
_ACTS = {
    LineAct.DELEGATES: (
        r"(?:ger?|gav)\s+(?P<whom>.+?)\s+i\s+uppdrag(?:\s+att\s+besluta)?"
        r"|(?:ger?|gav)\s+i\s+uppdrag(?:\s+att\s+besluta)?(?:\s+åt)?"
        r"|delegerar|delegerade|uppdrar\s+åt|uppdrog\s+åt"
    ),
    LineAct.SUPPORTS: r"tillstyr(?:ker|kte|kt|ka)",
    LineAct.OPPOSES: r"avstyr(?:ker|kte|kt|ka)",
    LineAct.PROPOSES: r"föreslår|föreslog|föreslagit|föreslå|rekommendera(?:r|de|t)?",
    LineAct.DECIDES: r"beslut(?:ar|ade|at|a)?",
    LineAct.REFERS_BACK: r"återremis+(?:s)?|återremitter(?:ar|ade|at|ad|a)",
    LineAct.TABLES: r"bordl(?:ägger|ade|agt|agd|ägga)",
}
_SAYS = {act: re.compile(rf"\b(?:{said})\b", re.IGNORECASE) for act, said in _ACTS.items()}
_BEFORE = re.compile(
    r"(?:[\s,:–-]+|\b(?:ska|planerar|planerat möte|beslutar att|beslutade att)\b)+$", re.IGNORECASE
)
_AROUND = re.compile(r"^(?:[\s,:]+|(?:till|åt)\b)+|[\s,:.]+$", re.IGNORECASE)
_WHAT = re.compile(r"\batt\b.*$|\b(?:förslaget|rekommendationen|ärendet)\b", re.IGNORECASE)
_TO_OTHERS = (LineAct.DELEGATES, LineAct.PROPOSES)


@dataclass(frozen=True)
class LineRow:
    """One step inside a principal: done when its day has come and what the body did is told."""

    body: str
    kind: str = ""
    on: date | None = None
    act: LineAct | None = None
    done: bool = False
    paragraph: str = ""
    to_body: str = ""

    @property
    def key(self) -> str:
        """Return the body as it is compared with others."""
        return self.body.casefold()


@dataclass(frozen=True)
class ReadPath:
    """What was understood of a written path, and the lines that were not."""

    rows: tuple[LineRow, ...] = ()
    unread: tuple[str, ...] = ()


def read_path(text: str, *, since: date, today: date, known: Mapping[str, str]) -> ReadPath:
    """Return the steps that a text tells of.

    A day without a year is the one nearest today that is not long before `since` or before the
    step before it. `known` has the kinds of the principal's own bodies by their names.
    """
    rows: list[LineRow] = []
    unread: list[str] = []
    after = since
    for part in _parts(text, known):
        row = _row(part, since=after, today=today, known=known)
        if row is None:
            unread.append(part)
        else:
            rows.append(row)
            after = max(after, row.on or after)
    return ReadPath(tuple(rows), tuple(unread))


def path_text(rows: tuple[LineRow, ...]) -> str:
    """Return steps as they are written, one a line; what is only expected is left out."""
    return "\n".join(row_text(row) if row.done else row_text(_bare(row)) for row in rows)


def row_text(row: LineRow) -> str:
    """Return one step as it is written: "Socialnämnden 12 mars 2027 tillstyrker § 31"."""
    parts = [row.body]
    if row.on:
        parts.append(f"{row.on.day} {MONTHS[row.on.month - 1]} {row.on.year}")
    if row.act:
        parts.append(row.act.label)
    if row.to_body:
        parts.append(f"åt {row.to_body}" if row.act is LineAct.DELEGATES else row.to_body)
    if row.paragraph:
        parts.append(row.paragraph)
    return " ".join(parts)


def _bare(row: LineRow) -> LineRow:
    return LineRow(row.body, row.kind, row.on)


def _parts(text: str, known: Mapping[str, str]) -> list[str]:
    parts: list[str] = []
    for line in re.split(r"[\n;]+", text):
        begun = ""
        pieces = line.split(",")
        for place, piece in enumerate(pieces):
            begun = f"{begun},{piece}" if begun else piece
            rest = pieces[place + 1] if place + 1 < len(pieces) else ""
            if not rest or _is_whole(begun, rest, known):
                parts.append(" ".join(begun.split()))
                begun = ""
    return [part.strip(" .,") for part in parts if part.strip(" .,")]


def _is_whole(begun: str, rest: str, known: Mapping[str, str]) -> bool:
    """A comma may stand in a name: "Nämnden för kultur, fritid och omsorg"."""
    if begun.rstrip().endswith("-"):
        return False
    begins = kind_of_body(rest, known) is not None
    said = [_DAY, _PARAGRAPH, *_SAYS.values()]
    return begins and (
        any(one.search(begun) for one in said) or kind_of_body(begun, known) is not None
    )


def _row(part: str, *, since: date, today: date, known: Mapping[str, str]) -> LineRow | None:
    rest, on = part, None
    if days := list(_DAY.finditer(part)):
        on = _day(days[0], since=since, today=today)
        if len(days) > 1 or on is None:
            return None
        rest = f"{part[: days[0].start()]} {part[days[0].end() :]}"
    paragraph = ""
    if found := _PARAGRAPH.search(rest):
        paragraph = " ".join(found[0].split())
        rest = f"{rest[: found.start()]} {rest[found.end() :]}"
    body, act, to_body = _said(" ".join(rest.split()))
    if not body or re.search(r"[\d§]", body + to_body) or (to_body and act not in _TO_OTHERS):
        return None
    if max(len(body), len(to_body)) > LONGEST_BODY or len(paragraph) > LONGEST_PARAGRAPH:
        return None
    body, to_body = full_name(body, known), to_body and full_name(to_body, known)
    kind = kind_of_body(body, known)
    done = act is not None and on is not None and on <= today
    return LineRow(body, kind.value if kind else "", on, act, done, paragraph, to_body)


def _said(text: str) -> tuple[str, LineAct | None, str]:
    for act, says in _SAYS.items():
        if found := says.search(text):
            whom = found.groupdict().get("whom") or text[found.end() :]
            body = _BEFORE.sub("", text[: found.start()])
            return _named(body), act, _named(_WHAT.sub("", whom))
    return _named(_BEFORE.sub("", text)), None, ""


def _named(body: str) -> str:
    plain = _AROUND.sub("", body)
    return plain[:1].upper() + plain[1:]


def _day(found: re.Match[str], *, since: date, today: date) -> date | None:
    if found["iso"]:
        return _date(*map(int, found["iso"].split("-")))
    month = int(found["number"] or 0) or _month(found["name"])
    if found["year"]:
        return _date(int(found["year"]), month, int(found["day"]))
    years = range(since.year - 1, today.year + 3)
    days = [_date(year, month, int(found["day"])) for year in years]
    likely = [day for day in days if day and day >= since - _SLIP]
    return min(likely, key=lambda day: abs(day - today), default=None)


def _month(name: str) -> int:
    return next(n for n, month in enumerate(MONTHS, 1) if month.startswith(name[:3].lower()))


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
