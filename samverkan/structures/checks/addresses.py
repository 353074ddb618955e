"""Every address is used once, and every address that is named is there."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from samverkan.structures.checks.links import (
    Link,
    to_bodies,
    to_federations,
    to_functions,
    to_groupings,
    to_nominators,
    to_principals,
)
from samverkan.structures.faults import Problem, nearest
from samverkan.structures.reading import Found, Reading

# These begin addresses of the service itself (samverkan/urls.py).
TAKEN = ("halsa", "konto", "l", "static", "om")
BODY_FILES = ("bodies.toml", "former-bodies.toml")
# What is named: the places that do, where it should stand, and what is said when it does not.
NAMED: tuple[tuple[Callable[[Reading], Iterator[Link]], str, tuple[str, ...], str], ...] = (
    (to_principals, "principals", ("principals.toml",), "unknown_principal"),
    (to_nominators, "nominators", ("principals.toml",), "unknown_nominator"),
    (to_groupings, "groupings", ("principals.toml",), "unknown_grouping"),
    (to_federations, "federations", ("principals.toml",), "unknown_federation"),
    (to_bodies, "bodies", BODY_FILES, "unknown_body"),
    (to_functions, "functions", ("functions.toml",), "unknown_function"),
)


def addresses(reading: Reading) -> Iterator[Problem]:
    """Name every address that is taken, used twice, or not there."""
    if reading.collaboration and reading.collaboration.part.slug in TAKEN:
        facts = {"slug": reading.collaboration.part.slug}
        yield Problem(reading.collaboration.file, ("slug",), "slug_taken", facts)
    yield from _twice(reading)
    yield from _codes(reading)
    yield from _levels(reading)
    for links, name, files, code in NAMED:
        yield from _unknown(reading, links(reading), getattr(reading, name), files, code)


def _twice(reading: Reading) -> Iterator[Problem]:
    lists: tuple[Iterable[Found[Any]], ...] = (
        reading.principals, reading.groupings, reading.federations, reading.nominators,
        reading.bodies, reading.functions, reading.outside_actors,
    )  # fmt: skip
    for parts in lists:
        seen: dict[str, Found[Any]] = {}
        for found in parts:
            slug = found.part.slug
            if slug and slug in seen:
                facts = {"slug": slug, "file": seen[slug].file}
                yield Problem(found.file, (*found.path, "slug"), "slug_twice", facts)
            seen.setdefault(slug, found)


def _codes(reading: Reading) -> Iterator[Problem]:
    codes: dict[str, str] = {}
    for found in reading.principals:
        code = found.part.code
        if code and code in codes:
            facts = {"code": code, "other": codes[code]}
            yield Problem(found.file, (*found.path, "code"), "code_twice", facts)
        codes.setdefault(code, found.part.name)


def _levels(reading: Reading) -> Iterator[Problem]:
    seen: set[str] = set()
    levels = reading.collaboration.part.uncovered_levels if reading.collaboration else []
    for nr, level in enumerate(levels):
        if level.responsibility in seen:
            facts = {"what": level.responsibility.label}
            path = ("uncovered_levels", nr, "responsibility")
            yield Problem("collaboration.toml", path, "stated_again", facts)
        if level.responsibility:
            seen.add(level.responsibility)


def _unknown(
    reading: Reading,
    links: Iterable[Link],
    there: Iterable[Found[Any]],
    files: tuple[str, ...],
    code: str,
) -> Iterator[Problem]:
    """Name what is not there; in a file that cannot be read it may be."""
    known = {found.part.slug for found in there if found.part.slug}
    for found, path, slug in links:
        if code == "unknown_body" and slug == getattr(found.part, "slug", "") and _is_body(found):
            yield Problem(found.file, path, "points_to_itself", {"slug": slug})
        elif slug not in known and not reading.unreadable & set(files):
            facts = {"slug": slug, "guess": nearest(slug, sorted(known))}
            yield Problem(found.file, path, code, facts, slug)


def _is_body(found: Found[Any]) -> bool:
    return found.file in BODY_FILES
