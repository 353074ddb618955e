"""Groups of the board's columns: by side, grouping, county or first letter. Pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from samverkan.principals.choices import Side
from samverkan.principals.counties import COUNTIES, county_of
from samverkan.public.queries.board import Column, GroupingRow

# So many columns side by side can be read; more are shown group by group.
MOST_COLUMNS = 60
REST = "ovriga"
LETTERS = {"Å": "aa", "Ä": "ae", "Ö": "oe"}


@dataclass(frozen=True)
class Group:
    """Some principals under one name: its word in the address, and whose columns they are."""

    key: str
    name: str
    members: frozenset[int]


def groups_of(columns: Sequence[Column], groupings: Iterable[GroupingRow]) -> list[Group]:
    """Return every group that a reader can choose; one that holds all or nobody is no choice."""
    found = [*_sides(columns), *_groupings(columns, groupings), *counties(columns)]
    if len(columns) > MOST_COLUMNS:
        found += _letters(columns)
    known = {group.key: group for group in reversed(found)}
    return [one for one in found if known[one.key] is one and len(one.members) < len(columns)]


def partition(columns: Sequence[Column], groups: Sequence[Group] = ()) -> list[Group]:
    """Return groups in which each principal is exactly once, for a board too wide to show whole.

    Counties, where there are several; else groupings that do not overlap; else first letters.
    """
    shown = {column.pk for column in columns}
    if len(by_county := counties(columns)) > 1:
        return _with_the_rest(by_county, shown)
    listed = {one.key for one in [*_sides(columns), *_letters(columns)]}
    others = [_within(group, shown) for group in groups if group.key not in listed]
    apart = [one for one in others if one.members]
    if len(apart) > 1 and sum(len(one.members) for one in apart) == len(
        frozenset().union(*(one.members for one in apart))
    ):
        return _with_the_rest(apart, shown)
    return _letters(columns)


def counties(columns: Sequence[Column]) -> list[Group]:
    """Return the counties that the columns lie in."""
    members = _gathered((county_of(column.code), column.pk) for column in columns)
    return [
        Group(f"lan-{code}", COUNTIES[code], pks) for code, pks in sorted(members.items()) if code
    ]


def _sides(columns: Sequence[Column]) -> list[Group]:
    members = _gathered((column.side, column.pk) for column in columns)
    regions = members.get(Side.REGION.value, frozenset())
    names = {
        Side.MUNICIPALITIES.value: ("kommunerna", "Kommunerna"),
        Side.REGION.value: ("regionerna", "Regionerna" if len(regions) > 1 else "Regionen"),
    }
    return [Group(*names[side], members[side]) for side in names if side in members]


def _groupings(columns: Sequence[Column], found: Iterable[GroupingRow]) -> list[Group]:
    shown = {column.pk for column in columns}
    groups = [Group(one.slug, one.name, frozenset(one.members) & shown) for one in found]
    return [group for group in groups if group.members]


def _letters(columns: Sequence[Column]) -> list[Group]:
    members = _gathered((column.name[:1].upper(), column.pk) for column in columns)
    return [
        Group(f"bokstav-{LETTERS.get(letter, letter.lower())}", letter, members[letter])
        for letter in sorted(members, key=_alphabetic)
    ]


def _alphabetic(letter: str) -> tuple[bool, str]:
    """Return what puts Å, Ä and Ö last, in that order."""
    return letter in LETTERS, LETTERS.get(letter, letter)


def _gathered(pairs: Iterable[tuple[str, int]]) -> Mapping[str, frozenset[int]]:
    ordered = sorted(pairs)
    return {
        key: frozenset(pk for _, pk in some) for key, some in groupby(ordered, lambda one: one[0])
    }


def _within(group: Group, shown: set[int]) -> Group:
    return Group(group.key, group.name, group.members & shown)


def _with_the_rest(groups: list[Group], shown: set[int]) -> list[Group]:
    rest = frozenset(shown).difference(*(group.members for group in groups))
    return [*groups, Group(REST, "Övriga", rest)] if rest else groups
