"""Faults in a structure's files, each with its place and its remedy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from typing import Any

from samverkan.structures.places import Path


@dataclass(frozen=True, order=True)
class Fault:
    """Something wrong in a file; wording.py says what, and what to do."""

    file: str
    line: int
    place: str
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict, compare=False)


@dataclass(frozen=True)
class Problem:
    """Something that a check found: at a path in a file, before its line is known."""

    file: str
    path: Path
    code: str
    facts: Mapping[str, Any] = field(default_factory=dict)
    word: str = ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word that a misspelled one is most like; empty when there is none."""
    return next(iter(get_close_matches(word, list(known), n=1, cutoff=0.6)), "")
