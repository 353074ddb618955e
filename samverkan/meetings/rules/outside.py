"""Rules for meetings of others, entered or read from a file. Pure: no database, no clock."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from samverkan.journal.obstacles import Obstacle

FIRST_YEAR, LAST_YEAR = 1900, 2200
CALENDAR_MONTHS = 18


@dataclass(frozen=True)
class Outside:
    """A meeting of others as it is told: whose, when, where, and how that is known."""

    arranger: str
    on: date
    starts_at: time | None = None
    heading: str = ""
    place: str = ""


def obstacles_to_external(
    told: Outside, *, own_arrangers: int, body_is_outside: bool
) -> list[Obstacle]:
    """List what stands in the way of entering a meeting of others.

    Agreement § 5.1.6 (R075): Regionledningsmötet is an arena of its own, whose dates we only know.
    """
    obstacles = []
    if not told.arranger.strip():
        obstacles.append(Obstacle("external_without_arranger"))
    if own_arrangers > 1:
        obstacles.append(Obstacle("external_with_two_arrangers"))
    if not body_is_outside:
        obstacles.append(Obstacle("external_of_own_body"))
    if not FIRST_YEAR <= told.on.year <= LAST_YEAR:
        obstacles.append(Obstacle("external_day_unreasonable"))
    return obstacles


def last_day_read(today: date) -> date:
    """Return the last day of which anything is read from a calendar: recurring events go on."""
    year, month = divmod(today.year * 12 + today.month - 1 + CALENDAR_MONTHS, 12)
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Read:
    """An event as read from a file: its mark there, and when and where it is."""

    mark: str
    on: date
    starts_at: time | None
    heading: str
    place: str
    cancelled: bool = False


@dataclass(frozen=True)
class Changes:
    """What a file would do with the meetings that are known from the same calendar."""

    new: list[Read]
    changed: list[Read]
    same: int
    vanished: list[str]

    def __bool__(self) -> bool:
        return bool(self.new or self.changed or self.vanished)


def changes_by(
    read: Iterable[Read], known: Mapping[str, Read], *, there: Iterable[str], today: date
) -> Changes:
    """Return what a new file changes, each event told by its own mark, however often it is read.

    `there` are the marks that the calendar has still. What has been is history and never vanishes.
    """
    new, changed, same, seen = [], [], 0, set()
    left = set(there)
    for one in read:
        seen.add(one.mark)
        if one.mark not in known:
            new += [] if one.cancelled else [one]
        elif one.cancelled:
            seen.discard(one.mark)
        elif known[one.mark] == one and one.mark in left:
            same += 1
        else:
            changed.append(one)
    gone = [mark for mark in left if mark not in seen and known[mark].on >= today]
    return Changes(new, changed, same, sorted(gone, key=lambda mark: (known[mark].on, mark)))
