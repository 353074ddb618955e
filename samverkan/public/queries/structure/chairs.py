"""Who leads a body: now, next and before, and by which rule."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from samverkan.bodies.choices import Office
from samverkan.bodies.models import ChairExtension, ChairRule, ChairTerm
from samverkan.journal.periods import last_of
from samverkan.principals.choices import Side
from samverkan.public.paging import Row
from samverkan.public.queries.structure.seats import named
from samverkan.public.structure_words import chair_rule, span

ORDER = list(Office.values)


@dataclass(frozen=True)
class Extended:
    """That a term was let run on: instead of until when, by what decision and why."""

    until: date
    unanimous: bool
    reasons: str
    decided_on: date
    point: int | None

    @property
    def last(self) -> date | None:
        """Return the last day that the term would else have had."""
        return last_of(self.until)


@dataclass(frozen=True)
class Term:
    """Somebody who leads a body for a period."""

    row: Row
    extended: list[Extended]

    @property
    def office(self) -> str:
        """Return chair, vice chair or second vice chair, in Swedish."""
        return Office(self.row["office"]).label

    @property
    def name(self) -> str:
        """Return the name, with the party of one who is elected."""
        return named(self.row)

    @property
    def side(self) -> str:
        """Return whom the person represents as chair."""
        return Side(self.row["side"]).label if self.row["side"] else ""

    @property
    def days(self) -> str:
        """Return the period in words."""
        return span(self.row["period"].lower, self.row["period"].upper)

    @property
    def last(self) -> date | None:
        """Return the last day, when there is one."""
        return last_of(self.row["period"].upper)


@dataclass(frozen=True)
class Leading:
    """All about the chairs of a body on a day."""

    now: list[Term] = field(default_factory=list)
    coming: list[Term] = field(default_factory=list)
    before: list[Term] = field(default_factory=list)
    rule: list[str] = field(default_factory=list)
    rule_source: str = ""
    turn: str = ""

    @property
    def told(self) -> bool:
        """Return whether there is anything to tell."""
        return bool(self.now or self.coming or self.before or self.rule)

    @property
    def missing(self) -> bool:
        """Return whether there ought to be a chair, has been one, and is none."""
        begun = bool(self.now or self.before)
        return (
            begun and bool(self.rule) and all(one.row["office"] != Office.CHAIR for one in self.now)
        )


def leading(body_id: int, on: date) -> Leading:
    """Return who leads a body on a day, who did and who will, and by which rule."""
    terms = _terms(body_id)
    rule = ChairRule.objects.filter(body=body_id, period__contains=on).values().first()
    now = [term for term in terms if on in term.row["period"]]
    coming = [term for term in terms if term.row["period"].lower and term.row["period"].lower > on]
    before = [term for term in terms if term.row["period"].upper and term.row["period"].upper <= on]
    return Leading(
        now=sorted(now, key=lambda term: ORDER.index(term.row["office"])),
        coming=coming,
        before=before[::-1],
        rule=chair_rule(rule) if rule else [],
        rule_source=rule["source"] if rule else "",
        turn=_turn(rule, now, coming),
    )


def _terms(body_id: int) -> list[Term]:
    extended: dict[int, list[Extended]] = {}
    for one in ChairExtension.objects.filter(term__body=body_id):
        extended.setdefault(one.term_id, []).append(
            Extended(one.was_until, one.unanimous, one.reasons, one.decided_on, one.point)
        )
    shown = ("pk", "office", "side", "period", "person__name", "person__party")
    rows = ChairTerm.objects.filter(body=body_id).order_by("period", "office").values(*shown)
    return [Term(row, extended.get(row["pk"], [])) for row in rows]


def _turn(rule: Row | None, now: Iterable[Term], coming: Iterable[Term]) -> str:
    """Return which side has the chair next, when the sides take turns and nobody is elected."""
    chairs = [one for one in now if one.row["office"] == Office.CHAIR and one.row["side"]]
    elected = any(one.row["office"] == Office.CHAIR for one in coming)
    if rule is None or not rule["alternates"] or elected or not chairs:
        return ""
    return Side(chairs[0].row["side"]).other.label
