"""On which level of its own line each principal is to decide: said before dispatch."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from samverkan.dispatches import rules, wording
from samverkan.dispatches.actions.found import locked_recommendation
from samverkan.dispatches.choices import Binding
from samverkan.dispatches.letters import subject
from samverkan.dispatches.models import Recommendation, WantedLevel
from samverkan.documents.rules import obstacles_to_text
from samverkan.journal.actors import Actor
from samverkan.journal.obstacles import refuse
from samverkan.journal.record import record
from samverkan.principals.choices import LineBodyKind, Side
from samverkan.principals.models import LineBody, Principal


@transaction.atomic
def set_level(
    collaboration_id: int,
    number: str,
    *,
    binding: Binding,
    kind: LineBodyKind | None = None,
    ground: str = "",
    by: Actor,
    now: datetime,
) -> WantedLevel:
    """Say on which level the principals are to decide: prescribed, advised or free.

    Raises StepRefused after dispatch, or when the level or what it rests on is missing.
    """
    recommendation = locked_recommendation(collaboration_id, number)
    kind = None if binding is Binding.FREE else kind
    refuse(
        [
            *rules.obstacles_to_level(
                dispatched=recommendation.dispatched_at is not None,
                binding=binding,
                kind=kind,
                ground=ground,
            ),
            *obstacles_to_text(Grund=ground),
        ]
    )
    level, _ = WantedLevel.objects.update_or_create(
        recommendation=recommendation,
        defaults={"binding": binding, "kind": kind or "", "ground": ground},
    )
    record(
        collaboration_id,
        "recommendation.level_set",
        subject(recommendation),
        by=by,
        at=now,
        rule="R152",
        number=number,
        binding=binding,
        kind=kind or "",
        ground=ground,
        sentence=said_level(level),
    )
    return level


def level_of(recommendation: Recommendation) -> WantedLevel | None:
    """Return on which level the principals are to decide, when it has been said."""
    return WantedLevel.objects.filter(recommendation=recommendation).first()


def level_kind(recommendation: Recommendation) -> str:
    """Return which kind of body is asked to decide; nothing when it is free or was not said."""
    level = level_of(recommendation)
    return level.kind if level else ""


def said_level(level: WantedLevel | None) -> str:
    """Return a level as the proposal and the pages say it; nothing when none was said."""
    if level is None:
        return ""
    return wording.level_sentence(Binding(level.binding), _kind(level), level.ground)


def deciders_at(level: WantedLevel | None, principals: Sequence[Principal]) -> dict[int, str]:
    """Return which body stands in each principal's proposal: on the level that was asked for.

    Without a level it is the one that usually decides.
    """
    bodies = LineBody.objects.filter(principal__in=[one.pk for one in principals]).order_by("name")
    kind = _kind(level) if level else None
    if level is None or kind is None:
        usual = bodies.filter(is_usual_decider=True)
        return dict(usual.values_list("principal_id", "name"))
    generic = {one.pk: wording.GENERIC.get((kind, Side(one.side)), "") for one in principals}
    own = bodies.filter(kind=kind).order_by("is_usual_decider", "-name")
    return generic | dict(own.values_list("principal_id", "name"))


def _kind(level: WantedLevel) -> LineBodyKind | None:
    return LineBodyKind(level.kind) if level.kind else None
