"""What follows from the answers, read for one recommendation or for many at once."""

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, NamedTuple

from django.db import connection

from samverkan.dispatches.choices import DispatchState, EffectRule
from samverkan.dispatches.models import EffectDefault, Recommendation
from samverkan.dispatches.rules import Consequence, Position, Terms, consequence, said_by
from samverkan.dispatches.wording import (
    consequence_sentence,
    explanation,
    rule_words,
    withdrawn_sentence,
)
from samverkan.principals.choices import Side

# One question for a whole page of the board, as plain as the board's own.
POSITIONS = """
    SELECT recommendation_id, principal.short_name, principal.side, state, decided_on,
        answers_earlier
    FROM dispatches_dispatch JOIN principals_principal principal ON principal.id = principal_id
    WHERE recommendation_id = ANY(%s) AND state <> 'taken_over'
    ORDER BY recommendation_id, principal.position, principal.name
"""


class Effect(NamedTuple):
    """What follows from the answers to one recommendation: in figures, a sentence, and why."""

    consequence: Consequence
    sentence: str
    rule: str
    why: str
    source: str


def effect_of(recommendation: Recommendation, *, today: date) -> Effect:
    """Return what follows from the answers to one recommendation."""
    return effects_of([recommendation], today=today)[recommendation.pk]


def effects_of(recommendations: Collection[Recommendation], *, today: date) -> dict[int, Effect]:
    """Return what follows from the answers to each of some recommendations, by their ids."""
    positions = positions_of([one.pk for one in recommendations])
    return {
        one.pk: _effect(
            terms_of(one), positions[one.pk], one.withdrawn_on, one.effect_source, today
        )
        for one in recommendations
    }


def effect_sentences(lines: Collection[Mapping[str, Any]], *, today: date) -> dict[int, str]:
    """Return the sentence of each row that the board shows, with one question for them all.

    A row holds "pk", "dispatched_at", "withdrawn_on" and what EFFECT_FIELDS names.
    """
    positions = positions_of([line["pk"] for line in lines if line["dispatched_at"]])
    return {
        line["pk"]: _effect(
            Terms(
                EffectRule(line["effect_rule"]),
                line["effect_at_least"],
                line["effect_share"],
                line["effect_from"],
            ),
            positions.get(line["pk"], []),
            line["withdrawn_on"],
            "",
            today,
        ).sentence
        for line in lines
    }


EFFECT_FIELDS = ("effect_rule", "effect_at_least", "effect_share", "effect_from", "withdrawn_on")


def positions_of(recommendations: Collection[int]) -> dict[int, list[Position]]:
    """Return where every principal stands with some recommendations, in the principals' order."""
    found: dict[int, list[Position]] = {pk: [] for pk in recommendations}
    with connection.cursor() as cursor:
        cursor.execute(POSITIONS, [list(recommendations)])
        for pk, name, side, state, on, earlier in cursor.fetchall():
            said = said_by(DispatchState(state), answers_earlier=earlier)
            found[pk].append(Position(name, Side(side), said, on))
    return found


def terms_of(recommendation: Recommendation) -> Terms:
    """Return the rule that was chosen for a recommendation."""
    return Terms(
        EffectRule(recommendation.effect_rule),
        recommendation.effect_at_least,
        recommendation.effect_share,
        recommendation.effect_from,
    )


def usual_effect(collaboration_id: int) -> dict[str, Any]:
    """Return the fields that a new recommendation gets from its county's usual rule."""
    usual = EffectDefault.objects.filter(collaboration_id=collaboration_id).first()
    if usual is None:
        return {}
    return {
        "effect_rule": usual.rule,
        "effect_at_least": usual.at_least,
        "effect_share": usual.share,
        "effect_source": usual.source,
    }


def as_facts(effect: Effect) -> dict[str, Any]:
    """Return an effect in plain values, for JSON and for the journal's readers."""
    found = effect.consequence
    return {
        "rule": found.terms.kind.value,
        "at_least": found.terms.at_least,
        "share": found.terms.share,
        "from": found.terms.starts_on,
        "applies": [{"principal": one.who.name, "since": one.on} for one in found.applies],
        "will_apply": [{"principal": one.who.name, "since": one.on} for one in found.coming],
        "adopted_not_in_force": [one.name for one in found.waiting],
        "open": [one.name for one in found.open],
        "possible": found.possible,
        "sentence": effect.sentence,
    }


def _effect(
    terms: Terms,
    positions: Collection[Position],
    withdrawn_on: date | None,
    source: str,
    today: date,
) -> Effect:
    found = consequence(terms, positions, today=today)
    sentence = consequence_sentence(found, today=today)
    if withdrawn_on is not None:
        decided = sum(one.said not in ("silent", "unconcerned") for one in positions)
        sentence = withdrawn_sentence(withdrawn_on, decided=decided)
    return Effect(found, sentence, rule_words(terms), explanation(terms), source)
