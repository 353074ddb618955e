"""A structure as the rows that it fills; `from_rows.py` is the way back, the same facts."""

from collections.abc import Iterable, Iterator
from typing import Any

from samverkan.journal.fields import Period, from_day
from samverkan.structures.schema import (
    BodyData,
    FederationData,
    PrincipalData,
    Structure,
    TextData,
)
from samverkan.structures.tables import TABLES, Key, Row, Rows

ALWAYS: Period = from_day(None)  # both ends unknown
# Texts that may be left out, and are then empty in the database.
BLANK = ("responsibility", "side", "chair_side")


def rows_of(structure: Structure) -> Rows:
    """Return the rows that a structure fills, by table and key."""
    rows: Rows = {name: {} for name in TABLES}
    for name, row in _rows(structure):
        rows[name][key_of(name, row)] = row
    return rows


def key_of(name: str, row: Row) -> Key:
    """Return what tells a row of a table apart; of a period, its first day."""
    return tuple(row[part].lower if part == "period" else row[part] for part in TABLES[name].key)


def _rows(structure: Structure) -> Iterator[tuple[str, Row]]:
    yield "collaboration", _plain(structure.collaboration, "uncovered_levels", "effect")
    if structure.collaboration.effect:
        yield "effect", _plain(structure.collaboration.effect)
    for level in structure.collaboration.uncovered_levels:
        yield "uncovered_level", _plain(level)
    for position, principal in enumerate(structure.principals, start=1):
        yield from _principal(principal, position)
    for grouping in structure.groupings:
        period = grouping.within(ALWAYS)
        yield "grouping", _plain(grouping, "members") | {"period": period}
        for members in grouping.members:
            shared = {"standing": members.standing, "period": members.within(period)}
            for slug in members.principals:
                yield "membership", {"grouping": grouping.slug, "principal": slug} | shared
    for federation in structure.federations:
        yield from _federation(federation)
    for nominator in structure.nominators:
        yield "nominator", _plain(nominator) | {"period": nominator.within(ALWAYS)}
    for rhythm in structure.line_rhythms:
        yield "line_rhythm", _plain(rhythm) | {"days": [str(day) for day in rhythm.days]}
    for actor in structure.outside_actors:
        yield "outside_actor", _plain(actor) | {"period": actor.within(ALWAYS)}
    for position, body in enumerate(structure.bodies, start=1):
        yield from _body(body, position)
    for function in structure.functions:
        yield "function", _plain(function) | {"period": function.within(ALWAYS)}
    for agreement in structure.agreements:
        period = agreement.within(ALWAYS)
        known = {"period": None if period == ALWAYS else period}
        yield "agreement", _plain(agreement, "sections") | known
        for position, section in enumerate(agreement.sections, start=1):
            owner = {"agreement": agreement.slug, "position": position}
            yield "section", section.model_dump() | owner
    for text in structure.texts:
        yield from _text(text)
    for ground in structure.grounds:
        yield "ground", _plain(ground)
    for version in structure.routines:
        row = _plain(version, "stages", "steps", "exits")
        yield "routine", row | {"content": version.content()}


def _principal(principal: PrincipalData, position: int) -> Iterator[tuple[str, Row]]:
    period = principal.within(ALWAYS)
    yield (
        "principal",
        _plain(principal, "former_names", "heir")
        | {"period": period, "position": position, "languages": _values(principal.languages)},
    )
    for former in principal.former_names:
        owner = {"principal": principal.slug, "period": former.within(period)}
        yield "former_name", _plain(former) | owner
    if principal.heir:
        row = _plain(principal.heir, "principal", "first_day")
        ties = {"predecessor": principal.slug, "heir": principal.heir.principal}
        yield "principal_succession", row | ties | {"first": principal.heir.first_day}


def _federation(federation: FederationData) -> Iterator[tuple[str, Row]]:
    period = federation.within(ALWAYS)
    row = _plain(federation, "members", "part_of")
    yield "federation", row | {"period": period, "parent": federation.part_of}
    for members in federation.members:
        shared = {"standing": members.standing, "period": members.within(period)}
        for slug in members.principals:
            owner = {"federation": federation.slug, "principal": slug}
            yield "federation_membership", owner | shared


def _body(body: BodyData, position: int) -> Iterator[tuple[str, Row]]:
    period = body.within(ALWAYS)
    yield "body", _body_itself(body) | {"period": period, "position": position}
    for alias in body.aliases:
        yield "alias", {"body": body.slug, "name": alias}
    for parent in body.parents:
        link = {"child": body.slug, "parent": parent.body, "relation": parent.relation}
        yield "parentage", link | {"period": parent.within(period)}
    for heir in body.heirs:
        yield "succession", _plain(heir, "body") | {"predecessor": body.slug, "heir": heir.body}
    for quota in body.quotas:
        shared = _plain(quota, "principals", "nominators")
        shared |= {"period": quota.within(period), "body": body.slug}
        for slug in quota.principals:
            yield "quota", shared | {"principal": slug, "nominator": None}
        for slug in quota.nominators:
            yield "quota", shared | {"principal": None, "nominator": slug}
    for seat in body.derived_seats:
        yield "derived_seat", _plain(seat) | {"body": body.slug, "period": seat.within(period)}
    for rule in body.chair_rules:
        yield "chair_rule", _plain(rule) | {"body": body.slug, "period": rule.within(period)}
    for rhythm in body.rhythms:
        yield "rhythm", _plain(rhythm) | {"body": body.slug, "period": rhythm.within(period)}


def _body_itself(body: BodyData) -> dict[str, Any]:
    parts = ("aliases", "parents", "heirs", "quotas", "derived_seats", "chair_rules", "rhythms")
    row = _plain(body, *parts)
    row["setter"] = row.pop("assignment_setter")
    row["expected_texts"] = _values(body.expected_texts)
    row["required_sections"] = _values(body.required_sections)
    for points in ("opening_points", "closing_points"):
        row[points] = [
            {"kind": str(one.kind), "heading": one.heading} for one in getattr(body, points)
        ]
    return row


def _text(text: TextData) -> Iterator[tuple[str, Row]]:
    yield "text", _plain(text, "versions")
    for version in text.versions:
        values = version.values
        yield (
            "version",
            _plain(version, "sections", "values")
            | {
                "text": text.slug,
                "values": values and (values.text, values.number),
                "sections": [
                    {"kind": str(one.kind), "heading": one.heading, "text": one.text}
                    for one in version.sections
                ],
            },
        )


def _plain(part: Any, *left_out: str) -> dict[str, Any]:
    row: dict[str, Any] = part.model_dump(exclude={"first_day", "last_day", *left_out})
    return row | {key: row[key] or "" for key in BLANK if key in row}


def _values(chosen: Iterable[str]) -> list[str]:
    return [str(one) for one in chosen]
