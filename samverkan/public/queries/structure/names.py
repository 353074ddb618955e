"""Bodies by any of their names: what people write is not always what the body is called."""

from datetime import date

from django.utils.text import slugify

from samverkan.bodies.models import Body, BodyAlias
from samverkan.public.paging import Row
from samverkan.public.queries.structure.former import heirs_of
from samverkan.public.structure_words import span

SHORTEST = 2


def bodies_named(collaboration_id: int, text: str, *, on: date, whole: bool) -> list[Row]:
    """Return the bodies whose name, short name or other spelling is a text, or holds it.

    Each is told with its days, those that took over, and whether it exists (`then`) or has ended
    on the day asked about.
    Letters are compared without their dots and rings, hyphens and spaces: "AC- konsensus" is
    "ac-konsensus". An abbreviation means one body on a day, but different ones in time (R328).
    """
    asked = _key(text)
    if len(asked) < SHORTEST:
        return []
    found = Body.objects.filter(collaboration_id=collaboration_id)
    aliases: dict[int, list[str]] = {}
    for body, name in BodyAlias.objects.filter(body__collaboration_id=collaboration_id).values_list(
        "body", "name"
    ):
        aliases.setdefault(body, []).append(name)
    rows = found.order_by("-period", "position").values(
        "pk", "slug", "name", "short_name", "period"
    )
    heirs = heirs_of(collaboration_id)
    return [
        {
            **row,
            "aliases": aliases.get(row["pk"], []),
            "days": span(row["period"].lower, row["period"].upper),
            "then": on in row["period"],
            "ended": bool(row["period"].upper) and row["period"].upper <= on,
            "heirs": heirs.get(row["pk"], []),
        }
        for row in rows
        if any(
            asked == key if whole else asked in key
            for key in map(_key, (row["name"], row["short_name"], *aliases.get(row["pk"], [])))
        )
    ]


def _key(text: str) -> str:
    return slugify(text).replace("-", "")
