"""What a change would do, before it is made: the real act is tried, and taken back."""

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from django.db import transaction
from django.utils.formats import date_format

from samverkan.sentences import DAY
from samverkan.www.structure.consequences import Look, mended_in, raised_in
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
MOST_DAYS = 2  # on which the rules are asked; the first are the nearest


@dataclass(frozen=True)
class Effect:
    """What is otherwise from a day on, in sentences; those that ask for something stand apart."""

    day: date
    sentences: list[str]
    warnings: list[str]

    @property
    def when(self) -> str:
        """Return from when, in words."""
        return f"från {date_format(self.day, DAY)}"


@dataclass(frozen=True)
class Tried:
    """What came of an act that was tried: what was said of it, and what it changes."""

    said: str
    effects: list[Effect]
    done: bool = False
    raised: list[str] = field(default_factory=list)
    mended: list[str] = field(default_factory=list)

    @property
    def stamp(self) -> str:
        """Return a short sum of the effects: another one means that they are not as reviewed."""
        return hashlib.sha256(repr(self.effects).encode()).hexdigest()[:16]


def carry_out(
    act: Callable[[], str],
    *,
    bodies: Callable[[], Collection[int]],
    today: date,
    reviewed: str = "",
    look: Look | None = None,
) -> Tried:
    """Carry an act out if its effects are those that were reviewed; else take all of it back.

    `bodies` answers which bodies to look at, before and after: a new one is there only after.
    `look` answers what the rules find on a day; what was taken back is looked at with and without
    it. The same road for looking and for doing, so what is shown is what happens. Raises
    StepRefused when the act does.
    """
    with transaction.atomic():
        before = picture(circle(bodies()))
        said = act()
        tried = Tried(said, effects_between(before, picture(circle(bodies())), today))
        if tried.stamp == reviewed:
            return replace(tried, done=True)
        days = [effect.day for effect in tried.effects][:MOST_DAYS]
        after = [look(day) for day in days] if look else []
        transaction.set_rollback(True)
    without = [look(day) for day in days] if look else []
    return replace(tried, raised=raised_in(after, without), mended=mended_in(after, without))


def effects_between(before: Picture, after: Picture, today: date) -> list[Effect]:
    """Return what differs, on the first day that it does, in order of days."""
    told: set[tuple[bool, Fact]] = set()
    effects = []
    for day in sorted(before.turning_days(after) | {today}):
        was, becomes = before.on(day), after.on(day)
        changed = {(False, fact) for fact in was - becomes} | {(True, f) for f in becomes - was}
        new = _in_order(changed - told)
        told |= changed
        effect = Effect(day, list(_plain(new)), list(_pressing(new)))
        if effect.sentences or effect.warnings:
            effects.append(effect)
    return effects


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
