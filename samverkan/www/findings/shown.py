"""How what is found is shown: in words, with why and with the act that mends it, in groups."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from samverkan.bodies.rules.findings import Finding, Weight
from samverkan.bodies.rules.findings.snapshot import Snapshot
from samverkan.www.findings.mending import begun_texts, way_to_mend
from samverkan.www.findings.reasons import NOWHERE, RULES, reason_of
from samverkan.www.pages import Workspace
from samverkan.www.reasons import Shown, with_reasons

SUPPORT, STRUCTURE, ENDED = "Stöd och aktörer utanför", "Strukturen i sin helhet", "Har upphört"


@dataclass(frozen=True)
class Sort:
    """A weight in words: in an address, above a list, on a finding."""

    weight: Weight
    word: str
    label: str
    one: str
    tag: str


SORTS = (
    Sort(Weight.STOPS, "avvikelser", "Avvikelser", "Avvikelse", "sv-tag"),
    Sort(Weight.DUE, "i-tid", "Att göra i tid", "I tid", "sv-tag"),
    Sort(Weight.WARNS, "se-over", "Att se över", "Se över", "sv-tag sv-tag--quiet"),
    Sort(Weight.NOTES, "kanna-till", "Att känna till", "Känn till", "sv-tag sv-tag--quiet"),
)
BY_WEIGHT = {sort.weight: sort for sort in SORTS}


@dataclass(frozen=True)
class Line:
    """One thing that is found, as a page shows it."""

    finding: Finding
    shown: Shown
    sort: Sort
    name: str
    url: str
    label: str


@dataclass
class Group:
    """What is found in one body, or about one thing, under its heading."""

    heading: str
    slug: str = ""
    lines: list[Line] = field(default_factory=list)


def lines_of(work: Workspace, day: Snapshot, found: Sequence[Finding]) -> list[Line]:
    """Return findings in words; the way to mend is for those who keep the structure."""
    explained = with_reasons(work, [(one.obstacle, reason_of(one)) for one in found])
    names, begun = names_of(day), begun_texts(day)
    return [
        Line(
            one,
            _sourced(shown, one),
            BY_WEIGHT[one.weight],
            about_of(one, shown.sentence, names),
            *(way_to_mend(work, one, begun) if work.coordinates else ("", "")),
        )
        for one, shown in zip(found, explained, strict=True)
    ]


def grouped(day: Snapshot, lines: Iterable[Line]) -> list[Group]:
    """Return the lines by body: those of the day in their order, the rest after, and what ended."""
    bodies = {body.slug: body for body in day.bodies}
    there = {body.slug: Group(body.name, body.slug) for body in day.there}
    support, whole, ended = Group(SUPPORT), Group(STRUCTURE), Group(ENDED)
    for line in lines:
        slug = line.finding.body
        if slug is None:
            outside = line.finding.about or line.finding.code == "no_school_channel"
            (support if outside else whole).lines.append(line)
        elif slug in there:
            there[slug].lines.append(line)
        elif slug in bodies:
            ended.lines.append(line)
    return [group for group in (*there.values(), support, whole, ended) if group.lines]


def counts(found: Iterable[Finding]) -> list[tuple[Sort, int]]:
    """Return how many there are of each weight."""
    weights = [one.weight for one in found]
    return [(sort, weights.count(sort.weight)) for sort in SORTS]


def by_principal(day: Snapshot, found: Iterable[Finding]) -> list[tuple[str, str, int]]:
    """Return the principals that something is found about: address, name and how much."""
    about = Counter(one.principal for one in found)
    return [
        (one.slug, one.short_name, about[one.slug]) for one in day.principals if about[one.slug]
    ]


def about_of(one: Finding, sentence: str, names: Mapping[str, str]) -> str:
    """Return what outside the bodies something is about, where the sentence does not say it."""
    name = names.get(one.about, "") if one.body is None else ""
    return "" if name in sentence else name


def names_of(day: Snapshot) -> dict[str, str]:
    """Return the names of the functions and of the actors outside."""
    names = {one.slug: one.name for one in day.outsiders}
    return names | {one.slug: one.name for one in day.functions}


def _sourced(shown: Shown, one: Finding) -> Shown:
    """Say a rule only where the county's own texts have it; else what the structure's data says."""
    if shown.quote:
        return shown
    rule = shown.rule if shown.source or one.rule not in RULES else NOWHERE
    return Shown(shown.sentence, rule, source=one.source or shown.source)
