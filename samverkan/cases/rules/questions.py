"""Questions that a routine asks before a case is taken up. Pure: no database, no clock."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Question:
    """One question of a routine's admission test.

    `needed` is the answer that opens the way; any answer must have its reason. Where an answer
    other than the needed one only warns, `stops` is false.
    """

    key: str
    text: str
    source: str
    needed: bool = True
    stops: bool = True


@dataclass(frozen=True)
class Answer:
    """A yes or a no to a question, and the reason for it."""

    key: str
    yes: bool
    reason: str
