"""Days as they are asked for in an address, and the names of the months."""

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "januari",
    "februari",
    "mars",
    "april",
    "maj",
    "juni",
    "juli",
    "augusti",
    "september",
    "oktober",
    "november",
    "december",
)
FIRST_YEAR, LAST_YEAR = 1900, 2200
NUMBERS = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})", re.ASCII)
WORDS = re.compile(r"(?P<day>\d{1,2}) (?P<month>[a-z]+) (?P<year>\d{4})", re.ASCII | re.IGNORECASE)

NOT_A_DAY = "”{text}” är ingen dag i kalendern. Skriv som 2019-10-03. Här visas hur det är i dag."
TOO_FAR = f"Välj en dag mellan åren {FIRST_YEAR} och {LAST_YEAR}. Här visas hur det är i dag."


@dataclass(frozen=True)
class AskedDay:
    """A day to show; what was typed is kept when it is not one, with a sentence about it."""

    on: date
    today: date
    text: str = ""
    problem: str = ""

    @property
    def is_today(self) -> bool:
        """Return whether the page shows what is, rather than what was or will be."""
        return self.on == self.today

    @property
    def as_of(self) -> str:
        """Return what an address carries to show the same day; nothing for today."""
        return "" if self.is_today else f"?datum={self.on}"


def asked_day(text: str, today: date) -> AskedDay:
    """Return the day of "2019-10-03" or "3 oktober 2019"; today for nothing and for nonsense."""
    written = " ".join(text.split())
    if not written:
        return AskedDay(today, today, str(today))
    found = _day(written)
    if found is None:
        return AskedDay(today, today, written, NOT_A_DAY.format(text=written))
    if not FIRST_YEAR <= found.year <= LAST_YEAR:
        return AskedDay(today, today, written, TOO_FAR)
    return AskedDay(found, today, str(found))


def _day(written: str) -> date | None:
    match = NUMBERS.fullmatch(written) or WORDS.fullmatch(written)
    if match is None:
        return None
    month = match["month"].lower()
    try:
        number = int(month) if month.isdigit() else MONTHS.index(month) + 1
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
