"""Where one part of a structure names another."""

from collections.abc import Iterable, Iterator
from typing import Any

from samverkan.structures.places import Path
from samverkan.structures.reading import Found, Reading
from samverkan.structures.schema import BodyData

Link = tuple[Found[Any], Path, str]


def to_principals(reading: Reading) -> Iterator[Link]:
    """Give each place that names a principal."""
    yield from _in_quotas(reading, "principals")
    for grouping in reading.groupings:
        for nr, members in enumerate(grouping.part.members):
            for place, slug in enumerate(members.principals):
                yield grouping, (*grouping.path, "members", nr, "principals", place), slug
    for federation in reading.federations:
        for nr, members in enumerate(federation.part.members):
            for place, slug in enumerate(members.principals):
                yield federation, (*federation.path, "members", nr, "principals", place), slug
    for principal in reading.principals:
        if principal.part.heir:
            yield principal, (*principal.path, "heir", "principal"), principal.part.heir.principal
    for function in reading.functions:
        yield from _single(function, "host")
    for body in reading.bodies:
        yield from _single(body, "host")
    for actor in reading.outside_actors:
        yield from _single(actor, "principal")
    for rhythm in reading.line_rhythms:
        yield from _single(rhythm, "principal")


def to_nominators(reading: Reading) -> Iterator[Link]:
    """Give each place that names a nominator."""
    yield from _in_quotas(reading, "nominators")


def to_groupings(reading: Reading) -> Iterator[Link]:
    """Give each place that names a grouping."""
    for nominator in reading.nominators:
        yield from _single(nominator, "grouping")
    for body in reading.bodies:
        yield from _single(body, "grouping")


def to_federations(reading: Reading) -> Iterator[Link]:
    """Give each place that names a federation."""
    for federation in reading.federations:
        yield from _single(federation, "part_of")


def to_functions(reading: Reading) -> Iterator[Link]:
    """Give each place that names a coordinator function."""
    for text in reading.texts:
        yield from _single(text, "function")


def to_bodies(reading: Reading) -> Iterator[Link]:
    """Give each place that names a body."""
    for found, name, nr, key, part in linking(reading.bodies):
        if slug := getattr(part, key):
            yield found, (*found.path, name, nr, key), slug
    for body in reading.bodies:
        yield from _single(body, "assignment_setter")
        yield from _single(body, "prepared_by")
    for text in reading.texts:
        yield from _single(text, "body")
        for nr, version in enumerate(text.part.versions):
            if version.adopted_by:
                yield text, (*text.path, "versions", nr, "adopted_by"), version.adopted_by
    for routine in reading.routines:
        yield from _single(routine, "adopted_by")
        for nr, way in enumerate(routine.part.exits):
            for key in ("from_bodies", "to_bodies"):
                for place, slug in enumerate(getattr(way, key)):
                    yield routine, (*routine.path, "exits", nr, key, place), slug


def linking(
    bodies: Iterable[Found[BodyData]],
) -> Iterator[tuple[Found[BodyData], str, int, str, Any]]:
    """Give each part of a body that names another body, with the key that does."""
    for found in bodies:
        for name, key in (("parents", "body"), ("heirs", "body"), ("derived_seats", "of_body")):
            for nr, part in enumerate(getattr(found.part, name)):
                yield found, name, nr, key, part


def _single(found: Found[Any], key: str) -> Iterator[Link]:
    if slug := getattr(found.part, key):
        yield found, (*found.path, key), slug


def _in_quotas(reading: Reading, holders: str) -> Iterator[Link]:
    for body in reading.bodies:
        for nr, quota in enumerate(body.part.quotas):
            for place, slug in enumerate(getattr(quota, holders)):
                yield body, (*body.path, "quotas", nr, holders, place), slug
