"""Changes to a structure in memory: each gives a new structure, and `edit_structure` keeps it.

Take the stored structure (`queries.stored_structure`), change it here, show what that would do
(`queries.plan_for`), and hand both to `actions.edit_structure`. Days and addresses are checked
there, with every other fault, so nothing here refuses what does not hold together.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, timedelta
from typing import Any, TypeVar

from samverkan.structures.schema import (
    BodyData,
    FunctionData,
    GroupingData,
    NominatorData,
    OutsideActorData,
    PrincipalData,
    QuotaData,
    Structure,
    WithTerms,
)

Timed = TypeVar("Timed", bound=WithTerms)
Listed = PrincipalData | GroupingData | NominatorData | BodyData | FunctionData | OutsideActorData
DAY = timedelta(days=1)
LISTS: dict[type, str] = {
    PrincipalData: "principals",
    GroupingData: "groupings",
    NominatorData: "nominators",
    BodyData: "bodies",
    FunctionData: "functions",
    OutsideActorData: "outside_actors",
}


def with_part(structure: Structure, part: Listed) -> Structure:
    """Return the structure with a part that is new, or in the place of the one with its address."""
    name = LISTS[type(part)]
    parts: list[Any] = getattr(structure, name)
    there = any(one.slug == part.slug for one in parts)
    changed = [part if one.slug == part.slug else one for one in parts]
    return structure.model_copy(update={name: changed if there else [*parts, part]})


def with_body(structure: Structure, body: BodyData) -> Structure:
    """Return the structure with a body that is new, or in the place of the one with its address."""
    return with_part(structure, body)


def with_body_changed(structure: Structure, slug: str, **fields: Any) -> Structure:
    """Return the structure with a body changed in some of its fields.

    Raises LookupError when there is no such body.
    """
    return with_part(structure, body_in(structure, slug).model_copy(update=fields))


def with_quota(structure: Structure, slug: str, quota: QuotaData) -> Structure:
    """Return the structure with seats in a body that replace those of the same holders.

    From the quota's first day, or from the body's when it has none: what runs then ends the day
    before, and what would have begun later gives way. Other holders keep their seats.
    """
    body = body_in(structure, slug)
    holders = {"principals": quota.principals, "nominators": quota.nominators}
    quotas = _without_holders(body, holders, quota.first_day or body.first_day)
    return with_body_changed(structure, slug, quotas=[*quotas, quota])


def body_in(structure: Structure, slug: str) -> BodyData:
    """Return the body with an address; raises LookupError when there is none."""
    for body in structure.bodies:
        if body.slug == slug:
            return body
    raise LookupError(slug)


def _without_holders(
    body: BodyData, holders: Mapping[str, Collection[str]], first: date | None
) -> list[QuotaData]:
    """End the seats of some holders; split those that they share with others."""
    kept: list[QuotaData] = []
    for one in body.quotas:
        theirs = _of(one, lambda slug, name: slug in holders[name])
        others = _of(one, lambda slug, name: slug not in holders[name])
        kept += [others] if others.principals or others.nominators else []
        kept += _until(body, [theirs], first) if theirs.principals or theirs.nominators else []
    return kept


def _of(quota: QuotaData, keeps: Callable[[str, str], bool]) -> QuotaData:
    """Return a quota with those of its holders that are kept."""
    holders = {
        name: [slug for slug in getattr(quota, name) if keeps(slug, name)]
        for name in ("principals", "nominators")
    }
    return quota.model_copy(update=holders)


def _until(body: BodyData, parts: Iterable[Timed], first: date | None) -> list[Timed]:
    """Let what runs on a day end the day before; what begins then, or later, is left out."""
    if first is None:
        return []
    kept = []
    for part in parts:
        begins = part.first_day or body.first_day
        if begins is None or begins < first:
            runs = part.last_day is None or part.last_day >= first
            kept.append(part.model_copy(update={"last_day": first - DAY}) if runs else part)
    return kept
