"""Filters above a list: choices in the address, checked against what there is to choose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Options = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Filter:
    """One choice: its name in the address, its label, the word for all, and the options."""

    name: str
    label: str
    everything: str
    options: Mapping[str, str]
    chosen: str


def filter_of(name: str, label: str, everything: str, options: Options, asked: str) -> Filter:
    """Return a filter with what was asked for, if that is one of its options."""
    known = dict(options)
    return Filter(name, label, everything, known, asked if asked in known else "")
