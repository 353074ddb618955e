"""Rules for what the secretary writes while the meeting goes on. Pure: no database, no clock."""

from datetime import datetime, timedelta

from samverkan.journal.obstacles import Obstacle
from samverkan.meetings.choices import ItemKind, MeetingStage
from samverkan.meetings.rules.agenda import agenda_open
from samverkan.meetings.rules.noting import notes_open

# A point is saved every few seconds; the journal tells of it once in a while for each writer.
TOLD_EVERY = timedelta(minutes=15)
RAISED_KINDS = (ItemKind.INFORMATION, ItemKind.DISCUSSION)


def obstacles_to_write(*, stage: MeetingStage, seen: str, now_stands: str) -> list[Obstacle]:
    """List what stands in the way of writing in a point: a held meeting, or somebody's newer text.

    `seen` is the stamp of what the writer had before them. A text that nobody has seen is never
    written over (issue 4, two secretaries at once).
    """
    obstacles = notes_open(stage)
    if seen != now_stands:
        obstacles.append(Obstacle("point_written_meanwhile"))
    return obstacles


def obstacles_to_raise(*, stage: MeetingStage, kind: ItemKind, heading: str) -> list[Obstacle]:
    """List what stands in the way of a new question under "övriga frågor" (R293, R302).

    Nothing is agreed on there: a case comes prepared and on the agenda (R157).
    """
    obstacles = agenda_open(stage)
    if not heading.strip():
        obstacles.append(Obstacle("no_heading"))
    if kind not in RAISED_KINDS:
        obstacles.append(Obstacle("raised_to_decide"))
    return obstacles


def is_told_again(*, told_at: datetime | None, same_writer: bool, now: datetime) -> bool:
    """Return whether the journal is to tell that somebody writes in a point."""
    return told_at is None or not same_writer or now - told_at >= TOLD_EVERY
