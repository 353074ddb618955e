"""What a change makes otherwise in who sits where and who leads, in sentences."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.utils.formats import date_format

from samverkan.sentences import DAY
from samverkan.www.structure.pictures import Fact, Picture, circle, picture

BEGINS = {
    "body": "{body} finns.",
    "places": "{who} har platser i {body}: {what}.",
    "seat": "{who} sitter i {body}{for_whom} ({what}).",
    "office": "{who} är {what} i {body}.",
    "given_seat": "{who} får platsen i {body}, som följer uppdraget som {of}.",
    "given_adjoined": "{who} adjungeras vid behov till {body}, som {of}.",
    "given_rapporteur": "{who} är föredragande i {body}, som {of}.",
    "vacant": "{places} för {who} i {body} {is} vakant{many}.",
    "without": "{body} saknar {what}.",
}
ENDS = {
    "body": "{body} har upphört.",
    "places": "",
    "seat": "{who} sitter inte längre i {body}{for_whom} ({what}).",
    "office": "{who} är inte längre {what} i {body}.",
    "given_seat": "{who} lämnar platsen i {body}, som följde uppdraget som {of}.",
    "given_adjoined": "{who} adjungeras inte längre till {body}.",
    "given_rapporteur": "{who} är inte längre föredragande i {body}.",
    "vacant": "Platsen för {who} i {body} är inte längre vakant.",
    "without": "",
}
ORDER = list(BEGINS)
PRESSING = ("vacant", "without")


@dataclass(frozen=True)
class Effect:
    """What is otherwise from a time on, in sentences; those that ask for something stand apart."""

    when: str
    sentences: list[str]
    warnings: list[str] = field(default_factory=list)
    day: date | None = None  # one on which the rules may have something to say


def effects_in(bodies: Callable[[], Collection[int]], today: date) -> Callable[[], list[Effect]]:
    """Look at bodies as they are; what is returned answers, later, what has become otherwise.

    `bodies` answers which bodies to look at, each time: a new one is there only after.
    """
    before = picture(circle(bodies()))
    return lambda: effects_between(before, picture(circle(bodies())), today)


def effects_between(before: Picture, after: Picture, today: date) -> list[Effect]:
    """Return what differs, on the first day that it does, in order of days."""
    told: set[tuple[bool, Fact]] = set()
    effects = []
    for day in sorted(before.turning_days(after) | {today}):
        was, becomes = before.on(day), after.on(day)
        changed = {(False, fact) for fact in was - becomes} | {(True, f) for f in becomes - was}
        new = _in_order(changed - told)
        told |= changed
        effect = Effect(from_when(day), list(_plain(new)), list(_pressing(new)), day)
        if effect.sentences or effect.warnings:
            effects.append(effect)
    return effects


def from_when(day: date) -> str:
    """Return from when, in words."""
    return f"från {date_format(day, DAY)}"


def _in_order(changed: Iterable[tuple[bool, Fact]]) -> list[tuple[bool, Fact]]:
    """What ends is told before what begins, and the cause before what follows from it."""
    return sorted(changed, key=lambda one: (ORDER.index(one[1].kind), one[0], one[1]))


def _pressing(changed: Collection[tuple[bool, Fact]]) -> Iterator[str]:
    for begins, fact in changed:
        if begins and fact.kind in PRESSING:
            yield _said(BEGINS, fact)


def _plain(changed: Collection[tuple[bool, Fact]]) -> Iterator[str]:
    begun = {(fact.kind, fact.body, fact.who) for begins, fact in changed if begins}
    for begins, fact in changed:
        # Fewer vacancies than before are still vacancies: the new number is told, once.
        told_apart = begins or (fact.kind, fact.body, fact.who) in begun
        if fact.kind in PRESSING and told_apart:
            continue
        sentence = _said(BEGINS if begins else ENDS, fact)
        if sentence:
            yield sentence


def _said(sentences: dict[str, str], fact: Fact) -> str:
    several = fact.number > 1
    return sentences[fact.kind].format(
        **fact._asdict() | {"what": fact.what, "of": fact.of},
        for_whom=f" för {fact.of}" if fact.of else "",
        places=f"{fact.number} platser" if several else "Platsen",
        many="a" if several else "",
        **{"is": "är"},
    )
