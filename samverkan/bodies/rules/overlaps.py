"""Rules for going through work with groups outside the structure. Pure: no database, no clock."""

from datetime import date

from samverkan.journal.obstacles import Obstacle
from samverkan.principals.choices import OutsideKind

SYNCHRONISED = (OutsideKind.COORDINATION_ASSOCIATION, OutsideKind.STATE_INITIATIVE)
NOTE_LIMIT = 2000


def next_sync(kind: str, last: date | None) -> date | None:
    """Return when work is gone through again with an actor; None when nothing says so.

    Agreement § 6.1.2 (R090): synchronised with the coordination associations; § 6.2 (R118):
    coordinated with groups that state initiatives give rise to. No interval is stated; a year is
    the reading.
    """
    if kind not in SYNCHRONISED or last is None:
        return None
    leap_day = (last.month, last.day) == (2, 29)
    return date(last.year + 1, last.month, 28 if leap_day else last.day)


def is_sync_due(kind: str, last: date | None, on: date) -> bool:
    """Return whether work with an actor ought to be gone through: never done, or a year ago."""
    then = next_sync(kind, last)
    return kind in SYNCHRONISED and (then is None or then <= on)


def obstacles_to_note_overlap(
    *,
    note: str,
    on: date,
    today: date,
    actor_exists: bool,
    body_exists: bool,
    noted: bool = False,
) -> list[Obstacle]:
    """List what stands in the way of noting what a body and an outside actor went through."""
    obstacles = []
    if not note.strip():
        obstacles.append(Obstacle("overlap_without_note"))
    if len(note) > NOTE_LIMIT:
        obstacles.append(Obstacle("overlap_note_too_long", {"limit": NOTE_LIMIT}))
    if on > today:
        obstacles.append(Obstacle("overlap_in_the_future"))
    if not actor_exists:
        obstacles.append(Obstacle("overlap_actor_not_then"))
    if not body_exists:
        obstacles.append(Obstacle("overlap_body_not_then"))
    if noted:
        obstacles.append(Obstacle("overlap_noted_already"))
    return obstacles
