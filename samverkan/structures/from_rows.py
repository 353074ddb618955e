"""The rows of a structure as the structure that they came from; `rows.py` is the way there."""

from datetime import date
from typing import Any

from samverkan.journal.fields import Period
from samverkan.journal.periods import last_of
from samverkan.structures.rows import ALWAYS, BLANK
from samverkan.structures.schema import Structure
from samverkan.structures.tables import Row, Rows


def structure_from(rows: Rows) -> Structure:
    """Return the structure whose rows these are."""
    (collaboration,) = rows["collaboration"].values()
    return Structure.model_validate(
        {
            "collaboration": {
                **collaboration,
                "effect": next(iter(rows["effect"].values()), None),
                "uncovered_levels": list(rows["uncovered_level"].values()),
            },
            "principals": [
                _days(row, ALWAYS)
                | {"former_names": _owned(rows, "former_name", "principal", row)}
                | _heir(rows, row)
                for row in _in_order(rows, "principal")
            ],
            "groupings": [
                _days(row, ALWAYS) | {"members": _members(rows, row)}
                for row in rows["grouping"].values()
            ],
            "federations": [_federation(rows, row) for row in rows["federation"].values()],
            "nominators": [_days(row, ALWAYS) for row in rows["nominator"].values()],
            "line_rhythms": [
                {**row, "days": [date.fromisoformat(day) for day in row["days"]]}
                for row in rows["line_rhythm"].values()
            ],
            "bodies": _bodies(rows),
            "functions": [_days(row, ALWAYS) for row in rows["function"].values()],
            "outside_actors": [_days(row, ALWAYS) for row in rows["outside_actor"].values()],
            "agreements": [
                _days({**row, "period": row["period"] or ALWAYS}, ALWAYS)
                | {"sections": _sections(rows, row)}
                for row in rows["agreement"].values()
            ],
            "texts": [
                {**row, "versions": _versions(rows, row["slug"])} for row in rows["text"].values()
            ],
            "grounds": list(rows["ground"].values()),
            "routines": [
                {**_without(row, "content"), **row["content"]}
                for row in sorted(rows["routine"].values(), key=lambda row: row["number"])
            ],
        }
    )


# The lists of a body: what each is called in the files, its table, and the link to the body.
LISTS = (
    ("aliases", "alias", "body"),
    ("parents", "parentage", "child"),
    ("heirs", "succession", "predecessor"),
    ("quotas", "quota", "body"),
    ("derived_seats", "derived_seat", "body"),
    ("chair_rules", "chair_rule", "body"),
    ("rhythms", "rhythm", "body"),
)


def _bodies(rows: Rows) -> list[dict[str, Any]]:
    owned = {name: _by_owner(rows, table, link) for name, table, link in LISTS}
    return [
        _body({name: parts.get(row["slug"], []) for name, parts in owned.items()}, row)
        for row in _in_order(rows, "body")
    ]


def _body(owned: dict[str, list[Row]], body: Row) -> dict[str, Any]:
    told = _days(body, ALWAYS)
    told["assignment_setter"] = told.pop("setter")
    parts = {
        name: [_days(row, body["period"]) for row in owned[name]]
        for name in ("parents", "quotas", "derived_seats", "chair_rules", "rhythms")
    }
    return {
        **told,
        **parts,
        "aliases": [row["name"] for row in owned["aliases"]],
        "parents": [{"body": part.pop("parent"), **part} for part in parts["parents"]],
        "heirs": [
            {"body": row["heir"], **_only(row, "standing", "source")} for row in owned["heirs"]
        ],
        "quotas": _together(parts["quotas"]),
    }


def _by_owner(rows: Rows, name: str, link: str) -> dict[str, list[Row]]:
    owned: dict[str, list[Row]] = {}
    for row in rows[name].values():
        rest = {part: value for part, value in row.items() if part != link}
        owned.setdefault(row[link], []).append(rest)
    return owned


def _heir(rows: Rows, principal: Row) -> dict[str, Any]:
    row = rows["principal_succession"].get((principal["slug"],))
    if row is None:
        return {}
    told = _only(row, "standing", "source")
    return {"heir": {"principal": row["heir"], "first_day": row["first"], **told}}


def _federation(rows: Rows, row: Row) -> dict[str, Any]:
    told = _days(row, ALWAYS)
    told["part_of"] = told.pop("parent")
    owned = _owned(rows, "federation_membership", "federation", row)
    return told | {"members": _together(owned)}


def _members(rows: Rows, grouping: Row) -> list[dict[str, Any]]:
    return _together(_owned(rows, "membership", "grouping", grouping))


def _sections(rows: Rows, agreement: Row) -> list[dict[str, Any]]:
    own = [row for row in rows["section"].values() if row["agreement"] == agreement["slug"]]
    own.sort(key=lambda row: row["position"])
    return [_only(row, "number", "heading", "text") for row in own]


def _versions(rows: Rows, slug: str) -> list[dict[str, Any]]:
    own = [dict(row) for row in rows["version"].values() if row["text"] == slug]
    own.sort(key=lambda row: row["number"])
    for row in own:
        del row["text"]
        if row["values"]:
            row["values"] = dict(zip(("text", "number"), row["values"], strict=True))
    return own


def _without(row: Row, *parts: str) -> dict[str, Any]:
    return {part: value for part, value in row.items() if part not in parts}


def _only(row: Row, *parts: str) -> dict[str, Any]:
    return {part: row[part] for part in parts}


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
    told |= {part: told[part] or None for part in BLANK if part in told}
    if period.lower != owner.lower:
        told["first_day"] = period.lower
    if period.upper is not None and period.upper != owner.upper:
        told["last_day"] = last_of(period.upper)
    return told


def _together(parts: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Write once what holds for several principals, or several nominators, alike."""
    together: dict[str, dict[str, Any]] = {}
    for part in parts:
        principal, nominator = part.pop("principal"), part.pop("nominator", None)
        holders = "principals" if principal else "nominators"
        alike = holders + repr(sorted((name, str(value)) for name, value in part.items()))
        whole = together.setdefault(alike, {holders: [], **part})
        whole[holders].append(principal or nominator)
    return list(together.values())
