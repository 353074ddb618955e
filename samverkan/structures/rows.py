"""A structure as the rows that it fills, and back; both ways are the same facts."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from samverkan.journal.fields import Period, from_day
from samverkan.structures.schema import BodyData, PrincipalData, Structure
from samverkan.structures.tables import TABLES, Key, Row, Rows

ALWAYS: Period = from_day(None)  # type: ignore[arg-type]  # both ends unknown


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
    yield "collaboration", structure.collaboration.model_dump()
    for position, principal in enumerate(structure.principals, start=1):
        yield from _principal(principal, position)
    for grouping in structure.groupings:
        period = grouping.within(ALWAYS)
        yield "grouping", _plain(grouping, "members") | {"period": period}
        for members in grouping.members:
            shared = {"standing": members.standing, "period": members.within(period)}
            for slug in members.principals:
                yield "membership", {"grouping": grouping.slug, "principal": slug} | shared
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


def _principal(principal: PrincipalData, position: int) -> Iterator[tuple[str, Row]]:
    period = principal.within(ALWAYS)
    yield (
        "principal",
        _plain(principal, "former_names")
        | {"period": period, "position": position, "languages": _values(principal.languages)},
    )
    for former in principal.former_names:
        owner = {"principal": principal.slug, "period": former.within(period)}
        yield "former_name", _plain(former) | owner


def _body(body: BodyData, position: int) -> Iterator[tuple[str, Row]]:
    parts = ("aliases", "parents", "heirs", "quotas", "derived_seats")
    period = body.within(ALWAYS)
    yield "body", _plain(body, *parts) | {"period": period, "position": position}
    for alias in body.aliases:
        yield "alias", {"body": body.slug, "name": alias}
    for parent in body.parents:
        held = parent.within(period)
        yield "parentage", {"child": body.slug, "parent": parent.body, "period": held}
    for heir in body.heirs:
        yield "succession", _plain(heir, "body") | {"predecessor": body.slug, "heir": heir.body}
    for quota in body.quotas:
        shared = _plain(quota, "principals") | {"period": quota.within(period), "body": body.slug}
        for slug in quota.principals:
            yield "quota", shared | {"principal": slug}
    for seat in body.derived_seats:
        yield "derived_seat", _plain(seat) | {"body": body.slug, "period": seat.within(period)}


def _plain(part: Any, *left_out: str) -> dict[str, Any]:
    return dict(part.model_dump(exclude={"first_day", "last_day", *left_out}))


def _values(chosen: Iterable[str]) -> list[str]:
    return [str(one) for one in chosen]


def structure_from(rows: Rows) -> Structure:
    """Return the structure whose rows these are."""
    (collaboration,) = rows["collaboration"].values()
    return Structure.model_validate(
        {
            "collaboration": collaboration,
            "principals": [
                _days(row, ALWAYS) | {"former_names": _owned(rows, "former_name", "principal", row)}
                for row in _in_order(rows, "principal")
            ],
            "groupings": [
                _days(row, ALWAYS) | {"members": _members(rows, row)}
                for row in rows["grouping"].values()
            ],
            "bodies": [_body_from(rows, row) for row in _in_order(rows, "body")],
            "functions": [_days(row, ALWAYS) for row in rows["function"].values()],
            "agreements": [
                _days({**row, "period": row["period"] or ALWAYS}, ALWAYS)
                | {"sections": _sections(rows, row)}
                for row in rows["agreement"].values()
            ],
        }
    )


def _body_from(rows: Rows, body: Row) -> Row:
    renamed = {
        "parents": [
            {"body": part.pop("parent")} | part for part in _owned(rows, "parentage", "child", body)
        ],
        "heirs": [
            {"body": row["heir"], "standing": row["standing"], "source": row["source"]}
            for row in rows["succession"].values()
            if row["predecessor"] == body["slug"]
        ],
    }
    return _days(body, ALWAYS) | {
        "aliases": [r["name"] for r in rows["alias"].values() if r["body"] == body["slug"]],
        "quotas": _together(_owned(rows, "quota", "body", body)),
        "derived_seats": _owned(rows, "derived_seat", "body", body),
        **renamed,
    }


def _members(rows: Rows, grouping: Row) -> list[dict[str, Any]]:
    return _together(_owned(rows, "membership", "grouping", grouping))


def _sections(rows: Rows, agreement: Row) -> list[dict[str, Any]]:
    own = [row for row in rows["section"].values() if row["agreement"] == agreement["slug"]]
    own.sort(key=lambda row: row["position"])
    return [{part: row[part] for part in ("number", "heading", "text")} for row in own]


def _in_order(rows: Rows, name: str) -> list[Row]:
    return sorted(rows[name].values(), key=lambda row: row["position"])


def _owned(rows: Rows, name: str, link: str, owner: Row) -> list[dict[str, Any]]:
    own = [dict(row) for row in rows[name].values() if row[link] == owner["slug"]]
    for row in own:
        del row[link]
    return [_days(row, owner["period"]) for row in own]


def _days(row: Row, owner: Period) -> dict[str, Any]:
    """Tell a period as first and last day, where they are not the owner's."""
    period: Period = row["period"]
    told = {part: value for part, value in row.items() if part not in ("period", "position")}
    if period.lower != owner.lower:
        told["first_day"] = period.lower
    if period.upper is not None and period.upper != owner.upper:
        told["last_day"] = period.upper - timedelta(days=1)
    return told


def _together(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write once what holds for several principals alike."""
    together: dict[str, dict[str, Any]] = {}
    for part in parts:
        principal = part.pop("principal")
        alike = repr(sorted((name, str(value)) for name, value in part.items()))
        together.setdefault(alike, {"principals": [], **part})["principals"].append(principal)
    return list(together.values())
