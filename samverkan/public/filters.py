"""Filters above a list: choices in the address, checked against what there is to choose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

Options = Iterable[tuple[str, str]]


@dataclass(frozen=True)
class Filter:
    """One choice: its name in the address, its label, the word for all, and the options."""

    name: str
    label: str
    everything: str
    options: Mapping[str, str]
    chosen: str

    @property
    def drawn(self) -> SafeString:
        """Return the options as HTML: a template would ask of each whether it is the chosen one."""
        drawn = [f'<option value="">{escape(self.everything)}</option>']
        for value, label in self.options.items():
            mark = " selected" if value == self.chosen else ""
            drawn.append(f'<option value="{escape(value)}"{mark}>{escape(label)}</option>')
        return mark_safe("".join(drawn))  # noqa: S308 - escaped above, part by part


def filter_of(name: str, label: str, everything: str, options: Options, asked: str) -> Filter:
    """Return a filter with what was asked for, if that is one of its options."""
    known = dict(options)
    return Filter(name, label, everything, known, asked if asked in known else "")
