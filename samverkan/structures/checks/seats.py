"""Seats are of somebody, of one on each day, and as many on each side where that is the rule."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date

from samverkan.bodies.choices import Anchor, BodyKind
from samverkan.journal.fields import Period
from samverkan.journal.periods import covers, overlap
from samverkan.structures.checks.links import linking
from samverkan.structures.checks.periods import ends_first
from samverkan.structures.faults import Problem
from samverkan.structures.places import Path
from samverkan.structures.reading import Found, Reading
from samverkan.structures.rows import ALWAYS
from samverkan.structures.schema import BodyData, QuotaData

# Who may have seats, and what is said when they are not there for the whole period.
HOLDERS = (("principals", "quota_for_non_party"), ("nominators", "quota_outside_nominator"))


def seats(reading: Reading) -> Iterator[Problem]:
    """Name every quota of nobody, of two at once, or of none that is a party."""
    held = {
        name: {found.part.slug: found.part.within(ALWAYS) for found in getattr(reading, name)}
        for name, _ in HOLDERS
    }
    for found in reading.bodies:
        taken: dict[tuple[str, str], list[Period]] = defaultdict(list)
        for nr, quota in enumerate(found.part.quotas):
            yield from _quota(found, (*found.path, "quotas", nr), quota, held, taken)
        yield from _by_hand(found)
    yield from _again(reading)
    yield from _parity(reading)


def _quota(
    found: Found[BodyData],
    path: Path,
    quota: QuotaData,
    held: dict[str, dict[str, Period]],
    taken: dict[tuple[str, str], list[Period]],
) -> Iterator[Problem]:
    least, most = quota.ordinary_min, quota.ordinary_max
    if least is not None and most is not None and most < least:
        facts = {"least": least, "most": most}
        yield Problem(found.file, (*path, "ordinary_max"), "most_below_least", facts)
    if bool(quota.principals) == bool(quota.nominators):
        code = "quota_of_both" if quota.principals else "quota_of_nobody"
        yield Problem(found.file, (*path, "principals"), code)
    if quota.anchor == Anchor.CONGRESS and quota.anchored_on is None:
        yield Problem(found.file, (*path, "anchor"), "congress_without_day")
    period = quota.within(found.part.within(ALWAYS))
    for name, outside in HOLDERS:
        for place, slug in enumerate(getattr(quota, name)):
            at = (*path, name, place)
            if slug in held[name] and not covers(held[name][slug], period):
                yield Problem(found.file, at, outside, {"slug": slug}, slug)
            if any(overlap(period, other) for other in taken[name, slug]):
                yield Problem(found.file, at, "quota_twice", {"slug": slug}, slug)
            taken[name, slug].append(period)


def _by_hand(found: Found[BodyData]) -> Iterator[Problem]:
    """Who sits in a committee by office in its body is not appointed to it as well."""
    if found.part.kind == BodyKind.COMMITTEE and found.part.derived_seats:
        for nr in range(len(found.part.quotas)):
            yield Problem(found.file, (*found.path, "quotas", nr), "derived_by_hand")


def _again(reading: Reading) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for found, name, nr, key, part in linking(reading.bodies):
        keys = (key, "office", "part") if name == "derived_seats" else (key,)
        what = tuple(str(getattr(part, each)) for each in keys)
        if (found.part.slug, name, *what) in seen:
            path = (*found.path, name, nr, key)
            yield Problem(found.file, path, "stated_again", {"what": ", ".join(what)})
        seen.add((found.part.slug, name, *what))
    for grouping in reading.groupings:
        members: set[str] = set()
        for nr, group in enumerate(grouping.part.members):
            for place, slug in enumerate(group.principals):
                path = (*grouping.path, "members", nr, "principals", place)
                if slug in members:
                    yield Problem(grouping.file, path, "stated_again", {"what": slug}, slug)
                members.add(slug)


# --- As many on each side ------------------------------------------------------------------------


def _parity(reading: Reading) -> Iterator[Problem]:
    sides = {
        (name, found.part.slug): found.part.side
        for name, _ in HOLDERS
        for found in getattr(reading, name)
    }
    for found in reading.bodies:
        if found.part.parity and not any(map(ends_first, (found.part, *found.part.quotas))):
            for day in _days_of_change(found.part):
                places = _places(found.part, day, sides)
                if len(set(places.values())) > 1:
                    facts = {
                        "day": max(day, found.part.first_day or date.min),
                        "one": places["municipalities"],
                        "other": places["region"],
                    }
                    yield Problem(found.file, (*found.path, "parity"), "parity_broken", facts)
                    break


def _days_of_change(body: BodyData) -> list[date]:
    """Return the days of a body on which its seats may become others, the first one too."""
    whole = body.within(ALWAYS)
    days = {whole.lower or date.min}
    for quota in body.quotas:
        period = quota.within(whole)
        days |= {day for day in (period.lower, period.upper) if day}
    return sorted(day for day in days if whole.upper is None or day < whole.upper)


def _places(body: BodyData, day: date, sides: dict[tuple[str, str], str | None]) -> Counter[str]:
    places = Counter({"municipalities": 0, "region": 0})
    for quota in body.quotas:
        period = quota.within(body.within(ALWAYS))
        if (period.lower or date.min) <= day < (period.upper or date.max):
            for name, _ in HOLDERS:
                for slug in getattr(quota, name):
                    if side := sides.get((name, slug)):
                        places[side] += quota.ordinary_max or 0
    return places
