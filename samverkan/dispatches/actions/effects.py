"""What is to follow from the answers: chosen before dispatch, or concluded by a coordinator."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from samverkan.dispatches import rules, wording
from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.actions.report_back import refresh_next_agenda
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Conclusion, Recommendation
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record


@transaction.atomic
def choose_effect(
    collaboration_id: int,
    number: str,
    terms: rules.Terms,
    *,
    ground: str,
    by: Actor,
    now: datetime,
) -> Recommendation:
    """Choose what is to follow from the answers to a recommendation, and say where that stands.

    Raises StepRefused after dispatch, or when the rule lacks something.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    refuse(
        [
            *rules.obstacles_to_effect(
                terms,
                dispatched=recommendation.dispatched_at is not None,
                source=ground,
                agreed_on=recommendation.agreed_on,
            ),
            *obstacles_to_text(**{"Varifrån regeln är känd": ground}),
        ]
    )
    recommendation.effect_rule = terms.kind
    recommendation.effect_at_least = terms.at_least
    recommendation.effect_share = terms.share
    recommendation.effect_from = terms.starts_on
    recommendation.effect_source = ground
    recommendation.save(
        update_fields=[
            "effect_rule",
            "effect_at_least",
            "effect_share",
            "effect_from",
            "effect_source",
        ]
    )
    record(
        collaboration_id,
        "recommendation.effect_chosen",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        source=ground,
        number=number,
        kind=terms.kind.value,
        at_least=terms.at_least,
        share=terms.share,
        starts_on=terms.starts_on,
        ground=ground,
        words=wording.rule_words(terms),
    )
    return recommendation


@transaction.atomic
def record_conclusion(
    collaboration_id: int,
    number: str,
    text: str,
    *,
    ground: str,
    source: str,
    by: Actor,
    now: datetime,
) -> Conclusion:
    """Note what a coordinator concludes of the answers; a later conclusion replaces it.

    Raises StepRefused when it says nothing, or not on what ground.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    latest = recommendation.conclusions.first()
    said = (text.strip(), ground.strip(), source.strip())
    refuse(
        [
            *rules.obstacles_to_conclude(
                dispatched=recommendation.dispatched_at is not None,
                text=text,
                ground=ground,
                source=source,
                same_as_before=latest is not None
                and (latest.text, latest.ground, latest.source) == said,
            ),
            *obstacles_to_text(Slutsats=text, Grund=ground, Källa=source),
        ]
    )
    conclusion = Conclusion.objects.create(
        recommendation=recommendation,
        text=said[0],
        ground=said[1],
        source=said[2],
        noted_by=by.name,
        noted_at=now,
    )
    refresh_next_agenda(recommendation, localdate(now))
    record(
        collaboration_id,
        "recommendation.concluded",
        subject(recommendation),
        by=by,
        at=now,
        rule="R153",
        source=source,
        number=number,
        conclusion=said[0],
        ground=said[1],
    )
    return conclusion
