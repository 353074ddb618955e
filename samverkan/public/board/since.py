"""What has changed since a day, or since one's own last look: asked for in the address."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from django.utils.timezone import get_current_timezone

from samverkan.days import FIRST_YEAR, LAST_YEAR
from samverkan.public.board.cells import Line
from samverkan.public.queries.board import Column
from samverkan.public.queries.news import Item

LAST_LOOK = "senast"
LATELY = {"vecka": (7, "Senaste veckan"), "manad": (30, "Senaste månaden")}
NOT_A_DAY = "Skriv dagen som 2026-11-01. Här visas tavlan utan markeringar."
NO_LOOK = (
    "Du har inte markerat tavlan som sedd än. Logga in och markera den, så visas det som har "
    "ändrats sedan dess."
)


@dataclass(frozen=True)
class Look:
    """Until where in the journal somebody has seen the board, and when that was said."""

    sequence: int
    at: datetime


@dataclass(frozen=True)
class Since:
    """From when changes are marked; the problem says why none are."""

    text: str = ""
    at: datetime | None = None
    sequence: int | None = None
    problem: str = ""

    @property
    def asked(self) -> bool:
        """Return whether changes are to be marked."""
        return self.at is not None


@dataclass(frozen=True)
class Changes:
    """What has happened since: pairs to mark, recommendations that are new, and all in words."""

    cells: set[tuple[int, int]] = field(default_factory=set)
    new: set[int] = field(default_factory=set)
    items: list[Item] = field(default_factory=list)
    more: bool = False


def since_of(text: str, today: date, look: Look | None) -> Since:
    """Return what `?sedan=` asks for: a day, "vecka", "manad", or one's own last look."""
    text = text.strip()[:20]
    if not text:
        return Since()
    if text == LAST_LOOK:
        return Since(text, look.at, look.sequence) if look else Since(text, problem=NO_LOOK)
    if text in LATELY:
        return Since(text, _midnight(today - timedelta(days=LATELY[text][0])))
    try:
        on = date.fromisoformat(text)
    except ValueError:
        return Since(text, problem=NOT_A_DAY)
    if not FIRST_YEAR <= on.year <= LAST_YEAR:
        return Since(text, problem=NOT_A_DAY)
    return Since(text, _midnight(on))


def marked(
    lines: Sequence[Line],
    columns: Sequence[Column],
    happened: Iterable[tuple[str, str, str]],
    named: dict[str, int],
) -> tuple[set[tuple[int, int]], set[int]]:
    """Return which cells have changed and which rows are new, from verbs, numbers and names."""
    rows = {line["number"]: line["pk"] for line in lines}
    shown = {column.pk for column in columns}
    cells, new = set(), set()
    for verb, number, principal in happened:
        if verb == "recommendation.drawn_up":
            new.add(rows[number])
        elif principal in named and named[principal] in shown:
            cells.add((rows[number], named[principal]))
    return cells, new


def _midnight(on: date) -> datetime:
    return datetime.combine(on, time.min, get_current_timezone())
