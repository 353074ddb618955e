"""What must hold between the parts of a structure; each check names every breach it finds."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from graphlib import CycleError, TopologicalSorter
from pathlib import Path as FilePath
from typing import Any

from samverkan.documents.rules import identity_numbers_in, obstacles_to_text
from samverkan.journal.fields import Period
from samverkan.structures.faults import Fault, Problem, nearest
from samverkan.structures.places import Path, line_of, told
from samverkan.structures.reading import Found, Reading, read_folder
from samverkan.structures.rows import ALWAYS
from samverkan.structures.rules import covers, overlap
from samverkan.structures.schema import BodyData, Dated

# These begin addresses of the service itself (samverkan/urls.py).
TAKEN = ("halsa", "konto", "l", "static", "om")


def checked(folder: FilePath) -> Reading:
    """Return what stands in a folder, with every fault: of each file, and between them."""
    reading = read_folder(folder)
    for problem in problems_in(reading):
        reading.add(problem)
    reading.faults += _not_to_be_kept(reading)
    return reading


def problems_in(reading: Reading) -> Iterator[Problem]:
    """Name every breach between the parts that could be read."""
    if reading.collaboration and reading.collaboration.part.slug in TAKEN:
        facts = {"slug": reading.collaboration.part.slug}
        yield Problem(reading.collaboration.file, ("slug",), "slug_taken", facts)
    yield from _twice(reading)
    yield from _days(reading)
    yield from _unknown(reading)
    yield from _quotas(reading)
    yield from _again(reading)
    yield from _never_at_once(reading)
    yield from _names(reading)
    yield from _cycles(reading)
    yield from _shares(reading)


# --- Addresses ---------------------------------------------------------------------------------


def _twice(reading: Reading) -> Iterator[Problem]:
    lists: tuple[Iterable[Found[Any]], ...] = (
        reading.principals, reading.groupings, reading.bodies, reading.functions,
    )  # fmt: skip
    for parts in lists:
        seen: dict[str, Found[Any]] = {}
        for found in parts:
            slug = found.part.slug
            if slug and slug in seen:
                facts = {"slug": slug, "file": seen[slug].file}
                yield Problem(found.file, (*found.path, "slug"), "slug_twice", facts)
            seen.setdefault(slug, found)
    codes: dict[str, str] = {}
    for found in reading.principals:
        code = found.part.code
        if code and code in codes:
            facts = {"code": code, "other": codes[code]}
            yield Problem(found.file, (*found.path, "code"), "code_twice", facts)
        codes.setdefault(code, found.part.name)


def _unknown(reading: Reading) -> Iterator[Problem]:
    principals = {found.part.slug for found in reading.principals if found.part.slug}
    bodies = {found.part.slug for found in reading.bodies if found.part.slug}
    for found, path, slug in _links_to_principals(reading):
        if slug not in principals and "principals.toml" not in reading.unreadable:
            facts = {"slug": slug, "guess": nearest(slug, sorted(principals))}
            yield Problem(found.file, path, "unknown_principal", facts, slug)
    for found, path, slug in _links_to_bodies(reading.bodies):
        if slug == found.part.slug:
            yield Problem(found.file, path, "points_to_itself", {"slug": slug})
        elif slug not in bodies and not reading.unreadable & {"bodies.toml", "former-bodies.toml"}:
            facts = {"slug": slug, "guess": nearest(slug, sorted(bodies))}
            yield Problem(found.file, path, "unknown_body", facts, slug)


Link = tuple[Found[Any], Path, str]


def _links_to_principals(reading: Reading) -> Iterator[Link]:
    for body in reading.bodies:
        for nr, quota in enumerate(body.part.quotas):
            for place, slug in enumerate(quota.principals):
                yield body, (*body.path, "quotas", nr, "principals", place), slug
    for grouping in reading.groupings:
        for nr, members in enumerate(grouping.part.members):
            for place, slug in enumerate(members.principals):
                yield grouping, (*grouping.path, "members", nr, "principals", place), slug
    for function in reading.functions:
        if function.part.host:
            yield function, (*function.path, "host"), function.part.host


def _links_to_bodies(bodies: Iterable[Found[BodyData]]) -> Iterator[Link]:
    for found, name, nr, key, part in _linking(bodies):
        if slug := getattr(part, key):
            yield found, (*found.path, name, nr, key), slug


def _linking(
    bodies: Iterable[Found[BodyData]],
) -> Iterator[tuple[Found[BodyData], str, int, str, Any]]:
    """Give each part of a body that names another body, with the key that does."""
    for found in bodies:
        for name, key in (("parents", "body"), ("heirs", "body"), ("derived_seats", "of_body")):
            for nr, part in enumerate(getattr(found.part, name)):
                yield found, name, nr, key, part


# --- Periods -----------------------------------------------------------------------------------


def _days(reading: Reading) -> Iterator[Problem]:
    for found, path, part, owner in _dated(reading):
        if _ends_first(part):
            days: dict[str, object] = {"first": part.first_day, "last": part.last_day}
            yield Problem(found.file, (*path, "last_day"), "ends_before_it_begins", days)
        elif owner and not _ends_first(owner) and not _inside(part, owner):
            days = {"first": owner.first_day or "…", "last": owner.last_day or "…"}
            key = "last_day" if part.last_day else "first_day"
            yield Problem(found.file, (*path, key), "outside_owner", days)


def _dated(reading: Reading) -> Iterator[tuple[Found[Any], Path, Dated, Dated | None]]:
    """Give everything that has days, with what it belongs to."""
    owners: tuple[tuple[Iterable[Found[Any]], tuple[str, ...]], ...] = (
        (reading.principals, ("former_names",)),
        (reading.groupings, ("members",)),
        (reading.bodies, ("parents", "quotas", "derived_seats")),
        (reading.functions, ()),
        (reading.agreements, ()),
    )
    for parts, owned in owners:
        for found in parts:
            yield found, found.path, found.part, None
            for name in owned:
                for nr, part in enumerate(getattr(found.part, name)):
                    yield found, (*found.path, name, nr), part, found.part


def _ends_first(part: Dated) -> bool:
    return bool(part.first_day and part.last_day and part.last_day < part.first_day)


def _inside(part: Dated, owner: Dated) -> bool:
    begins = not owner.first_day or not part.first_day or part.first_day >= owner.first_day
    ends = not owner.last_day or not part.last_day or part.last_day <= owner.last_day
    crosses = (owner.last_day and part.first_day and part.first_day > owner.last_day) or (
        owner.first_day and part.last_day and part.last_day < owner.first_day
    )
    return bool(begins and ends and not crosses)


def _never_at_once(reading: Reading) -> Iterator[Problem]:
    bodies = {found.part.slug: found.part for found in reading.bodies}
    for found, name, nr, key, part in _linking(reading.bodies):
        other = bodies.get(getattr(part, key))
        if name == "heirs" or other is None or other is found.part:
            continue
        if any(map(_ends_first, (part, found.part, other))):
            continue
        if not overlap(part.within(found.part.within(ALWAYS)), other.within(ALWAYS)):
            facts = {"other": other.name or other.slug}
            yield Problem(found.file, (*found.path, name, nr, key), "never_at_once", facts)


# --- Seats -------------------------------------------------------------------------------------


def _quotas(reading: Reading) -> Iterator[Problem]:
    periods = {found.part.slug: found.part.within(ALWAYS) for found in reading.principals}
    for found in reading.bodies:
        body = found.part.within(ALWAYS)
        taken: dict[str, list[Period]] = defaultdict(list)
        for nr, quota in enumerate(found.part.quotas):
            path = (*found.path, "quotas", nr)
            least, most = quota.ordinary_min, quota.ordinary_max
            if least is not None and most is not None and most < least:
                facts = {"least": least, "most": most}
                yield Problem(found.file, (*path, "ordinary_max"), "most_below_least", facts)
            period = quota.within(body)
            for place, slug in enumerate(quota.principals):
                at = (*path, "principals", place)
                if slug in periods and not covers(periods[slug], period):
                    yield Problem(found.file, at, "quota_for_non_party", {"slug": slug}, slug)
                if any(overlap(period, other) for other in taken[slug]):
                    yield Problem(found.file, at, "quota_twice", {"slug": slug}, slug)
                taken[slug].append(period)


def _again(reading: Reading) -> Iterator[Problem]:
    seen: set[tuple[str, ...]] = set()
    for found, name, nr, key, part in _linking(reading.bodies):
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


# --- Names -------------------------------------------------------------------------------------


def _names(reading: Reading) -> Iterator[Problem]:
    """One name means one body on any day, or old texts could not be followed."""
    held: dict[str, list[BodyData]] = defaultdict(list)
    for found in reading.bodies:
        period = found.part.within(ALWAYS)
        own: set[str] = set()
        for path, name in _names_of(found.part):
            word = " ".join(name.casefold().split())
            at = (*found.path, *path)
            for other in held[word]:
                if other is not found.part and overlap(period, other.within(ALWAYS)):
                    facts = {"name": name, "other": other.name or other.slug}
                    yield Problem(found.file, at, "name_taken", facts, name)
            if name in own:
                yield Problem(found.file, at, "stated_again", {"what": name}, name)
            own.add(name)
            held[word].append(found.part)


def _names_of(body: BodyData) -> Iterator[tuple[Path, str]]:
    for key in ("name", "short_name"):
        if getattr(body, key):
            yield (key,), getattr(body, key)
    for nr, alias in enumerate(body.aliases):
        yield ("aliases", nr), alias


# --- Order -------------------------------------------------------------------------------------


def _cycles(reading: Reading) -> Iterator[Problem]:
    """On no day may a body stand under itself, through however many others."""
    links = [
        (found, found.part.slug, parent.body, parent.within(found.part.within(ALWAYS)))
        for found in reading.bodies
        for parent in found.part.parents
        if parent.body and parent.body != found.part.slug
    ]
    told: set[frozenset[str]] = set()
    for day in sorted({period.lower or date.min for _, _, _, period in links}):
        graph: dict[str, set[str]] = defaultdict(set)
        for _, child, parent, period in links:
            if (period.lower or date.min) <= day < (period.upper or date.max):
                graph[child].add(parent)
        try:
            TopologicalSorter(graph).prepare()
        except CycleError as stopped:
            circle: list[str] = stopped.args[1]
            if frozenset(circle) not in told:
                told.add(frozenset(circle))
                found = next(f for f, child, _, _ in links if child in circle)
                facts = {"circle": " → ".join(circle)}
                yield Problem(found.file, (*found.path, "parents"), "circle", facts)


def _shares(reading: Reading) -> Iterator[Problem]:
    for found in reading.functions:
        one, other = found.part.municipalities_percent, found.part.region_percent
        if (one is None) != (other is None) or (
            one is not None and other is not None and one + other != 100
        ):
            path = (*found.path, "region_percent")
            yield Problem(found.file, path, "shares_not_whole", {"one": one, "other": other})


# --- What may not be kept ------------------------------------------------------------------------


def _not_to_be_kept(reading: Reading) -> Iterator[Fault]:
    """Look at the lines, comments too, and at the texts that they spell (as with \\u escapes)."""
    for source in reading.sources.values():
        lines = enumerate(source.text.split("\n"), start=1)
        numbered = [number for number, line in lines if identity_numbers_in(line)]
        for number in numbered:
            yield Fault(source.name, number, "", "identity_number")
        for path, text in _texts(source.data or source.text, ()):
            for obstacle in obstacles_to_text(text=text):
                if obstacle.code != "identity_number" or not numbered:
                    line = line_of(path, source.lines, source.text, text)
                    yield Fault(source.name, line, told(path, source.data), obstacle.code)


def _texts(data: object, path: Path) -> Iterator[tuple[Path, str]]:
    if isinstance(data, str):
        yield path, data
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _texts(value, (*path, key))
    elif isinstance(data, list):
        for nr, value in enumerate(data):
            yield from _texts(value, (*path, nr))
