"""Days as people write them. Pure: a text in, a day out, or why there is none."""

import re
from datetime import date, timedelta

from samverkan.journal.obstacles import Obstacle

EARLIEST, LATEST = 1900, 2199
OPEN = frozenset({"", "-", "–", "—", "tills vidare", "tv", "t.v.", "t v", "löpande"})

_MONTHS = ("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ALSO = {"may": 5, "oct": 10}
_NUMBER_OF = {name: number for number, name in enumerate(_MONTHS, start=1)} | _ALSO
_WEEKDAY = re.compile(r"^(?:mån|tis|ons|tors|tor|fre|lör|sön)(?:dagen|dag)?\.?,?\s+")
_YEAR_FIRST = re.compile(r"(\d{4})\s?([-/.])\s?(\d{1,2})\s?\2\s?(\d{1,2})")
_DOTTED = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4}|\d{2})")
# "1/1 2026" and "1/1 -26" is how Swedes write it: the day is first. "1/1/2026" may be anything.
_SWEDISH = re.compile(r"(\d{1,2})/(\d{1,2})(?:\s+-?\s?|-)(\d{4}|\d{2})")
_ANYHOW = re.compile(r"(\d{1,2})([-/])(\d{1,2})\2(\d{4}|\d{2})")
_IN_WORDS = re.compile(
    r"(?:den\s+)?(\d{1,2})(?::?[ae]|\.)?\s+([a-z]{3,9})\.?,?\s*-?\s*(\d{4}|\d{2})"
)
_CLOCK = re.compile(r"[t ]0{1,2}[:.]00(?:[:.]00)?(?:\.0+)?$")
_SERIAL = re.compile(r"[2-7]\d{4}(?:[.,]\d+)?")
_FIRST_SERIAL = date(1899, 12, 30)


def day_in(text: str) -> date | Obstacle:
    """Return the day that a cell says, or what is wrong with it.

    The day is first and then the month, as in Sweden, where the way of writing is Swedish. What
    can be read in two ways is not guessed.
    """
    plain = _WEEKDAY.sub("", _CLOCK.sub("", " ".join(text.casefold().split())))
    if _SERIAL.fullmatch(plain):
        return _FIRST_SERIAL + timedelta(days=int(re.split("[.,]", plain)[0]))
    if found := _YEAR_FIRST.fullmatch(plain):
        return _day(found[1], found[3], found[4], text)
    if found := re.fullmatch(r"(\d{4}|\d{2})(\d{2})(\d{2})", plain):
        return _day(found[1], found[2], found[3], text)
    if found := _DOTTED.fullmatch(plain) or _SWEDISH.fullmatch(plain):
        return _day(found[3], found[2], found[1], text)
    if found := _IN_WORDS.fullmatch(plain):
        return _day(found[3], str(_NUMBER_OF.get(found[2][:3], 0)), found[1], text)
    if found := _ANYHOW.fullmatch(plain):
        return _whichever(found[4], found[1], found[3], text)
    return _bad(text)


def _whichever(year: str, one: str, other: str, text: str) -> date | Obstacle:
    readings = (_day(year, other, one, text), _day(year, one, other, text))
    days = sorted({reading for reading in readings if isinstance(reading, date)})
    if len(days) == 2:
        return Obstacle("roster_day_unclear", {"text": text, "one": days[0], "other": days[1]})
    if not days or (len(year) == 2 and int(one) > 12):  # 26-01-02: the year may stand first
        return _bad(text)
    return days[0]


def _day(year: str, month: str, day: str, text: str) -> date | Obstacle:
    whole = int(year) + (2000 if len(year) == 2 else 0)
    if not EARLIEST <= whole <= LATEST:
        return _bad(text)
    try:
        return date(whole, int(month), int(day))
    except ValueError:
        return _bad(text)


def _bad(text: str) -> Obstacle:
    return Obstacle("roster_bad_day", {"text": text})
