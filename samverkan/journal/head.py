"""How far the journals have come, for all that is kept ready: known without asking the database."""

from datetime import datetime
from typing import NamedTuple

from samverkan.journal.beacon import beacon
from samverkan.journal.models import Collaboration


class Head(NamedTuple):
    """The journal's present end: what a page is true for."""

    sequence: int
    hash: str
    at: datetime | None


def changed() -> None:
    """Tell every process of this machine that something has been written."""
    beacon().raise_()


def head_of(collaboration: Collaboration) -> Head:
    """Return the end of a collaboration's journal as it was read with the collaboration."""
    return Head(collaboration.head_sequence, collaboration.head_hash, collaboration.head_at)
