"""What follows from the principals' answers, by the rule that was chosen before dispatch."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from samverkan.dispatches.choices import DispatchState, EffectRule
from samverkan.journal.obstacles import Obstacle
from samverkan.principals.choices import Side


class Said(StrEnum):
    """What one principal's answer comes to, where the rule of effect is concerned."""

    ADOPTED = "adopted"
    REJECTED = "rejected"
    SILENT = "silent"
    EARLIER = "earlier"  # decided on an earlier text, and not yet on this one
    UNCONCERNED = "unconcerned"


@dataclass(frozen=True)
class Terms:
    """The rule as it was chosen: its kind, how many it asks for, and its first day."""

    kind: EffectRule = EffectRule.NONE
    at_least: int | None = None
    share: int | None = None
    starts_on: date | None = None

    def needed(self, concerned: int) -> int:
        """Return how many of those concerned must adopt before anything applies."""
        if self.kind is EffectRule.ALL:
            return concerned
        if self.kind is not EffectRule.AT_LEAST:
            return 1
        return self.at_least or -(-concerned * (self.share or 100) // 100)


@dataclass(frozen=True)
class Position:
    """Where one principal stands: its side, what it said, and the day of its decision if known."""

    name: str
    side: Side
    said: Said
    on: date | None = None


@dataclass(frozen=True)
class Since:
    """For whom it applies, and from which day; None when the day is not known."""

    who: Position
    on: date | None


@dataclass(frozen=True)
class Consequence:
    """For whom it applies and will apply, who stands outside, and what is still open."""

    terms: Terms
    positions: tuple[Position, ...]
    applies: tuple[Since, ...]
    coming: tuple[Since, ...]
    possible: bool | None

    def those(self, *said: Said) -> list[Position]:
        """Return those who said one of some things."""
        return [one for one in self.positions if one.said in said]

    @property
    def concerned(self) -> list[Position]:
        """Return those whom the recommendation concerns."""
        return [one for one in self.positions if one.said is not Said.UNCONCERNED]

    @property
    def open(self) -> list[Position]:
        """Return those whose answer may still change what applies."""
        return self.those(Said.SILENT, Said.EARLIER)

    @property
    def waiting(self) -> list[Position]:
        """Return those who have adopted though nothing applies to them, or will by the answers."""
        held = {one.who for one in (*self.applies, *self.coming)}
        return [one for one in self.those(Said.ADOPTED) if one not in held]

    @property
    def needed(self) -> int:
        """Return how many must adopt before anything applies."""
        return self.terms.needed(len(self.concerned))


def said_by(state: DispatchState, *, answers_earlier: bool) -> Said:
    """Return what a principal's answer comes to; one on an earlier text leaves the matter open."""
    if state is DispatchState.NOT_CONCERNED:
        return Said.UNCONCERNED
    said = {DispatchState.APPROVED: Said.ADOPTED, DispatchState.REJECTED: Said.REJECTED}.get(state)
    if said is None:
        return Said.SILENT
    return Said.EARLIER if answers_earlier else said


def consequence(terms: Terms, positions: Collection[Position], *, today: date) -> Consequence:
    """Return what follows on a day from the answers that the principals have given.

    Agreement § 1 (R005): decisions are taken only in the line of the principals, so nothing ever
    applies to one that has not adopted it itself. Main points (R152, R153); domain: the state of
    the whole is computed by the rule of effect and never typed in. Without a rule nothing is
    concluded (Q03). A fixed day is a lower limit, whichever the rule.
    """
    known = tuple(_as_of(one, today) for one in positions)
    found = Consequence(terms, known, (), (), _possible(terms, known))
    since = [Since(one, _floor(on, terms, today)) for one, on in _since(found).items()]
    return Consequence(
        terms,
        known,
        tuple(one for one in since if one.on is None or one.on <= today),
        tuple(one for one in since if one.on is not None and one.on > today),
        found.possible,
    )


def obstacles_to_effect(
    terms: Terms, *, dispatched: bool, source: str, agreed_on: date
) -> list[Obstacle]:
    """List what stands in the way of choosing a rule of effect.

    R152: the principals decide on what was sent to them, so the rule is chosen before that. Q03:
    a rule rests on something; without one, nothing is concluded.
    """
    obstacles = []
    if dispatched:
        obstacles.append(Obstacle("effect_after_dispatch"))
    if terms.kind is EffectRule.AT_LEAST:
        if (terms.at_least is None) == (terms.share is None):
            obstacles.append(Obstacle("effect_without_number"))
        if terms.at_least is not None and terms.at_least < 1:
            obstacles.append(Obstacle("effect_number_too_small"))
        if terms.share is not None and not 1 <= terms.share <= 100:
            obstacles.append(Obstacle("effect_share_beyond"))
    if terms.kind is EffectRule.FROM_DATE and terms.starts_on is None:
        obstacles.append(Obstacle("effect_without_day"))
    if terms.kind is EffectRule.NONE and terms.starts_on is not None:
        obstacles.append(Obstacle("effect_day_without_rule"))
    if terms.starts_on is not None and terms.starts_on < agreed_on:
        obstacles.append(Obstacle("effect_day_before_agreed", {"agreed_on": agreed_on}))
    if terms.kind is not EffectRule.NONE and not source.strip():
        obstacles.append(Obstacle("effect_without_source"))
    return obstacles


def obstacles_to_fulfil(terms: Terms, sides: Sequence[Side]) -> list[Obstacle]:
    """List why those who are addressed could never fulfil the rule (R152)."""
    if terms.kind is EffectRule.AT_LEAST and terms.needed(len(sides)) > len(sides):
        facts = {"needed": terms.needed(len(sides)), "addressed": len(sides)}
        return [Obstacle("effect_more_than_addressed", facts)]
    if terms.kind is EffectRule.PAIRWISE and set(sides) != set(Side):
        return [Obstacle("effect_without_both_sides")]
    return []


def _as_of(one: Position, today: date) -> Position:
    """A decision of a later day has not been taken yet."""
    if one.said in (Said.ADOPTED, Said.REJECTED) and one.on is not None and one.on > today:
        return Position(one.name, one.side, Said.SILENT)
    return one


def _possible(terms: Terms, positions: Sequence[Position]) -> bool | None:
    concerned = [one for one in positions if one.said is not Said.UNCONCERNED]
    willing = [one for one in concerned if one.said is not Said.REJECTED]
    if terms.kind is EffectRule.NONE:
        return None
    if terms.kind is EffectRule.PAIRWISE:
        return {one.side for one in willing} == set(Side)
    return bool(willing) and len(willing) >= terms.needed(len(concerned))


def _since(found: Consequence) -> Mapping[Position, date | None]:
    """Return those to whom the answers make it apply, without regard to a fixed day."""
    adopted = found.those(Said.ADOPTED)
    kind = found.terms.kind
    if kind is EffectRule.NONE or not adopted or len(adopted) < found.needed:
        return {}
    if kind is EffectRule.PAIRWISE:
        return _pairs(adopted)
    if kind in (EffectRule.ALL, EffectRule.AT_LEAST):
        days = [one.on for one in adopted]
        reached = None if None in days else sorted(filter(None, days))[found.needed - 1]
        return {one: _latest(one.on, reached) for one in adopted}
    return {one: one.on for one in adopted}


def _pairs(adopted: Sequence[Position]) -> Mapping[Position, date | None]:
    since = {}
    for one in adopted:
        others = [other.on for other in adopted if other.side is one.side.other]
        if others:
            since[one] = _latest(one.on, None if None in others else min(filter(None, others)))
    return since


def _latest(one: date | None, other: date | None) -> date | None:
    """Return the later of two days; unknown when one of them is."""
    return None if one is None or other is None else max(one, other)


def _floor(on: date | None, terms: Terms, today: date) -> date | None:
    """Return a day, but not before the fixed one; an unknown day lies in the past."""
    if terms.starts_on is None:
        return on
    if on is None:
        return terms.starts_on if terms.starts_on > today else None
    return max(on, terms.starts_on)
