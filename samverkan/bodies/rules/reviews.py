"""Rules for when a body's assignment and its staffing are looked over."""

from calendar import monthrange
from collections.abc import Collection
from datetime import date

from samverkan.journal.obstacles import Obstacle

NOTE_LIMIT = 400


def review_due(last: date | None, since: date, months: int) -> date:
    """Return the last day on which the assignment, or the staffing, is to be looked over.

    Agreement § 6.2 (R116): when needed and at least every second year, each by itself; counted
    from the last review, or from when there was something to review.
    """
    start = last or since
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def is_overdue(due: date | None, on: date) -> bool:
    """Return whether a review should have been made; on the last day it can still be (R116)."""
    return due is not None and due < on


def obstacles_to_note_review(
    *,
    on: date,
    today: date,
    first: date | None,
    until: date | None,
    noted: Collection[date],
    note: str,
) -> list[Obstacle]:
    """List what stands in the way of noting that a body's assignment or staffing was reviewed."""
    obstacles = []
    if on > today:
        obstacles.append(Obstacle("review_in_the_future"))
    if (first is not None and on < first) or (until is not None and until <= on):
        obstacles.append(Obstacle("reviewed_body_not_there", {"on": on}))
    if on in noted:
        obstacles.append(Obstacle("review_already_noted", {"on": on}))
    if len(note) > NOTE_LIMIT:
        obstacles.append(Obstacle("review_note_too_long", {"limit": NOTE_LIMIT}))
    return obstacles
